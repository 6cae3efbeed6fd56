/** Small drawings for tests. */
import type { TextLayout } from "./edits";
import { newShape, newText, type Element, type Text } from "./element";

const STYLE = { type: "rectangle", strokeColor: "#000", backgroundColor: "#fff", strokeStyle: "solid", roundness: null } as const;

/** A box of 100 by 60 with its top left at (x, y). */
export function box(id: string, x = 0, y = 0, changes: Partial<Element> = {}): Element {
  return { ...newShape({ x, y, width: 100, height: 60 }, STYLE, "service"), id, ...changes } as Element;
}

/** A box with a label bound into it. */
export function labelledBox(id: string, label: string, x = 0, y = 0): [Element, Text] {
  const shape = box(id, x, y, { boundElements: [{ id: `${id}-label`, type: "text" }] });
  return [shape, { ...newText(label, { x, y, width: 80, height: 20 }, id), id: `${id}-label` }];
}

/** Lays a label out as ten pixels a letter; a shape grows to 200 when the label is long. */
export const layout: TextLayout = {
  inside: ({ x, y, width, height }, text) => ({
    label: { x, y, width: text.length * 10, height: 20, text },
    container: { x, y, width, height: text.length > 10 ? 200 : height },
  }),
  free: (text) => ({ width: text.length * 10, height: 20 }),
};

/** Dragging a component from the palette: it travels as an item of an Excalidraw library. */
import type { Element } from "../drawing/element";

/** The media type Excalidraw drops library items under. */
const LIBRARY = "application/vnd.excalidrawlib+json";

export function carry(transfer: DataTransfer, elements: readonly Element[]): void {
  const item = { id: elements[0]!.id, status: "published", elements, created: 1 };
  transfer.setData(LIBRARY, JSON.stringify({ type: "excalidrawlib", version: 2, source: location.origin, libraryItems: [item] }));
  transfer.effectAllowed = "copy";
}

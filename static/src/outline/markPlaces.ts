/** Where the marks sit that say on the drawing how each component was read. Pure but for the board they ask. */
import type { Board } from "../board/board";
import { byId, isArrow, type Box, type Point } from "../drawing/element";
import type { Component } from "../shared/contract";

/** Below this width in pixels a component is too small on the screen for a mark, unless it is doubtful. */
const LEGIBLE = 56;

type Surface = Pick<Board, "elements" | "toScreen" | "view">;

export interface Mark extends Point {
  component: Component;
  /** The most pixels it may take: as wide as what it marks. */
  width: number;
}

function meets(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** A mark on the lower edge of each component in view, centred. */
export function placeMarks(board: Surface, components: readonly Component[], doubtful: ReadonlySet<string>): Mark[] {
  const [elements, view] = [byId(board.elements()), board.view()];
  return components.flatMap((component) => {
    const element = elements.get(component.element_ids[0] ?? "");
    if (!element || element.isDeleted || isArrow(element) || !meets(element, view)) return [];
    const left = board.toScreen({ x: element.x, y: element.y + element.height });
    const width = board.toScreen({ x: element.x + element.width, y: element.y }).x - left.x;
    if (width < LEGIBLE && !doubtful.has(component.id)) return [];
    return [{ component, x: left.x + width / 2, y: left.y, width: Math.max(width, LEGIBLE) }];
  });
}

/** Where pins and halos sit above the drawing. Pure but for the board they ask. */
import type { Board } from "../board/board";
import { byId, isArrow, type Element, type Point } from "../drawing/element";
import type { Component } from "../shared/contract";
import { pinnedElement, type Item } from "./arrange";

/** Pixels between pins on the same element. */
const PIN_STEP = 22;
/** Pixels a highlight stands off what it surrounds. */
const HALO = 6;

export interface Pin extends Point {
  item: Item;
}

/** Where an element's pin sits in the scene: on an arrow in the middle, elsewhere at the top right. */
function anchor(element: Element): Point {
  if (!isArrow(element)) return { x: element.x + element.width, y: element.y };
  const [a, b] = [element.points[0]!, element.points.at(-1)!];
  return { x: element.x + (a[0] + b[0]) / 2, y: element.y + (a[1] + b[1]) / 2 };
}

export function placePins(board: Board, open: readonly Item[], components: ReadonlyMap<string, Component>): Pin[] {
  const elements = byId(board.elements());
  const stacked = new Map<string, number>();
  return open.flatMap((item) => {
    const id = pinnedElement(item.finding, components);
    const element = id ? elements.get(id) : undefined;
    if (!element || element.isDeleted) return [];
    const place = stacked.get(element.id) ?? 0;
    stacked.set(element.id, place + 1);
    const { x, y } = board.toScreen(anchor(element));
    return [{ item, x: x - place * PIN_STEP, y }];
  });
}

export interface Halo {
  id: string;
  /** An SVG path in pixels of the canvas. */
  d: string;
}

function outline(board: Board, element: Element): string {
  if ("points" in element && element.type !== "freedraw") {
    const at = element.points.map(([x, y]) => board.toScreen({ x: element.x + x, y: element.y + y }));
    return `M${at.map(({ x, y }) => `${x} ${y}`).join("L")}`;
  }
  const a = board.toScreen(element);
  const b = board.toScreen({ x: element.x + element.width, y: element.y + element.height });
  const [left, top, right, bottom] = [a.x - HALO, a.y - HALO, b.x + HALO, b.y + HALO];
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
}

/** A halo around each element; a label inside a shape shares the shape's. */
export function placeHalos(board: Board, ids: readonly string[]): Halo[] {
  const elements = ids.length > 0 ? byId(board.elements()) : new Map<string, Element>();
  return ids.flatMap((id) => {
    const element = elements.get(id);
    const inside = element?.type === "text" && element.containerId !== null;
    return element && !element.isDeleted && !inside ? [{ id, d: outline(board, element) }] : [];
  });
}

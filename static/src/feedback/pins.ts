/** Where pins and halos sit above the drawing. Pure but for the board they ask. */
import type { Board } from "../board/board";
import { byId, isArrow, type Element, type Point } from "../drawing/element";
import type { Component } from "../shared/contract";
import { pinnedElement, type Item } from "./arrange";

/** Pixels between pins on the same element. */
const PIN_STEP = 22;
/** Pins on one element: of more, the last stands for the rest. */
const MOST = 4;
/** Pixels a highlight stands off what it surrounds. */
const HALO = 5;

const CORNER = 10;

/** What of the board placing needs. */
type Surface = Pick<Board, "elements" | "toScreen">;

export interface Pin extends Point {
  item: Item;
  /** How many findings it stands for. */
  count: number;
}

/** Where an element's first pin sits in the scene: on an arrow in the middle, elsewhere at the top left. */
function anchor(element: Element): Point {
  if (!isArrow(element)) return { x: element.x, y: element.y };
  const [a, b] = [element.points[0]!, element.points.at(-1)!];
  return { x: element.x + (a[0] + b[0]) / 2, y: element.y + (a[1] + b[1]) / 2 };
}

/** A pin for each finding where it points; the problems first where several point at one element. */
export function placePins(board: Surface, open: readonly Item[], components: ReadonlyMap<string, Component>): Pin[] {
  const elements = byId(board.elements());
  const stacks = new Map<Element, Item[]>();
  for (const item of open) {
    const id = pinnedElement(item.finding, components);
    const element = id ? elements.get(id) : undefined;
    if (element && !element.isDeleted) stacks.set(element, [...(stacks.get(element) ?? []), item]);
  }
  return [...stacks].flatMap(([element, items]) => {
    const { x, y } = board.toScreen(anchor(element));
    return stackOf(items).map((pin, place) => ({ ...pin, x: x + place * PIN_STEP, y }));
  });
}

function stackOf(items: readonly Item[]): Pick<Pin, "item" | "count">[] {
  const isProblem = ({ finding }: Item) => finding.status === "problem";
  const ordered = [...items.filter(isProblem), ...items.filter((item) => !isProblem(item))];
  const shown = ordered.length > MOST ? MOST - 1 : ordered.length;
  const single = ordered.slice(0, shown).map((item) => ({ item, count: 1 }));
  const rest = ordered.slice(shown);
  return rest[0] ? [...single, { item: rest[0], count: rest.length }] : single;
}

export interface Halo {
  id: string;
  /** An SVG path in pixels of the canvas. */
  d: string;
}

/** A smooth line through points, as the editor draws its round arrows (a Catmull-Rom spline in Bézier pieces). */
function curve(points: readonly Point[]): string {
  const at = (i: number) => points[Math.min(Math.max(i, 0), points.length - 1)]!;
  const pieces = points.slice(1).map((to, i) => {
    const [before, from, after] = [at(i - 1), at(i), at(i + 2)];
    const first = `${from.x + (to.x - before.x) / 6} ${from.y + (to.y - before.y) / 6}`;
    const second = `${to.x - (after.x - from.x) / 6} ${to.y - (after.y - from.y) / 6}`;
    return `C${first} ${second} ${to.x} ${to.y}`;
  });
  return `M${at(0).x} ${at(0).y}${pieces.join("")}`;
}

function ring(from: Point, to: Point, off: number, round: boolean): string {
  const [left, top, right, bottom] = [from.x - off, from.y - off, to.x + off, to.y + off];
  const [rx, ry] = round ? [(right - left) / 2, (bottom - top) / 2] : [CORNER, CORNER];
  const corner = (x: number, y: number) => `A${rx} ${ry} 0 0 1 ${x} ${y}`;
  return (
    `M${left + rx} ${top}H${right - rx}${corner(right, top + ry)}V${bottom - ry}${corner(right - rx, bottom)}` +
    `H${left + rx}${corner(left, bottom - ry)}V${top + ry}${corner(left + rx, top)}Z`
  );
}

/** The outline of a shape, so many pixels off it, or the course of a stroke: an SVG path in pixels of the canvas. */
export function outline(board: Pick<Board, "toScreen">, element: Element, off = HALO): string {
  if ("points" in element && element.type !== "freedraw") {
    const points = element.points.map(([x, y]) => board.toScreen({ x: element.x + x, y: element.y + y }));
    return element.roundness ? curve(points) : `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`;
  }
  const far = { x: element.x + element.width, y: element.y + element.height };
  return ring(board.toScreen(element), board.toScreen(far), off, element.type === "ellipse");
}

/** A halo around each element; a label inside a shape shares the shape's. */
export function placeHalos(board: Surface, ids: readonly string[]): Halo[] {
  const elements = ids.length > 0 ? byId(board.elements()) : new Map<string, Element>();
  return ids.flatMap((id) => {
    const element = elements.get(id);
    const inside = element?.type === "text" && element.containerId !== null;
    return element && !element.isDeleted && !inside ? [{ id, d: outline(board, element) }] : [];
  });
}

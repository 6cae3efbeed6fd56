/** Where a new thing goes on the board: in view, on nothing, and in the order one reads. */
import { centre, type Box, type Element, type Point } from "./element";

/** Between a component and the one that follows it: room for an arrow and its label. */
const STRIDE = 88;
/** Kept clear around a new thing. */
const MARGIN = 48;
const STEP = 40;

export interface Size {
  width: number;
  height: number;
}

export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** How far a point is from a box; 0 inside. */
export function distanceTo(box: Box, { x, y }: Point): number {
  const [dx, dy] = [Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height)];
  return Math.hypot(dx, dy);
}

/** The upright box around an element; strokes may run to the left of where they begin, and above. */
export function extent(element: Element): Box {
  if (!("points" in element)) return element;
  const [xs, ys] = [element.points.map(([x]) => x), element.points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: element.x + left, y: element.y + top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The smallest box around all elements; undefined when there is none. */
export function bounds(elements: readonly Box[]): Box | undefined {
  if (elements.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of elements) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Row by row as one reads, beginning at a height and coming back to the top in the end. */
function rows(view: Box, size: Size, from: number): Point[] {
  const last = view.y + view.height - size.height;
  const heights: number[] = [];
  for (let y = from; y <= last; y += STEP) heights.push(y);
  for (let y = from - STEP; y >= view.y; y -= STEP) heights.push(y);
  const right = view.x + view.width - size.width;
  const places: Point[] = [];
  for (const y of heights) for (let x = view.x; x <= right; x += STEP) places.push({ x, y });
  return places;
}

function rightOf(box: Box, size: Size): Point {
  return { x: box.x + box.width + STRIDE, y: centre(box).y - size.height / 2 };
}

/**
 * A free place in view: right of `after`, else in the next free row; right of everything when the view is full.
 * `after` is what was added last, if it can still be seen.
 */
export function freePlace(view: Box, size: Size, elements: readonly Element[], after?: Box): Point {
  const there = elements.filter((element) => !element.isDeleted && !element.type.includes("frame"));
  const near = there.filter((element) => overlaps(element, view, MARGIN));
  const last = after && overlaps(after, view) ? after : undefined;
  const begin = last ? centre(last).y - size.height / 2 : centre(view).y - size.height / 2;
  const next = last ? [rightOf(last, size)].filter((place) => contains(view, { ...place, ...size })) : [];
  const free = [...next, ...rows(view, size, begin)].find(
    (place) => !near.some((box) => overlaps({ ...place, ...size }, box, MARGIN)),
  );
  if (free) return free;
  return rightOf(bounds(there) ?? { ...centre(view), width: 0, height: 0 }, size);
}

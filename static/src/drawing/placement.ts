/** Where a new thing goes on the board: in view, near the middle, on nothing. */
import { centre, type Box, type Element, type Point } from "./element";

const MARGIN = 24;
const STEP = 32;

export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
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

function placesAround(view: Box, size: { width: number; height: number }): Point[] {
  const middle = centre(view);
  const start = { x: middle.x - size.width / 2, y: middle.y - size.height / 2 };
  const [across, down] = [view.width - size.width, view.height - size.height].map((room) =>
    Math.max(0, Math.min(24, Math.floor((room - 2 * MARGIN) / 2 / STEP))),
  ) as [number, number];
  const places: Point[] = [];
  for (let i = -across; i <= across; i++)
    for (let j = -down; j <= down; j++) places.push({ x: start.x + i * STEP, y: start.y + j * STEP });
  const far = (place: Point) => Math.hypot(place.x - start.x, place.y - start.y);
  return places.sort((a, b) => far(a) - far(b));
}

/** A free place of the given size: nearest to the middle of the view, or right of everything when the view is full. */
export function freePlace(view: Box, size: { width: number; height: number }, elements: readonly Element[]): Point {
  const there = elements.filter((element) => !element.isDeleted && !element.type.includes("frame"));
  const near = there.filter((element) => overlaps(element, view, MARGIN));
  const free = placesAround(view, size).find((place) => !near.some((box) => overlaps({ ...place, ...size }, box, MARGIN)));
  if (free) return free;
  const all = bounds(there) ?? view;
  return { x: all.x + all.width + 2 * MARGIN, y: centre(view).y - size.height / 2 };
}

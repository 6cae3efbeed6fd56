/** Where an arrow runs between two elements: from border to border, clear of what stands between. */
import { centre, type ArrowCourse, type Bindable, type Box, type Element, type Point } from "./element";
import { contains } from "./placement";

/** Pixels between an arrow's end and the border it points at; Excalidraw binds up to 20. */
const GAP = 6;
/** How far aside the middle of an arrow may bend, in the order tried. */
const BENDS = [0, 56, -56, 112, -112, 168, -168, 240, -240, 320, -320];

const OBSTACLES = new Set(["rectangle", "ellipse", "diamond", "image"]);

/** Distance from the centre to the border of an element in a direction, given as a unit vector. */
export function reach(element: Box & { type: string }, direction: Point): number {
  const [dx, dy] = [Math.abs(direction.x), Math.abs(direction.y)];
  const [halfWidth, halfHeight] = [Math.max(element.width / 2, 1), Math.max(element.height / 2, 1)];
  switch (element.type) {
    case "ellipse":
      return 1 / Math.hypot(dx / halfWidth, dy / halfHeight);
    case "diamond":
      return 1 / (dx / halfWidth + dy / halfHeight);
    default:
      return Math.min(dx > 0 ? halfWidth / dx : Infinity, dy > 0 ? halfHeight / dy : Infinity);
  }
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** The point in front of an element's border that looks towards `other`. */
function before(element: Bindable, other: Point): Point {
  const middle = centre(element);
  const direction = towards(middle, other);
  const distance = reach(element, direction) + GAP;
  return { x: middle.x + direction.x * distance, y: middle.y + direction.y * distance };
}

/** Whether the straight line between two points touches a box (Liang and Barsky's clipping). */
export function crosses(box: Box, a: Point, b: Point): boolean {
  let [enter, leave] = [0, 1];
  const sides: [number, number][] = [
    [a.x - b.x, a.x - box.x],
    [b.x - a.x, box.x + box.width - a.x],
    [a.y - b.y, a.y - box.y],
    [b.y - a.y, box.y + box.height - a.y],
  ];
  for (const [slope, distance] of sides) {
    if (slope === 0 && distance < 0) return false;
    if (slope === 0) continue;
    const at = distance / slope;
    if (slope < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
    if (enter > leave) return false;
  }
  return true;
}

function courseWithBend(from: Bindable, to: Bindable, bend: number): Point[] {
  const [a, b] = [centre(from), centre(to)];
  if (bend === 0) return [before(from, b), before(to, a)];
  const along = towards(a, b);
  const middle = { x: (a.x + b.x) / 2 - along.y * bend, y: (a.y + b.y) / 2 + along.x * bend };
  return [before(from, middle), middle, before(to, middle)];
}

function isClear(points: readonly Point[], obstacles: readonly Box[]): boolean {
  return points.every((point, i) => i === 0 || !obstacles.some((box) => crosses(box, points[i - 1]!, point)));
}

/**
 * The course of a new arrow. `taken` says how many arrows join the two already:
 * each gets a bend of its own, and a bend that avoids all obstacles is preferred.
 */
export function routeArrow(from: Bindable, to: Bindable, obstacles: readonly Box[], taken = 0): ArrowCourse {
  const bends = BENDS.slice(Math.min(taken, BENDS.length - 1));
  const courses = bends.map((bend) => courseWithBend(from, to, bend));
  return {
    points: courses.find((points) => isClear(points, obstacles)) ?? courses[0]!,
    start: { elementId: from.id, focus: 0, gap: GAP },
    end: { elementId: to.id, focus: 0, gap: GAP },
  };
}

/** The shapes an arrow between two elements should not run across: not what they lie in, or what lies in them. */
export function obstaclesBetween(elements: readonly Element[], from: Element, to: Element): Box[] {
  const nested = (one: Box, other: Box) => contains(one, other) || contains(other, one);
  return elements.filter(
    (element) =>
      OBSTACLES.has(element.type) && !element.isDeleted && !nested(element, from) && !nested(element, to),
  );
}

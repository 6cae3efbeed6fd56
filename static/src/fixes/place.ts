/** Where a component that a fix adds goes: near what it is joined to, on nothing, across little. Pure. */
import { crosses } from "../drawing/arrow";
import { centre, isArrow, isText, type Box, type Element, type Point } from "../drawing/element";
import { contains, overlaps, type Size } from "../drawing/placement";

/** Kept clear around it: room for an arrow and its head. */
const MARGIN = 44;
const STEP = 20;
/** Steps it may end up away from where it would best be. */
const REACH = 60;
/** What it costs, in pixels of distance, to lie on an arrow, to send one across a shape, to leave a boundary. */
const ON_ARROW = 70;
const ACROSS = 160;
const OUTSIDE = 240;

export interface Surroundings {
  /** Everything drawn but what the fix takes away. */
  elements: readonly Element[];
  /** Strokes that are connections, among them plain lines. */
  strokes: ReadonlySet<string>;
  /** The shapes that it will be joined to. */
  neighbours: readonly Box[];
}

interface Ground {
  solid: readonly Box[];
  /** What is drawn around the neighbours: it lies inside such a boundary or outside of it, never across. */
  boundaries: readonly Box[];
  segments: readonly (readonly [Point, Point])[];
}

function segmentsOf(stroke: Element): [Point, Point][] {
  if (!("points" in stroke)) return [];
  const points = stroke.points.map(([x, y]) => ({ x: stroke.x + x, y: stroke.y + y }));
  return points.slice(1).map((point, i) => [points[i]!, point]);
}

/** What matters around a point: only what is in reach. */
function groundOf({ elements, strokes, neighbours }: Surroundings, { x, y }: Point): Ground {
  const far = 1.5 * REACH * STEP;
  const reach = { x: x - far, y: y - far, width: 2 * far, height: 2 * far };
  const there = elements.filter(
    (element) => !element.isDeleted && !(isText(element) && element.containerId !== null) && overlaps(element, reach),
  );
  const isStroke = (element: Element) => isArrow(element) || strokes.has(element.id);
  const shapes = there.filter((element) => !isStroke(element));
  const around = (box: Box) => neighbours.some((one) => one !== box && contains(box, one) && !contains(one, box));
  return {
    solid: shapes.filter((shape) => !around(shape)),
    boundaries: shapes.filter(around),
    segments: there.filter(isStroke).flatMap(segmentsOf),
  };
}

/** Places ring by ring around a point, the nearest first. */
function placesAround({ x, y }: Point): { at: Point; distance: number }[] {
  const places: { at: Point; distance: number }[] = [];
  for (let i = -REACH; i <= REACH; i += 1) {
    for (let j = -REACH; j <= REACH; j += 1) {
      places.push({ at: { x: x + i * STEP, y: y + j * STEP }, distance: Math.hypot(i, j) * STEP });
    }
  }
  return places.sort((a, b) => a.distance - b.distance);
}

/** The best free place for something of a size: its top left. */
export function placeBetween({ width, height }: Size, surroundings: Surroundings): Point {
  const { neighbours } = surroundings;
  const middle = mean(neighbours.map(centre));
  const ideal = { x: middle.x - width / 2, y: middle.y - height / 2 };
  const ground = groundOf(surroundings, middle);
  const enclosing = ground.boundaries.filter((boundary) => neighbours.every((one) => contains(boundary, one)));
  let best: { at: Point; cost: number } | undefined;
  for (const { at, distance } of placesAround(ideal)) {
    if (best && distance >= best.cost) break;
    const box = { ...at, width, height };
    if (!isFree(box, ground)) continue;
    const cost = distance + strain(box, neighbours, ground) + (enclosing.every((one) => contains(one, box)) ? 0 : OUTSIDE);
    if (!best || cost < best.cost) best = { at, cost };
  }
  return best?.at ?? ideal;
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  const count = Math.max(points.length, 1);
  return { x: sum.x / count, y: sum.y / count };
}

function isFree(box: Box, { solid, boundaries }: Ground): boolean {
  const inside = { x: box.x - STEP, y: box.y - STEP, width: box.width + 2 * STEP, height: box.height + 2 * STEP };
  return (
    !solid.some((one) => overlaps(box, one, MARGIN)) &&
    boundaries.every((boundary) => contains(boundary, inside) || !overlaps(boundary, inside))
  );
}

/** What speaks against a place: arrows it would lie on, and shapes that the arrows to its neighbours would run across. */
function strain(box: Box, neighbours: readonly Box[], { solid, segments }: Ground): number {
  const from = centre(box);
  const laidOn = segments.filter(([a, b]) => crosses(box, a, b)).length;
  const across = neighbours.flatMap((one) => {
    const to = centre(one);
    return solid.filter((shape) => shape !== one && !contains(shape, one) && !contains(one, shape) && crosses(shape, from, to));
  }).length;
  return laidOn * ON_ARROW + across * ACROSS;
}

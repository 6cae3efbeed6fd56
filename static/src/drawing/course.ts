/**
 * Which way a connection runs: elements in, changed elements out, as in `edits.ts`.
 *
 * A connection may be one stroke or a chain of them, drawn from either end, or one that goes there and comes back.
 */
import type { Connection } from "../shared/contract";
import { obstaclesBetween, routeArrow } from "./arrow";
import { elementsOf, moveLabels, type Drawn } from "./edits";
import { along, byId, changed, isArrow, isBindable, type Arrow, type Bindable, type Element, type Point } from "./element";
import { distanceTo } from "./placement";

/** Which way a connection runs, seen from where the reading says that it starts. */
export type Course = Connection["direction"] | "backward";

export type DrawnConnection = Pick<Connection, "id" | "element_ids">;

/** What a connection leads from and to, as the reading has it. */
export interface Ends {
  source: Drawn;
  target: Drawn;
}

/** Ends of strokes that are no farther apart go on in each other: the reading's own measure. */
const JOINT = 12;

const HEADS: Record<Course, Record<keyof Ends, boolean>> = {
  forward: { source: false, target: true },
  backward: { source: true, target: false },
  both: { source: true, target: true },
  none: { source: false, target: false },
};

interface StrokeEnd {
  stroke: Arrow;
  side: "start" | "end";
  at: Point;
}

/** The strokes that draw a connection, the one that names it first. */
export function strokesOf({ id, element_ids: ids }: DrawnConnection, elements: ReadonlyMap<string, Element>): Arrow[] {
  const drawn = [...new Set([id, ...ids])].flatMap((one) => elements.get(one) ?? []);
  return drawn.filter((element) => !element.isDeleted && "startArrowhead" in element) as Arrow[];
}

function endsOf(stroke: Arrow): [StrokeEnd, StrokeEnd] {
  const points = stroke.points.map(([x, y]) => ({ x: stroke.x + x, y: stroke.y + y }));
  return [
    { stroke, side: "start", at: points[0]! },
    { stroke, side: "end", at: points.at(-1)! },
  ];
}

function bindingOf({ stroke, side }: StrokeEnd): Arrow["startBinding"] {
  return side === "start" ? stroke.startBinding : stroke.endBinding;
}

/** The two ends of the whole chain: those that no other stroke goes on from. */
function outerEnds(strokes: readonly Arrow[]): StrokeEnd[] {
  const ends = strokes.flatMap(endsOf);
  const meets = (one: StrokeEnd, other: StrokeEnd) =>
    one.stroke !== other.stroke && Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y) <= JOINT;
  return ends.filter((end) => bindingOf(end) || !ends.some((other) => !bindingOf(other) && meets(end, other)));
}

/** Whether an end of a stroke is the connection's source or its target: by its binding, else by what is nearer. */
function sideOf(end: StrokeEnd, { source, target }: Ends, elements: ReadonlyMap<string, Element>): keyof Ends {
  const bound = bindingOf(end)?.elementId;
  if (bound !== undefined && source.element_ids.includes(bound)) return "source";
  if (bound !== undefined && target.element_ids.includes(bound)) return "target";
  const far = (drawn: Drawn) => Math.min(...elementsOf(drawn, elements).map((element) => distanceTo(element, end.at)));
  return far(source) <= far(target) ? "source" : "target";
}

/**
 * Let a connection run another way; nothing changes where its strokes do not lead from one end to the other.
 *
 * An arrow shows it by its heads, and of a plain line, which has none, it is noted. A stroke that goes there and comes
 * back is read as both ways whatever its heads: to run one way it is drawn anew, straight.
 */
export function setCourse(all: readonly Element[], connection: DrawnConnection, ends: Ends, course: Course): Element[] {
  const elements = byId(all);
  const strokes = strokesOf(connection, elements);
  const outer = outerEnds(strokes);
  if (outer.length !== 2) return [];
  const sides = outer.map((end) => sideOf(end, ends, elements));
  if (sides[0] !== sides[1]) return strokes.map((stroke) => headed(stroke, outer, sides, course));
  return course === "both" ? strokes.map((stroke) => noting(stroke, undefined)) : straightened(all, strokes, ends, course);
}

function headed(stroke: Arrow, outer: readonly StrokeEnd[], sides: readonly (keyof Ends)[], course: Course): Arrow {
  const head = stroke.endArrowhead ?? stroke.startArrowhead ?? "arrow";
  const at = (side: StrokeEnd["side"]) => {
    const end = outer.findIndex((one) => one.stroke === stroke && one.side === side);
    return end >= 0 && HEADS[course][sides[end]!] ? ((side === "start" ? stroke.startArrowhead : stroke.endArrowhead) ?? head) : null;
  };
  const turned = { ...stroke, startArrowhead: at("start"), endArrowhead: at("end") };
  return noting(turned, isArrow(stroke) ? undefined : course === "backward" ? "forward" : course);
}

/** The stroke as its next version, with its direction noted or the note gone. */
function noting(stroke: Arrow, direction: Connection["direction"] | undefined): Arrow {
  const { direction: _, ...kept } = stroke.customData ?? {};
  return changed(stroke, { customData: direction === undefined ? kept : { ...kept, direction } });
}

function straightened(all: readonly Element[], strokes: readonly Arrow[], ends: Ends, course: Course): Element[] {
  const [stroke] = strokes;
  return stroke && strokes.length === 1 && isArrow(stroke) ? redrawn(all, stroke, ends, course) : [];
}

/** An arrow led anew from one component to another, bound at both ends, its labels moved along. */
export function redrawn(all: readonly Element[], arrow: Arrow, { source, target }: Ends, course: Course): Element[] {
  const elements = byId(all);
  const [from, to] = [source, target].map((end) => elementsOf(end, elements).find(isBindable)) as (Bindable | undefined)[];
  if (!from || !to || from.id === to.id) return [];
  const { start, end, points } = routeArrow(from, to, obstaclesBetween(all, from, to));
  const head = arrow.endArrowhead ?? arrow.startArrowhead ?? "arrow";
  const heads = HEADS[course];
  const led = noting(
    {
      ...arrow,
      ...along(points),
      startBinding: start,
      endBinding: end,
      startArrowhead: heads.source ? head : null,
      endArrowhead: heads.target ? head : null,
      elbowed: false,
    } as Arrow,
    undefined,
  );
  return [led, ...moveLabels(all, arrow, led), ...rebinding(elements, arrow, led)];
}

/** What an arrow was bound to lets go of it, and what it is bound to now knows it. */
function rebinding(elements: ReadonlyMap<string, Element>, before: Arrow, now: Arrow): Element[] {
  const boundTo = (arrow: Arrow) => [arrow.startBinding?.elementId, arrow.endBinding?.elementId];
  return [...new Set([...boundTo(before), ...boundTo(now)])].flatMap((id) => {
    const element = id === undefined ? undefined : elements.get(id);
    if (!element || element.isDeleted) return [];
    const others = (element.boundElements ?? []).filter((bound) => bound.id !== now.id);
    const bound = boundTo(now).includes(id) ? [...others, { id: now.id, type: "arrow" as const }] : others;
    return bound.length === (element.boundElements ?? []).length ? [] : [changed(element, { boundElements: bound })];
  });
}

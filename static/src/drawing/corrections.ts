/**
 * Corrections of what was read: elements in, changed elements out, as in `edits.ts`.
 *
 * They live in the drawing itself: in `customData`, which the reading honours, and in the heads of arrows.
 */
import type { Component, Connection } from "../shared/contract";
import { elementsOf, type Drawn } from "./edits";
import { byId, changed, isArrow, isText, type Arrow, type Element } from "./element";

/** Which way a connection runs, seen from where the reading says that it starts. */
export type Course = Connection["direction"] | "backward";

function belongs(part: Element, main: Element): boolean {
  return part.groupIds.some((id) => main.groupIds.includes(id)) || (isText(part) && part.containerId === main.id);
}

/** The element that bears what was set for a component: the one that states a kind, else the main one. */
function bearer(all: readonly Element[], component: Drawn): Element | undefined {
  const [main, ...parts] = elementsOf(component, byId(all));
  if (!main || main.customData?.["kind"]) return main;
  return parts.find((part) => part.customData?.["kind"] && belongs(part, main)) ?? main;
}

/** State the kind of a component, for the label it has now: with another label it is read anew. */
export function setKind(all: readonly Element[], component: Drawn & Pick<Component, "label">, kind: string): Element[] {
  const main = bearer(all, component);
  return main ? [changed(main, { customData: { ...main.customData, kind, label: component.label } })] : [];
}

/** State how many copies of a component there are; `undefined` leaves it to the drawing again. */
export function setReplicas(all: readonly Element[], component: Drawn, replicas: number | undefined): Element[] {
  const main = bearer(all, component);
  const { replicas: before, ...kept } = main?.customData ?? {};
  if (!main || before === replicas) return [];
  return [changed(main, { customData: replicas === undefined ? kept : { ...kept, replicas } })];
}

const HEADS: Record<Course, readonly [start: boolean, end: boolean]> = {
  forward: [false, true],
  backward: [true, false],
  both: [true, true],
  none: [false, false],
};

/** Whether the reading takes the start of a stroke for the target: its only head is there. */
function isReversed({ startArrowhead: start, endArrowhead: end }: Arrow): boolean {
  return start !== null && end === null;
}

/** Let a connection run another way. An arrow shows it by its heads; of a plain line, which has none, it is noted. */
export function setCourse(all: readonly Element[], connection: Pick<Connection, "id">, course: Course): Element[] {
  const stroke = byId(all).get(connection.id);
  if (!stroke || stroke.isDeleted || !("startArrowhead" in stroke)) return [];
  const arrow = stroke as Arrow;
  const [atSource, atTarget] = HEADS[course];
  const [start, end] = isReversed(arrow) ? [atTarget, atSource] : [atSource, atTarget];
  const head = arrow.endArrowhead ?? arrow.startArrowhead ?? "arrow";
  const heads = { startArrowhead: start ? (arrow.startArrowhead ?? head) : null, endArrowhead: end ? (arrow.endArrowhead ?? head) : null };
  const { direction: _, ...kept } = arrow.customData ?? {};
  const noted = isArrow(stroke) ? kept : { ...kept, direction: course === "backward" ? "forward" : course };
  return [changed(arrow, { ...heads, customData: noted })];
}

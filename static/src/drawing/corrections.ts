/**
 * Corrections of what was read: elements in, changed elements out, as in `edits.ts`.
 *
 * They live in the drawing itself: in `customData`, which the reading honours. Which way connections run: `course.ts`.
 */
import type { Component } from "../shared/contract";
import { elementsOf, type Drawn } from "./edits";
import { byId, changed, isText, type Element } from "./element";

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

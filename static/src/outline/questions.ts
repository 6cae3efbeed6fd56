/** What the reading is not sure of, as questions that one key answers. Pure. */
import { byId, type Element } from "../drawing/element";
import type { Component, Kind, Reading } from "../shared/contract";

/** A kind that was set for a label which the component no longer has. */
export interface Retired {
  kind: string;
  label: string;
}

export interface Doubt {
  component: Component;
  question: string;
  retired: Retired | undefined;
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();

/** The correction of a component that its new label has retired. A reading that is certain rests on one in force. */
export function retiredOf(component: Component, elements: ReadonlyMap<string, Element>): Retired | undefined {
  if (component.confidence === 1) return undefined;
  for (const id of component.element_ids) {
    const { kind, label } = elements.get(id)?.customData ?? {};
    if (typeof kind !== "string" || typeof label !== "string") continue;
    return plain(label) === plain(component.label) ? undefined : { kind, label };
  }
  return undefined;
}

/** The questions about single components, the retired corrections first, else in the order of the reading. */
export function doubtsOf(reading: Reading, elements: readonly Element[]): Doubt[] {
  const [components, drawn] = [new Map(reading.components.map((component) => [component.id, component])), byId(elements)];
  const asked = new Set<string>();
  const doubts = reading.unclear.flatMap(({ question, component_ids: [id] }) => {
    const component = components.get(id ?? "");
    if (!component || asked.has(component.id)) return [];
    asked.add(component.id);
    return [{ component, question, retired: retiredOf(component, drawn) }];
  });
  return [...doubts.filter(({ retired }) => retired), ...doubts.filter(({ retired }) => !retired)];
}

/** The title of a kind inside a sentence. */
export function titleOf(kind: string, kinds: ReadonlyMap<string, Kind>): string {
  return kinds.get(kind)?.title.toLowerCase() ?? kind;
}

/** The question as it is put: a correction that is retired is named, and why. */
export function questionText({ component, question, retired }: Doubt, kinds: ReadonlyMap<string, Kind>): string {
  if (!retired) return question;
  const now = component.label ? `the label is now “${component.label}”` : "the label is gone";
  const read = component.kind === "other" ? "What is it?" : `Read as ${titleOf(component.kind, kinds)}: right?`;
  return `You had set this to ${titleOf(retired.kind, kinds)} for “${retired.label}”; ${now}. ${read}`;
}

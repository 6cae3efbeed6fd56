/** Picking the components that a journey passes, one after the other. Pure. */
import type { Component, Reading } from "../shared/contract";

/** The way of a journey as far as it is picked: ids of components, in order. */
export interface Picking {
  journey: string;
  walk: readonly string[];
}

/** The components inside a group, also those in the groups inside it; of anything else, itself. */
function inside(id: string, groups: Reading["groups"]): string[] {
  const group = groups.find((one) => one.id === id);
  if (!group) return [id];
  return [...group.members, ...groups.filter(({ parent }) => parent === id).flatMap((inner) => inside(inner.id, groups))];
}

/** The components that may come next: at first all, then those joined to the last one, whichever way the arrow points. */
export function candidates(reading: Reading, walk: readonly string[]): Component[] {
  const last = walk.at(-1);
  if (last === undefined) return [...reading.components];
  const joined = new Set<string>();
  for (const { from, to } of reading.connections) {
    const [starts, ends] = [inside(from, reading.groups), inside(to, reading.groups)];
    if (starts.includes(last)) ends.forEach((id) => joined.add(id));
    if (ends.includes(last)) starts.forEach((id) => joined.add(id));
  }
  return reading.components.filter(({ id }) => joined.has(id) && !walk.includes(id));
}

/** The picking with one more component; as it was when that cannot come next. */
export function picked(picking: Picking, id: string, reading: Reading): Picking {
  const may = candidates(reading, picking.walk).some((component) => component.id === id);
  return may ? { ...picking, walk: [...picking.walk, id] } : picking;
}

/** A journey as a person calls it. */
export function journeyTitle(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll(/[-_]/g, " ");
}

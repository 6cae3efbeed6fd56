/** The designs that stand side by side on a board, and the reading of one of them. Pure. */
import type { Reading } from "../shared/contract";

/** The most names that describe a design. */
const NAMES = 3;

export interface Design {
  /** Counted from 1. */
  number: number;
  title: string;
  /** What is in it, in words. */
  description: string;
  components: ReadonlySet<string>;
}

/** The designs to choose from: none when the board shows but one. */
export function designsOf({ designs, components }: Reading): Design[] {
  if (designs.length < 2) return [];
  const labels = new Map(components.map(({ id, label }) => [id, label || "unnamed"]));
  return designs.map((ids, i) => {
    const names = ids.slice(0, NAMES).map((id) => labels.get(id) ?? "unnamed");
    const more = ids.length - names.length;
    return {
      number: i + 1,
      title: `Design ${i + 1}`,
      description: `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
      components: new Set(ids),
    };
  });
}

/** The reading of one design; the notes stay, since they may speak of any. */
export function readingOf(reading: Reading, design: number | null): Reading {
  const kept = new Set(design === null ? undefined : reading.designs[design - 1]);
  if (kept.size === 0) return reading;
  const groups = reading.groups.filter((group) => holds(group.id, reading, kept));
  const ends = new Set([...kept, ...groups.map(({ id }) => id)]);
  return {
    ...reading,
    components: reading.components.filter(({ id }) => kept.has(id)),
    connections: reading.connections.filter(({ from, to }) => ends.has(from) && ends.has(to)),
    groups,
    unclear: reading.unclear.filter(({ component_ids: ids }) => ids.every((id) => kept.has(id))),
  };
}

/** Whether a group has one of the components inside it, directly or in a group within. */
function holds(id: string, reading: Reading, components: ReadonlySet<string>): boolean {
  const group = reading.groups.find((one) => one.id === id);
  if (group?.members.some((member) => components.has(member))) return true;
  return reading.groups.some(({ id: inner, parent }) => parent === id && holds(inner, reading, components));
}

/** The elements that draw a reading, or one design of it. */
export function elementsDrawing({ components, connections, groups }: Reading): string[] {
  return [...components, ...connections, ...groups].flatMap(({ element_ids: ids }) => ids);
}

/** The board as an outline: each component with the connections that leave it. Pure. */
import { FAMILIES, familyOf } from "../drawing/look";
import type { Component, Connection, Kind, Reading } from "../shared/contract";

export interface Link {
  connection: Connection;
  /** The name of what stands at the other end. */
  other: string;
}

export interface Row {
  component: Component;
  links: readonly Link[];
}

export interface Outline {
  rows: readonly Row[];
  /** Connections that leave a group, or something that was not read as a component. */
  rest: readonly { connection: Connection; from: string; to: string }[];
  /** What is not clear, and about no component. Which design is meant is asked apart, with the designs to choose from. */
  unclear: Reading["unclear"];
}

/** Rows stand in the order of the palette, clients first, and by name within a family. */
export function outlineOf(reading: Reading, kinds: ReadonlyMap<string, Kind>): Outline {
  const names = new Map([...reading.components, ...reading.groups].map(({ id, label }) => [id, label || "unnamed"]));
  const name = (id: string) => names.get(id) ?? "something unread";
  const leaving = new Map<string, Connection[]>();
  for (const connection of reading.connections) {
    leaving.set(connection.from, [...(leaving.get(connection.from) ?? []), connection]);
  }
  const rows = inPaletteOrder(reading.components, kinds).map((component) => ({
    component,
    links: (leaving.get(component.id) ?? []).map((connection) => ({ connection, other: name(connection.to) })),
  }));
  const components = new Set(reading.components.map(({ id }) => id));
  const rest = reading.connections
    .filter(({ from }) => !components.has(from))
    .map((connection) => ({ connection, from: name(connection.from), to: name(connection.to) }));
  const several = reading.designs.length > 1;
  const unclear = reading.unclear.filter(
    ({ component_ids: ids, element_ids: elements }) => !components.has(ids[0] ?? "") && !(several && ids.length + elements.length === 0),
  );
  return { rows, rest, unclear };
}

function inPaletteOrder(components: readonly Component[], kinds: ReadonlyMap<string, Kind>): Component[] {
  const places = new Map(FAMILIES.map(([family], place) => [family, place]));
  const place = ({ kind }: Component) => places.get(familyOf(kind, kinds)) ?? 0;
  return [...components].sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label, "en"));
}

/** All that is drawn of a component's connections, to go when it goes. */
export function touching(reading: Reading, id: string): Connection[] {
  return reading.connections.filter(({ from, to }) => from === id || to === id);
}

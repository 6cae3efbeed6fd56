/** How a component of a kind looks on the board. Excalidraw inverts the colours in its dark theme. */
import type { Kind } from "../shared/contract";
import type { ShapeStyle } from "./element";

export type Family = "client" | "external" | "entry" | "compute" | "datastore" | "cache" | "files" | "messaging" | "platform" | "other";

export interface Look extends ShapeStyle {
  width: number;
  height: number;
}

const ROUND = { type: 3 } as const;
const BOX = { type: "rectangle", strokeStyle: "solid", roundness: ROUND, width: 168, height: 72 } as const;

const LOOKS: Record<Family, Look> = {
  client: { ...BOX, strokeColor: "#343a40", backgroundColor: "#f1f3f5", width: 144 },
  external: { ...BOX, strokeColor: "#495057", backgroundColor: "#f8f9fa", strokeStyle: "dashed" },
  entry: { ...BOX, strokeColor: "#e67700", backgroundColor: "#fff3bf" },
  compute: { ...BOX, strokeColor: "#1971c2", backgroundColor: "#d0ebff" },
  datastore: { ...BOX, strokeColor: "#2b8a3e", backgroundColor: "#d3f9d8", type: "ellipse", roundness: { type: 2 }, width: 184, height: 92 },
  cache: { ...BOX, strokeColor: "#c92a2a", backgroundColor: "#ffe3e3", roundness: null },
  files: { ...BOX, strokeColor: "#0b7285", backgroundColor: "#c5f6fa", roundness: null },
  messaging: { ...BOX, strokeColor: "#6741d9", backgroundColor: "#e5dbff", width: 208, height: 60 },
  platform: { ...BOX, strokeColor: "#868e96", backgroundColor: "#ffffff" },
  other: { ...BOX, strokeColor: "#1e1e1e", backgroundColor: "#ffffff" },
};

/** The families whose root in the tree of kinds goes by another name, or that have no root of their own. */
const FAMILY_OF: Record<string, Family> = {
  client: "client",
  external_service: "external",
  entry: "entry",
  compute: "compute",
  datastore: "datastore",
  cache: "cache",
  object_store: "files",
  file_store: "files",
  messaging: "messaging",
  platform: "platform",
};

/** The order families stand in, and their names. */
export const FAMILIES: readonly [Family, string][] = [
  ["client", "Clients"],
  ["entry", "Entry"],
  ["compute", "Compute"],
  ["cache", "Cache"],
  ["datastore", "Databases"],
  ["files", "Files and objects"],
  ["messaging", "Messaging"],
  ["platform", "Platform"],
  ["external", "Outside"],
  ["other", "Anything else"],
];

/** The family of a kind: of the nearest kind above it, or itself, that has one. */
export function familyOf(id: string, kinds: ReadonlyMap<string, Kind>): Family {
  for (let at: string | null = id; at !== null; at = kinds.get(at)?.parent ?? null) {
    const family = FAMILY_OF[at];
    if (family) return family;
  }
  return "other";
}

export function lookOf(id: string, kinds: ReadonlyMap<string, Kind>): Look {
  return LOOKS[familyOf(id, kinds)];
}

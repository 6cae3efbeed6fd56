/** What the server does not have yet. Pure. */
import type { BinaryFileData, BinaryFiles } from "@excalidraw/excalidraw/types";
import { newer, type Element } from "../drawing/element";

/** Elements and files by id that wait to be acknowledged. */
export interface Pending {
  elements: Record<string, Element>;
  files: Record<string, BinaryFileData>;
}

export const NOTHING: Pending = { elements: {}, files: {} };

export function isEmpty({ elements, files }: Pending): boolean {
  return Object.keys(elements).length === 0 && Object.keys(files).length === 0;
}

/** What the server has said it has: the version of each element, and the files. */
export class Acknowledged {
  private readonly versions = new Map<string, number>();
  private readonly files = new Set<string>();

  add(elements: readonly Element[], files: Iterable<string> = []): void {
    for (const { id, version } of elements) this.versions.set(id, Math.max(version, this.versions.get(id) ?? 0));
    for (const id of files) this.files.add(id);
  }

  /** What a board holds beyond that. The elements are copies: Excalidraw goes on changing its own. */
  missing(elements: readonly Element[], files: BinaryFiles): Pending {
    const unsent = elements.filter(({ id, version }) => version > (this.versions.get(id) ?? 0));
    return {
      elements: Object.fromEntries(unsent.map((element) => [element.id, { ...element }])),
      files: Object.fromEntries(Object.entries(files).filter(([id]) => !this.files.has(id))),
    };
  }
}

/** Two waiting sets as one; of two states of an element the newer stays. */
export function joined(one: Pending, other: Pending): Pending {
  const elements = { ...one.elements };
  for (const element of Object.values(other.elements)) {
    const known = elements[element.id];
    elements[element.id] = known ? newer(known, element) : element;
  }
  return { elements, files: { ...one.files, ...other.files } };
}

/** What still waits after a set was acknowledged: anything that has grown since. */
export function without(waiting: Pending, acknowledged: Pending): Pending {
  const elements = Object.values(waiting.elements).filter(
    ({ id, version }) => version > (acknowledged.elements[id]?.version ?? 0),
  );
  const files = Object.entries(waiting.files).filter(([id]) => !(id in acknowledged.files));
  return { elements: Object.fromEntries(elements.map((element) => [element.id, element])), files: Object.fromEntries(files) };
}

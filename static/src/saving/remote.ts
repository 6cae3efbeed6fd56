/** The stored board, over the API. */
import type { BinaryFileData, BinaryFiles } from "@excalidraw/excalidraw/types";
import type { Element } from "../drawing/element";
import type { Api } from "../shared/api";
import type { Pending } from "./pending";

export interface StoredBoard {
  revision: number;
  elements: Element[];
  files: BinaryFiles;
}

export interface Acknowledgement {
  revision: number;
  /** What changed on the server since our revision, and what we lost: to be taken over. */
  elements: Element[];
  files?: Record<string, BinaryFileData>;
}

export interface Remote {
  load(): Promise<StoredBoard>;
  save(revision: number, pending: Pending): Promise<Acknowledgement>;
}

export function createRemote(api: Api, base: string): Remote {
  const url = `${base}/board`;
  return {
    load: async () => (await api.get<StoredBoard>(url)).body,
    save: async (revision, { elements, files }) => {
      const body = { elements: Object.values(elements), files };
      return (await api.send<Acknowledgement>("PATCH", url, body, { "If-Match": `"${revision}"` })).body;
    },
  };
}

/** The browser's shelf: what is not acknowledged yet, kept in IndexedDB across reloads and shared by tabs. */
import { createStore, get, update } from "idb-keyval";
import { joined, NOTHING, without, type Pending } from "./pending";

export interface Shelf {
  read(): Promise<Pending>;
  /** Add to what is kept. */
  keep(pending: Pending): Promise<void>;
  /** Let go of what was acknowledged, and of nothing that has changed since. */
  release(acknowledged: Pending): Promise<void>;
}

export function createShelf(session: string): Shelf {
  const store = createStore("whiteboard", "pending");
  return {
    read: async () => (await get<Pending>(session, store)) ?? NOTHING,
    keep: (pending) => update<Pending>(session, (kept) => joined(kept ?? NOTHING, pending), store),
    release: (acknowledged) => update<Pending>(session, (kept) => without(kept ?? NOTHING, acknowledged), store),
  };
}

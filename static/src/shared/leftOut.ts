/** What a file lost when a session began with it: told by the gallery, shown by the board until somebody has read it. */
import { createStore, type Store } from "./store";

export interface LeftOut {
  /** The name of the file. */
  name: string;
  /** In words, one thing each. */
  what: readonly string[];
}

const keyOf = (session: string) => `left-out:${session}`;

/** Leave the news for the page of a session, in this tab. */
export function tellLeftOut(session: string, news: LeftOut): void {
  if (news.what.length === 0) return;
  try {
    sessionStorage.setItem(keyOf(session), JSON.stringify(news));
  } catch {
    // Storage is forbidden or full: the board opens all the same.
  }
}

/** The news for a session; setting it to nothing forgets it for good. */
export function unreadLeftOut(session: string): Store<LeftOut | undefined> {
  const store = createStore(recall(session));
  store.subscribe(() => store.get() ?? forget(session));
  return store;
}

function recall(session: string): LeftOut | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(session));
    return kept === null ? undefined : (JSON.parse(kept) as LeftOut);
  } catch {
    return undefined;
  }
}

function forget(session: string): void {
  try {
    sessionStorage.removeItem(keyOf(session));
  } catch {
    // There was nothing to forget, then.
  }
}

/** Ties saving to the page's life: other tabs, the network, and leaving. */
import type { Saver } from "./saver";

export function watchPage(saver: Saver, session: string): () => void {
  const channel = new BroadcastChannel(`whiteboard-${session}`);
  const unsubscribe = saver.revision.subscribe(() => channel.postMessage(saver.revision.get()));
  channel.onmessage = ({ data }) => {
    if (typeof data === "number" && data > saver.revision.get()) void saver.refresh();
  };
  const stop = new AbortController();
  const { signal } = stop;
  const shelve = () => void saver.keep().catch(() => undefined);
  window.addEventListener("online", () => saver.retry(), { signal });
  window.addEventListener("pagehide", shelve, { signal });
  document.addEventListener(
    "visibilitychange",
    () => (document.visibilityState === "hidden" ? shelve() : void saver.refresh()),
    { signal },
  );
  window.addEventListener(
    "beforeunload",
    (event) => {
      shelve();
      if (saver.atRisk) event.preventDefault();
    },
    { signal },
  );
  return () => {
    stop.abort();
    unsubscribe();
    channel.close();
  };
}

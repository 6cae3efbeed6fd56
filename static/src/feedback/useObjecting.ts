import { useState } from "react";
import { useWorkspace } from "../board/workspace";
import { explain } from "../shared/api";

/** Runs what tells the server an objection, then has the board assessed again; holds why it failed, if it did. */
export function useObjecting() {
  const { renewFeedback, announcement } = useWorkspace();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  /** `said` is announced, and the first element that `next` selects takes the keyboard. */
  const object = async (task: () => Promise<void>, said: string, next: string) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await task();
      await renewFeedback();
    } catch (error) {
      setFailure(explain(error).message);
      return;
    } finally {
      setBusy(false);
    }
    announcement.set(said);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(next)?.focus());
  };
  return { object, failure, busy };
}

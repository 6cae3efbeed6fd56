import { useState } from "react";
import { Reasons } from "../board/Failure";
import { useWorkspace } from "../board/workspace";
import { useStore } from "../shared/useStore";
import type { SavingState } from "./saver";

/** The state of saving in a few words. */
export function savingText(state: SavingState): string {
  switch (state.status) {
    case "saved":
      return "Saved";
    case "saving":
      return "Saving…";
    case "offline":
      return state.kept ? "Offline: kept here, will save" : "Offline: stay on this page, will save";
    case "refused":
      return "Not saved";
  }
}

export function SaveStatus() {
  const { saver } = useWorkspace();
  const state = useStore(saver.state);
  const [open, setOpen] = useState(true);
  if (state.status !== "refused") {
    return (
      <span className="save-status" data-status={state.status}>
        {savingText(state)}
      </span>
    );
  }
  return (
    <div className="save-status" data-status="refused">
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {savingText(state)}
      </button>
      {open && (
        <div className="refusal" role="alert">
          <strong>The server did not take the last changes. They are kept in this browser.</strong>
          <Reasons message={state.message} problems={state.problems} />
          <button type="button" className="button small" onClick={() => saver.retry()}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}

import { useEffect, useState } from "react";
import { verdict } from "../feedback/arrange";
import { savingText } from "../saving/SaveStatus";
import { useStore } from "../shared/useStore";
import { useWorkspace } from "./workspace";

/** Says what happened to who cannot see it: feedback, edits of the outline, fixes; and saving, apart, so that it drowns nothing. */
export function LiveRegion() {
  const { saver, feedback, announcement } = useWorkspace();
  const saving = useStore(saver.state);
  const { latest, failure } = useStore(feedback.state);
  const said = useStore(announcement);
  const [saved, setSaved] = useState("");

  useEffect(() => {
    // Not each “Saving…”.
    if (saving.status !== "saving") setSaved(savingText(saving));
  }, [saving]);
  useEffect(() => {
    if (failure) announcement.set(`No feedback: ${failure.message}`);
    else if (latest) {
      const { headline, details } = verdict(latest.assessment);
      announcement.set(`Feedback: ${[headline, ...details].join(", ")}`);
    }
  }, [latest, failure, announcement]);

  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="false">
      <p>{said}</p>
      <p>{saved}</p>
    </div>
  );
}

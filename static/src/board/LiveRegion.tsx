import { useEffect } from "react";
import { verdict } from "../feedback/arrange";
import { savingText } from "../saving/SaveStatus";
import { useStore } from "../shared/useStore";
import { useWorkspace } from "./workspace";

/** Says what happened to who cannot see it: saving (not each “Saving…”), feedback, edits of the outline. */
export function LiveRegion() {
  const { saver, feedback, announcement } = useWorkspace();
  const saving = useStore(saver.state);
  const { latest, failure } = useStore(feedback.state);
  const said = useStore(announcement);

  useEffect(() => {
    if (saving.status !== "saving") announcement.set(savingText(saving));
  }, [saving, announcement]);
  useEffect(() => {
    if (failure) announcement.set(`No feedback: ${failure.message}`);
    else if (latest) {
      const { headline, details } = verdict(latest.assessment);
      announcement.set(`Feedback: ${[headline, ...details].join(", ")}`);
    }
  }, [latest, failure, announcement]);

  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}

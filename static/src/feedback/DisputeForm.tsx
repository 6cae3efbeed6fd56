import { useId, useRef, useState } from "react";
import { useWorkspace } from "../board/workspace";
import type { Dispute, Finding } from "../shared/contract";
import { Refusal } from "../shared/Refusal";
import { KINDS } from "./disputing";
import { LONGEST_REASON } from "./objections";
import { useObjecting } from "./useObjecting";

interface Props {
  finding: Finding;
  /** What was said against an earlier state of the finding. */
  before: Dispute | undefined;
}

/** Lets the person say why a finding should not count. */
export function DisputeForm({ finding, before }: Props) {
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    <>
      <button ref={toggle} type="button" className="link quiet" aria-expanded={open} aria-label={`Dispute: ${finding.title}`} onClick={() => setOpen(!open)}>
        Dispute
      </button>
      {open && <Form finding={finding} before={before} close={close} />}
    </>
  );
}

function Form({ finding, before, close }: Props & { close: () => void }) {
  const { objections } = useWorkspace();
  const { object, failure, busy } = useObjecting();
  const [kind, setKind] = useState(before?.kind ?? "mitigated_elsewhere");
  const [because, setBecause] = useState(before?.because ?? "");
  const name = useId();
  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    const said = `Disputed, and out of the score: ${finding.title}`;
    void object(() => objections.dispute(finding, kind, because.trim()), said, `[data-check="${finding.check_id}"] h4 button`);
  };
  return (
    <form className="dispute-form" onSubmit={onSubmit} onKeyDown={(event) => event.key === "Escape" && close()}>
      <fieldset>
        <legend>Why should this not count?</legend>
        <div className="choices">
          {KINDS.map(([one, title]) => (
            <label key={one} className="choice">
              <input type="radio" name={name} autoFocus={kind === one} checked={kind === one} onChange={() => setKind(one)} />
              <span>{title}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="reason-field">
        <span>Because</span>
        <input
          required
          pattern=".*\S.*"
          maxLength={LONGEST_REASON}
          autoComplete="off"
          title="Say why in a sentence."
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </label>
      <Refusal failure={failure} />
      <div className="fix-actions">
        <button type="submit" className="button small primary" disabled={busy}>
          Take it out of the score
        </button>
        <button type="button" className="button small" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}

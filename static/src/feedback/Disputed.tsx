import { useWorkspace } from "../board/workspace";
import type { Dispute } from "../shared/contract";
import { Refusal } from "../shared/Refusal";
import { kindTitle } from "./disputing";
import { useObjecting } from "./useObjecting";

/** What the person says against a finding, and the way back. */
export function Disputed({ dispute }: { dispute: Dispute }) {
  const { objections } = useWorkspace();
  const { object, failure, busy } = useObjecting();
  const withdraw = () =>
    void object(() => objections.withdraw(dispute), "Withdrawn: it counts again", `[data-check="${dispute.check_id}"] h4 button`);
  return (
    <div className="disputed">
      <Objection dispute={dispute} />
      <button type="button" className="link quiet" disabled={busy} onClick={withdraw}>
        Withdraw
      </button>
      <Refusal failure={failure} />
    </div>
  );
}

export function Objection({ dispute: { kind, because } }: { dispute: Dispute }) {
  return (
    <p>
      <strong>{kindTitle(kind)}:</strong> {because}
    </p>
  );
}

import { useWorkspace } from "../board/workspace";
import type { Assessment } from "../shared/contract";
import { Refusal } from "../shared/Refusal";
import { Objection } from "./Disputed";
import { useObjecting } from "./useObjecting";

type Stale = NonNullable<Assessment["stale_disputes"]>[number];

/** Disputes that no longer meet a finding: why, and the way to be rid of them. */
export function StaleDisputes({ stale }: { stale: readonly Stale[] }) {
  if (stale.length === 0) return null;
  return (
    <section className="aside stale-disputes" aria-labelledby="stale-title">
      <h3 id="stale-title">Disputes without a finding</h3>
      <ul>
        {stale.map((one) => (
          <StaleLine key={`${one.dispute.source}/${one.dispute.check_id}`} {...one} />
        ))}
      </ul>
    </section>
  );
}

function StaleLine({ dispute, because }: Stale) {
  const { objections } = useWorkspace();
  const { object, failure, busy } = useObjecting();
  const remove = () => void object(() => objections.withdraw(dispute), "The dispute is removed", "#tab-feedback");
  return (
    <li data-dispute={dispute.check_id}>
      <p>{because}</p>
      <Objection dispute={dispute} />
      <button type="button" className="link quiet" disabled={busy} onClick={remove}>
        Remove
      </button>
      <Refusal failure={failure} />
    </li>
  );
}

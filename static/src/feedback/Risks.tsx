import type { Finding, RiskOutcome } from "../shared/contract";

const ORDER = ["open", "acknowledged", "mitigated"] as const;
const TITLE = { open: "Open", acknowledged: "Acknowledged in a note", mitigated: "Mitigated" };

/** What became of each risk the scenario lists. */
export function Risks({ risks, findings }: { risks: readonly RiskOutcome[]; findings: readonly Finding[] }) {
  if (risks.length === 0) return null;
  const titles = new Map(findings.map(({ check_id, title }) => [check_id, title]));
  const sorted = ORDER.flatMap((status) => risks.filter((risk) => risk.status === status));
  return (
    <section className="risks" aria-labelledby="risks-title">
      <h3 id="risks-title">Risks</h3>
      <ul>
        {sorted.map((risk) => (
          <li key={risk.risk_id} data-status={risk.status}>
            <span className="risk-status">{TITLE[risk.status]}</span>
            <span>{risk.title}</span>
            {risk.status === "mitigated" && risk.check_ids.length > 0 && (
              <span className="quiet">by: {risk.check_ids.map((id) => titles.get(id) ?? id).join(", ")}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

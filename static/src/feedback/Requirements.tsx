import { useWorkspace } from "../board/workspace";
import { served, type Served } from "./arrange";
import type { Assessed } from "./useAssessed";

/** How each requirement of the scenario fares, with the findings that stand in its way. */
export function Requirements({ assessed }: { assessed: Assessed }) {
  const rows = served(assessed.latest.assessment, assessed.open);
  if (rows.length === 0) return null;
  return (
    <section className="requirements" aria-labelledby="requirements-title">
      <h3 id="requirements-title">Requirements</h3>
      <ul>
        {rows.map((row) => (
          <Requirement key={row.id} {...row} />
        ))}
      </ul>
    </section>
  );
}

function Requirement({ text, open, holds }: Served) {
  const { chosen, show } = useWorkspace();
  return (
    <li>
      <span>{text}</span>
      {open.length > 0 ? (
        <span className="numbers">
          {open.map(({ finding, number }) => (
            <button
              key={finding.check_id}
              type="button"
              className="number"
              data-status={finding.status}
              aria-label={`Go to ${number}: ${finding.title}`}
              onClick={() => {
                chosen.set(finding.check_id);
                show(finding.evidence.element_ids);
              }}
            >
              {number}
            </button>
          ))}
        </span>
      ) : (
        <span className={holds ? "holds" : "quiet"}>{holds ? "Holds" : "Nothing to judge it by"}</span>
      )}
    </li>
  );
}

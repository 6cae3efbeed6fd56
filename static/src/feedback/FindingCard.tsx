import { useEffect, useRef } from "react";
import { useWorkspace } from "../board/workspace";
import type { Finding, Status } from "../shared/contract";
import { FixOffer } from "../fixes/FixOffer";
import { useStore } from "../shared/useStore";
import { pathLabels, withoutPath, type Item } from "./arrange";
import type { Assessed } from "./useAssessed";

const STATUS: Record<Status, string> = {
  problem: "Problem",
  not_shown: "Not shown",
  pass: "Holds",
  not_applicable: "Not applicable",
  error: "Could not be checked",
};

function label({ status, severity }: Finding): string {
  return status === "problem" && severity !== "major" ? `${STATUS[status]} · ${severity}` : STATUS[status];
}

/** One finding: what was found, why it matters, along which path. Pointing at it lights up the board. */
export function FindingCard({ item, assessed, stale }: { item: Item; assessed: Assessed; stale: boolean }) {
  const { chosen, highlight, show } = useWorkspace();
  const { finding, number } = item;
  const { element_ids: elements } = finding.evidence;
  const isChosen = useStore(chosen) === finding.check_id;
  const ref = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (isChosen) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);

  const choose = () => {
    chosen.set(finding.check_id);
    show(elements);
  };
  return (
    <li
      ref={ref}
      className="finding"
      data-status={finding.status}
      data-check={finding.check_id}
      data-chosen={isChosen}
      onMouseEnter={() => highlight.set(elements)}
      onMouseLeave={() => highlight.set([])}
      onFocus={() => highlight.set(elements)}
      onBlur={() => highlight.set([])}
    >
      <p className="finding-status">
        {number !== undefined && <span className="number">{number}</span>}
        {label(finding)}
        {stale && <span className="stale">changed since</span>}
      </p>
      <h4>
        <button type="button" onClick={choose} disabled={elements.length === 0} aria-pressed={isChosen}>
          {finding.title}
        </button>
      </h4>
      <p>{withoutPath(finding.message, pathLabels(finding, assessed.components))}</p>
      <Paths finding={finding} assessed={assessed} />
      {finding.status !== "pass" && <p className="because">{finding.because}</p>}
      {finding.source !== assessed.latest.assessment.scenario_id && <RuleLink {...finding} />}
      {finding.fix && <FixOffer key={assessed.latest.id} finding={finding} fix={finding.fix} assessed={assessed} />}
    </li>
  );
}

/** To the page of the house rule behind a finding; in a tab of its own, so that the board stays. */
function RuleLink({ source, title }: Finding) {
  return (
    <p className="rule-link">
      <a href={`/rules/${encodeURIComponent(source)}`} target="_blank" rel="noopener" aria-label={`About this rule: ${title} (opens in a new tab)`}>
        About this rule
      </a>
    </p>
  );
}

function Paths({ finding, assessed }: { finding: Finding; assessed: Assessed }) {
  const paths = pathLabels(finding, assessed.components);
  if (paths.length === 0) return null;
  return (
    <>
      {paths.map((labels, i) => (
        <ol key={i} className="path" aria-label="Path">
          {labels.map((name, j) => (
            <li key={j}>{name}</li>
          ))}
        </ol>
      ))}
    </>
  );
}

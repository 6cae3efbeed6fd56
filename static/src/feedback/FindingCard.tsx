import { useEffect, useRef, type ReactNode } from "react";
import { useWorkspace } from "../board/workspace";
import type { Finding } from "../shared/contract";
import { FixOffer } from "../fixes/FixOffer";
import { useStore } from "../shared/useStore";
import { pathLabels, withoutPath, type Item } from "./arrange";
import { DisputeForm } from "./DisputeForm";
import { Disputed } from "./Disputed";
import type { Assessed } from "./useAssessed";

interface Props {
  item: Item;
  assessed: Assessed;
  stale: boolean;
}

/** Told beside the title where it is out of the ordinary. */
function remark({ status, severity }: Finding): string | undefined {
  if (status === "error") return "could not be checked";
  return status === "problem" && severity !== "major" ? severity : undefined;
}

/** One finding: what was found, and, once it is chosen, where, why it matters and what mends it. Pointing at it lights up the board. */
export function FindingCard({ item, assessed, stale }: Props) {
  const { chosen, highlight, show, shownFix } = useWorkspace();
  const { finding, number } = item;
  const { element_ids: elements } = finding.evidence;
  const now = useStore(chosen);
  const open = now === finding.check_id || (now === undefined && number === 1);
  const ref = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (now === finding.check_id) ref.current?.scrollIntoView({ block: "nearest" });
  }, [now, finding.check_id]);

  const choose = () => {
    shownFix.set(undefined);
    // The first is open by itself: to choose it is to see it on the board.
    const isChosen = now === finding.check_id;
    chosen.set(isChosen ? null : finding.check_id);
    if (!isChosen && elements.length > 0) show(elements);
  };
  return (
    <li
      ref={ref}
      className="finding"
      data-status={finding.status}
      data-check={finding.check_id}
      data-chosen={open}
      onMouseEnter={() => highlight.set(elements)}
      onMouseLeave={() => highlight.set([])}
      onFocus={() => highlight.set(elements)}
      onBlur={() => highlight.set([])}
    >
      {number !== undefined && <span className="number">{number}</span>}
      <div className="finding-body">
        <div className="finding-head">
          <h4>
            <button type="button" onClick={choose} aria-expanded={open}>
              {finding.title}
            </button>
          </h4>
          {remark(finding) && (
            <span className="severity" data-severity={finding.severity}>
              {remark(finding)}
            </span>
          )}
          {stale && <span className="stale">changed since</span>}
          <Message finding={finding} assessed={assessed} open={open} />
        </div>
        {finding.dispute && <Disputed dispute={finding.dispute} />}
        <div className="finding-details" hidden={!open}>
          <Details finding={finding} assessed={assessed} />
        </div>
      </div>
    </li>
  );
}

/** What was found; the path is in it as long as it is not shown on its own. */
function Message({ finding, assessed, open }: { finding: Finding; assessed: Assessed; open: boolean }) {
  const brief = finding.status === "problem" && !finding.dispute;
  if (!open && !brief) return null;
  return <p>{open ? withoutPath(finding.message, pathLabels(finding, assessed.components)) : finding.message}</p>;
}

function Details({ finding, assessed }: { finding: Finding; assessed: Assessed }) {
  const { assessment, id } = assessed.latest;
  const needs = assessment.requirements.filter(({ requirement_id: one }) => finding.serves.includes(one));
  const disputable = (finding.status === "problem" || finding.status === "not_shown") && !finding.dispute;
  return (
    <>
      <Paths finding={finding} assessed={assessed} />
      {finding.fix && <FixOffer key={id} finding={finding} fix={finding.fix} assessed={assessed} />}
      {finding.status !== "pass" && <p className="because">{finding.because}</p>}
      {needs.length > 0 && <p className="needs">Needed for: {needs.map(({ text }) => text).join(" ")}</p>}
      <Footer finding={finding} assessed={assessed}>
        {disputable && <DisputeForm key={id} finding={finding} before={disputeBefore(finding, assessed)} />}
      </Footer>
    </>
  );
}

/** What was said against an earlier state of the finding, to say it again. */
function disputeBefore({ source, check_id: check }: Finding, { latest }: Assessed) {
  return latest.assessment.stale_disputes?.map(({ dispute }) => dispute).find((one) => one.source === source && one.check_id === check);
}

function Footer({ finding, assessed, children }: { finding: Finding; assessed: Assessed; children: ReactNode }) {
  const isHouse = finding.source !== assessed.latest.assessment.scenario_id;
  return (
    <div className="finding-foot">
      {isHouse && <RuleLink {...finding} />}
      {children}
    </div>
  );
}

/** To the page of the house rule behind a finding; in a tab of its own, so that the board stays. */
function RuleLink({ source, title }: Finding) {
  return (
    <a
      className="rule-link"
      href={`/rules/${encodeURIComponent(source)}`}
      target="_blank"
      rel="noopener"
      aria-label={`About this rule: ${title} (opens in a new tab)`}
    >
      About this rule
    </a>
  );
}

function Paths({ finding, assessed }: { finding: Finding; assessed: Assessed }) {
  return pathLabels(finding, assessed.components).map((labels, i) => (
    <ol key={i} className="path" aria-label="Path">
      {labels.map((name, j) => (
        <li key={j}>{name}</li>
      ))}
    </ol>
  ));
}

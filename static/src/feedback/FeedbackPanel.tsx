import { useId } from "react";
import { Reasons } from "../board/Failure";
import { useWorkspace } from "../board/workspace";
import { DesignChooser } from "../designs/DesignChooser";
import { Journeys } from "../journeys/Journeys";
import { useStore } from "../shared/useStore";
import { verdict, type Item } from "./arrange";
import { Axes } from "./Axes";
import { Extras } from "./Extras";
import { FindingCard } from "./FindingCard";
import { Requirements } from "./Requirements";
import { Risks } from "./Risks";
import { StaleDisputes } from "./StaleDisputes";
import { useAssessed, useStaleness, type Assessed, type Staleness } from "./useAssessed";

export function FeedbackPanel() {
  const assessed = useAssessed();
  const stale = useStaleness(assessed);
  const { asking, failure } = useStore(useWorkspace().feedback.state);
  return (
    <div className="feedback" aria-busy={asking}>
      {failure && (
        <div className="notice bad" role="alert">
          <strong>No feedback this time.</strong>
          <Reasons message={failure.message} problems={failure.problems} />
        </div>
      )}
      <DesignChooser />
      {assessed ? <Report assessed={assessed} stale={stale} /> : <Invitation asking={asking} />}
    </div>
  );
}

function Invitation({ asking }: { asking: boolean }) {
  const { askFeedback } = useWorkspace();
  return (
    <div className="invitation">
      <h2>Sketch first, then ask</h2>
      <p>
        Your drawing is read as an architecture and checked against the brief. Each finding says why it matters and lights
        up the boxes and arrows it is about.
      </p>
      <button type="button" className="button primary" disabled={asking} onClick={() => void askFeedback()}>
        {asking ? "Checking…" : "Check the board"}
      </button>
    </div>
  );
}

function Report({ assessed, stale }: { assessed: Assessed; stale: Staleness }) {
  const { assessment } = assessed.latest;
  const { problems, missing, disputed, passed, notApplicable } = assessed.report;
  return (
    <>
      <Summary assessed={assessed} />
      {stale.board && <Outdated />}
      <Group title="Problems" items={problems} assessed={assessed} stale={stale} />
      <Group title="Not shown: draw it, or write it down" items={missing} assessed={assessed} stale={stale} />
      <Group title="Disputed: not in the score" items={disputed} assessed={assessed} stale={stale} />
      <StaleDisputes stale={assessment.stale_disputes ?? []} />
      <Folded title={passed.length === 1 ? "check holds" : "checks hold"} items={passed} assessed={assessed} />
      <Folded title="not applicable here" items={notApplicable} assessed={assessed} />
      <Requirements assessed={assessed} />
      <Risks risks={assessment.risks} findings={assessment.findings} />
      <Extras extras={assessment.extras ?? []} components={assessed.components} />
      <Journeys journeys={assessment.journeys ?? []} components={assessed.components} />
    </>
  );
}

function Summary({ assessed }: { assessed: Assessed }) {
  const { headline, details } = verdict(assessed.latest.assessment);
  const { score } = assessed.latest.assessment;
  return (
    <header className="verdict">
      {assessed.latest.design !== null && <p className="of-design">Design {assessed.latest.design}</p>}
      <h2>{headline}</h2>
      <p>{details.join(" · ")}</p>
      {score.possible > 0 && (
        <>
          <div className="score">
            <div
              className="meter"
              role="meter"
              aria-label="Points earned of those the drawing could decide"
              aria-valuemin={0}
              aria-valuemax={score.possible}
              aria-valuenow={score.earned}
            >
              <div style={{ width: `${(100 * score.earned) / score.possible}%` }} />
            </div>
            <span>
              {score.earned} of {score.possible} points
            </span>
          </div>
          <Axes score={score} />
        </>
      )}
    </header>
  );
}

function Outdated() {
  const { askFeedback } = useWorkspace();
  return (
    <div className="notice">
      <span>The board has changed since.</span>
      <button type="button" className="button small" onClick={() => void askFeedback()}>
        Check again
      </button>
    </div>
  );
}

interface Items {
  title: string;
  items: readonly Item[];
  assessed: Assessed;
}

function Group({ title, items, assessed, stale }: Items & { stale: Staleness }) {
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section className="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul className="findings">
        {items.map((item) => (
          <FindingCard key={item.finding.check_id} item={item} assessed={assessed} stale={stale.findings.has(item.finding.check_id)} />
        ))}
      </ul>
    </section>
  );
}

function Folded({ title, items, assessed }: Items) {
  if (items.length === 0) return null;
  return (
    <details className="folded">
      <summary>
        {items.length} {title}
      </summary>
      <ul className="findings">
        {items.map((item) => (
          <FindingCard key={item.finding.check_id} item={item} assessed={assessed} stale={false} />
        ))}
      </ul>
    </details>
  );
}

import { Reasons } from "../board/Failure";
import { useWorkspace } from "../board/workspace";
import { DesignChooser } from "../designs/DesignChooser";
import { useStore } from "../shared/useStore";
import { verdict, type Section } from "./arrange";
import { Axes } from "./Axes";
import { Extras } from "./Extras";
import { FindingCard } from "./FindingCard";
import { Journeys } from "./Journeys";
import { Risks } from "./Risks";
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
  return (
    <>
      <Summary assessed={assessed} />
      {stale.board && <Outdated />}
      {assessed.sections.map((section) => (
        <SectionView key={section.id} section={section} assessed={assessed} stale={stale} />
      ))}
      <Risks risks={assessment.risks} findings={assessment.findings} />
      <Extras extras={assessment.extras ?? []} components={assessed.components} />
      <Journeys journeys={assessment.journeys ?? []} components={assessed.components} />
    </>
  );
}

function Summary({ assessed }: { assessed: Assessed }) {
  const { headline, details } = verdict(assessed.latest.assessment);
  const { earned, possible, axes = [] } = assessed.latest.assessment.score;
  return (
    <header className="verdict">
      {assessed.latest.design !== null && <p className="of-design">Design {assessed.latest.design}</p>}
      <h2>{headline}</h2>
      <p>{details.join(" · ")}</p>
      {possible > 0 && (
        <div className="score">
          <div
            className="meter"
            role="meter"
            aria-label="Points earned of those the drawing could decide"
            aria-valuemin={0}
            aria-valuemax={possible}
            aria-valuenow={earned}
          >
            <div style={{ width: `${(100 * earned) / possible}%` }} />
          </div>
          <span>
            {earned} of {possible} points
          </span>
        </div>
      )}
      {possible > 0 && <Axes axes={axes} />}
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

function Folded({ title, items, assessed }: { title: string; items: Section["passed"]; assessed: Assessed }) {
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

function SectionView({ section, assessed, stale }: { section: Section; assessed: Assessed; stale: Staleness }) {
  const heading = `section-${section.id}`;
  return (
    <section className="requirement" aria-labelledby={heading} data-open={section.open.length > 0}>
      <h3 id={heading}>{section.title}</h3>
      {section.open.length > 0 && (
        <ul className="findings">
          {section.open.map((item) => (
            <FindingCard key={item.finding.check_id} item={item} assessed={assessed} stale={stale.findings.has(item.finding.check_id)} />
          ))}
        </ul>
      )}
      <Folded title={section.passed.length === 1 ? "check holds" : "checks hold"} items={section.passed} assessed={assessed} />
      <Folded title="not applicable here" items={section.notApplicable} assessed={assessed} />
    </section>
  );
}

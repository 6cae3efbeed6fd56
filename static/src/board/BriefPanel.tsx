import { useState } from "react";
import { Icon } from "../shared/Icon";
import type { Requirement, ScenarioBrief } from "../shared/contract";

function Requirements({ title, list }: { title: string; list: readonly Requirement[] }) {
  if (list.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {list.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** The task: what to design, and what it must do. */
export function BriefPanel({ scenario }: { scenario: ScenarioBrief }) {
  const [open, setOpen] = useState(true);
  const of = (type: Requirement["type"]) => scenario.requirements.filter((requirement) => requirement.type === type);
  return (
    <section className="panel brief" aria-labelledby="brief-title" data-open={open}>
      <header className="panel-head">
        <h2 id="brief-title">Brief</h2>
        <span className="quiet">
          {scenario.level} · {scenario.minutes} min
        </span>
        <button
          type="button"
          className="icon-button fold"
          aria-expanded={open}
          aria-label={open ? "Fold the brief" : "Unfold the brief"}
          onClick={() => setOpen(!open)}
        >
          <Icon name="down" />
        </button>
      </header>
      {open && (
        <div className="panel-body" tabIndex={0} role="group" aria-label="The task">
          {scenario.prompt.split(/\n\s*\n/).map((paragraph, i) => (
            <p key={i} className="prompt">
              {paragraph}
            </p>
          ))}
          <Requirements title="It must" list={of("functional")} />
          <Requirements title="How well" list={of("quality")} />
        </div>
      )}
    </section>
  );
}

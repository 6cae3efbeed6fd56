import { useWorkspace } from "../board/workspace";
import { Pointing } from "../feedback/Pointing";
import { useObjecting } from "../feedback/useObjecting";
import type { Component, JourneyTaken } from "../shared/contract";
import { Refusal } from "../shared/Refusal";
import { useStore } from "../shared/useStore";
import { JourneyEditor } from "./JourneyEditor";
import { journeyTitle } from "./picking";

interface Props {
  journeys: readonly JourneyTaken[];
  components: ReadonlyMap<string, Component>;
}

/** Which way each journey was taken to go, so that one can see what the findings rest on, and say it better. */
export function Journeys({ journeys, components }: Props) {
  if (journeys.length === 0) return null;
  return (
    <details className="folded aside journeys">
      <summary>
        {journeys.length === 1 ? "The way" : `The ${journeys.length} ways`} I took through the board
      </summary>
      <ul>
        {journeys.map((journey) => (
          <Journey key={journey.journey_id} journey={journey} components={components} />
        ))}
      </ul>
    </details>
  );
}

function Journey({ journey, components }: { journey: JourneyTaken; components: Props["components"] }) {
  const { picking } = useWorkspace();
  const { journey_id: id, walk, because, stale = false, element_ids: elements } = journey;
  const isPicked = useStore(picking)?.journey === id;
  const names = walk.map((component) => components.get(component)?.label || "unnamed");
  return (
    <li data-journey={id}>
      <Pointing elements={elements}>
        <strong>{journeyTitle(id)}</strong> {names.length > 0 && names.join(" → ")}
        <span className="quiet"> {because}</span>
      </Pointing>
      {stale && <p className="stale-journey">The way that you told me is no longer drawn.</p>}
      {isPicked ? <JourneyEditor id={id} /> : <Corrections journey={journey} told={stale || journey.known_by === "person"} />}
    </li>
  );
}

/** The ways to say another way, and to take back what was said. */
function Corrections({ journey: { journey_id: id, stale }, told }: { journey: JourneyTaken; told: boolean }) {
  const { picking, objections, board } = useWorkspace();
  const { object, failure, busy } = useObjecting();
  const pick = () => {
    board.get()?.select([]);
    picking.set({ journey: id, walk: [] });
  };
  const takeBack = () => void object(() => objections.takeBack(id), "Taken back", `[data-journey="${id}"] .correct`);
  return (
    <div className="corrections">
      <button
        type="button"
        className="link quiet correct"
        aria-label={`${journeyTitle(id)} takes another way`}
        onClick={pick}
      >
        It takes another way
      </button>
      {told && (
        <button type="button" className="link quiet" disabled={busy} onClick={takeBack}>
          {stale ? "Forget what I told" : "Take back what I told"}
        </button>
      )}
      <Refusal failure={failure} />
    </div>
  );
}

import type { Component, JourneyTaken } from "../shared/contract";
import { Pointing } from "./Pointing";

/** Which way each journey was taken to go, so that one can see what the findings rest on. */
export function Journeys({ journeys, components }: { journeys: readonly JourneyTaken[]; components: ReadonlyMap<string, Component> }) {
  const taken = journeys.filter(({ walk }) => walk.length > 0);
  if (taken.length === 0) return null;
  return (
    <details className="folded aside">
      <summary>
        {taken.length === 1 ? "The way" : `The ${taken.length} ways`} I took through the board
      </summary>
      <ul>
        {taken.map(({ journey_id: id, source, walk, because, element_ids: elements }) => (
          <Pointing key={`${source} ${id}`} elements={elements}>
            <strong>{id}</strong>: {walk.map((component) => components.get(component)?.label || "unnamed").join(" → ")}
            <span className="quiet"> {because}</span>
          </Pointing>
        ))}
      </ul>
    </details>
  );
}

import type { Component, Extra } from "../shared/contract";
import { Pointing } from "./Pointing";

/** What nothing asked for needs: said gently, it is no finding. */
export function Extras({ extras, components }: { extras: readonly Extra[]; components: ReadonlyMap<string, Component> }) {
  if (extras.length === 0) return null;
  return (
    <section className="aside" aria-labelledby="extras-title">
      <h3 id="extras-title">Could it go?</h3>
      <ul>
        {extras.map(({ component_ids: ids, message }) => (
          <li key={ids.join(" ")}>
            <Pointing elements={ids.flatMap((id) => components.get(id)?.element_ids ?? [])}>{message}</Pointing>
          </li>
        ))}
      </ul>
    </section>
  );
}

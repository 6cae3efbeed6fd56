import { useEffect, useState } from "react";
import { useWorkspace } from "../board/workspace";
import { setReplicas } from "../drawing/corrections";
import type { Component } from "../shared/contract";

/** How many copies there are: empty when the drawing does not say. */
export function ReplicasField({ component }: { component: Component }) {
  const { edit, announcement } = useWorkspace();
  const shown = component.replicas === null ? "" : String(component.replicas);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const name = component.label || "unnamed";

  const commit = () => {
    const count = typed === "" ? undefined : Number(typed);
    if (typed === shown) return;
    if (count !== undefined && (!Number.isInteger(count) || count < 1)) return setTyped(shown);
    edit((elements) => setReplicas(elements, component, count));
    announcement.set(count === undefined ? `Copies of ${name} are as drawn` : `${name}: ${count} copies`);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key === "Escape") setTyped(shown);
  };
  return (
    <label className="replicas" title="How many copies there are">
      ×
      <input
        type="number"
        min={1}
        step={1}
        placeholder="–"
        aria-label={`Copies of ${name}`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}

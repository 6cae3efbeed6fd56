import { useEffect, useRef, useState } from "react";
import { useWorkspace } from "../board/workspace";
import { useReading } from "../designs/useReading";
import { useObjecting } from "../feedback/useObjecting";
import type { Component } from "../shared/contract";
import { Refusal } from "../shared/Refusal";
import { useStore } from "../shared/useStore";
import { candidates, journeyTitle, picked } from "./picking";

/** The fewest components that are a way. */
const SHORTEST = 2;

/** Picks the components that a journey passes, in order: from a list, or on the drawing. */
export function JourneyEditor({ id }: { id: string }) {
  const { picking, objections, saver } = useWorkspace();
  const reading = useReading();
  const walk = useStore(picking)?.walk ?? [];
  const { object, failure, busy } = useObjecting();
  const toNext = useRef<HTMLSelectElement>(null);
  useEffect(() => toNext.current?.focus(), []);
  if (!reading) return null;

  const cancel = () => {
    picking.set(undefined);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-journey="${id}"] .correct`)?.focus());
  };
  const tell = () => {
    const task = async () => objections.tell(id, walk, await saver.flush());
    void object(task, `${journeyTitle(id)} takes the way that you told`, `[data-journey="${id}"] .correct`);
  };
  const labels = new Map(reading.components.map((component) => [component.id, nameOf(component)]));
  return (
    <div className="journey-editor" role="group" aria-label={`The way of ${journeyTitle(id)}`} onKeyDown={(event) => event.key === "Escape" && cancel()}>
      <p>Pick what it passes, in order: on the drawing, or here.</p>
      {walk.length > 0 && (
        <ol className="path" aria-label="Picked so far">
          {walk.map((component) => (
            <li key={component}>{labels.get(component)}</li>
          ))}
        </ol>
      )}
      <Next
        key={walk.join(" ")}
        list={candidates(reading, walk)}
        first={walk.length === 0}
        select={toNext}
        add={(next) => picking.set((now) => now && picked(now, next, reading))}
      />
      <Refusal failure={failure} />
      <div className="fix-actions">
        <button type="button" className="button small primary" disabled={walk.length < SHORTEST || busy} onClick={tell}>
          This is the way
        </button>
        {walk.length > 0 && (
          <button type="button" className="button small" onClick={() => picking.set({ journey: id, walk: walk.slice(0, -1) })}>
            One back
          </button>
        )}
        <button type="button" className="button small" onClick={cancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

function nameOf({ label }: Component): string {
  return label || "unnamed";
}

interface NextProps {
  list: readonly Component[];
  first: boolean;
  select: React.Ref<HTMLSelectElement>;
  add: (id: string) => void;
}

function Next({ list, first, select, add }: NextProps) {
  const [chosen, setChosen] = useState(list[0]?.id ?? "");
  if (list.length === 0) return <p className="quiet">Nothing else is joined to it.</p>;
  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    add(chosen);
  };
  return (
    <form className="row-connect" onSubmit={onSubmit}>
      <select
        ref={select}
        autoFocus
        aria-label={first ? "It begins at" : "Then it passes"}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        {list.map((component) => (
          <option key={component.id} value={component.id}>
            {nameOf(component)}
          </option>
        ))}
      </select>
      <button type="submit" className="button small">
        Add
      </button>
    </form>
  );
}

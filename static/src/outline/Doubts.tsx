import { useMemo, useRef, useState } from "react";
import { useWorkspace } from "../board/workspace";
import { setKind } from "../drawing/corrections";
import type { Component, Reading } from "../shared/contract";
import { Icon } from "../shared/Icon";
import { doubtsOf, questionText, titleOf, type Doubt } from "./questions";
import { KindSelect } from "./KindSelect";

/** The questions of the reading, the doubtful kinds first: Enter says “right”, the list of kinds corrects. */
export function Doubts({ reading, unclear }: { reading: Reading; unclear: Reading["unclear"] }) {
  const { board } = useWorkspace();
  const doubts = useMemo(() => doubtsOf(reading, board.get()?.elements() ?? []), [reading, board]);
  if (doubts.length + unclear.length === 0) return null;
  return (
    <section aria-labelledby="outline-unclear">
      <h3 id="outline-unclear">Not clear to me</h3>
      <ul className="questions">
        {doubts.map((doubt) => (
          <KindQuestion key={doubt.component.id} doubt={doubt} />
        ))}
        {unclear.map((open, i) => (
          <OpenQuestion key={i} {...open} />
        ))}
      </ul>
    </section>
  );
}

function useCorrection(component: Component) {
  const { edit, announcement, kinds } = useWorkspace();
  return (kind: string) => {
    edit((elements) => setKind(elements, component, kind));
    announcement.set(`${component.label || "unnamed"} is set to ${titleOf(kind, kinds)}`);
  };
}

/** Go on to the next question, so that one key after the other answers them all. */
function goOn(from: HTMLElement | null): void {
  from?.nextElementSibling?.querySelector<HTMLElement>("button.right, select")?.focus();
}

function KindQuestion({ doubt }: { doubt: Doubt }) {
  const { component, retired } = doubt;
  const { highlight, kinds, show } = useWorkspace();
  const correct = useCorrection(component);
  const ref = useRef<HTMLLIElement>(null);
  const settle = (kind: string) => {
    correct(kind);
    goOn(ref.current);
  };
  const name = component.label || "unnamed";
  return (
    <li
      ref={ref}
      className="doubt"
      data-component={component.id}
      onMouseEnter={() => highlight.set(component.element_ids)}
      onMouseLeave={() => highlight.set([])}
      onFocus={() => highlight.set(component.element_ids)}
      onBlur={() => highlight.set([])}
    >
      <button type="button" className="question" onClick={() => show(component.element_ids)}>
        <Icon name="question" />
        <span>{questionText(doubt, kinds)}</span>
      </button>
      {!retired && <p className="quiet">{component.reason}</p>}
      <div className="answers">
        {component.kind !== "other" && (
          <button type="button" className="button small right" aria-label={`Right: ${name} is a ${titleOf(component.kind, kinds)}`} onClick={() => settle(component.kind)}>
            Right
          </button>
        )}
        {retired && (
          <button type="button" className="button small" onClick={() => settle(retired.kind)}>
            Still {titleOf(retired.kind, kinds)}
          </button>
        )}
        <AnswerSelect component={component} settle={settle} />
      </div>
    </li>
  );
}

/** Picked with the mouse, a kind is the answer at once; the keys only choose it, and Enter answers. */
function AnswerSelect({ component, settle }: { component: Component; settle: (kind: string) => void }) {
  const [chosen, setChosen] = useState(component.kind);
  const byKeys = useRef(false);
  const onKeyDown = (event: React.KeyboardEvent) => {
    byKeys.current = true;
    if (event.key !== "Enter") return;
    event.preventDefault();
    settle(chosen);
  };
  const onChange = (kind: string) => {
    setChosen(kind);
    if (!byKeys.current) settle(kind);
  };
  return (
    <span className="answer" onKeyDown={onKeyDown} onPointerDown={() => (byKeys.current = false)}>
      <KindSelect label={`What ${component.label || "this"} is`} value={chosen} onChange={onChange} />
    </span>
  );
}

function OpenQuestion({ question, element_ids: elements }: Reading["unclear"][number]) {
  const { highlight, show } = useWorkspace();
  return (
    <li onMouseEnter={() => highlight.set(elements)} onMouseLeave={() => highlight.set([])}>
      <button type="button" className="question" onClick={() => show(elements)}>
        <Icon name="question" />
        <span>{question}</span>
      </button>
    </li>
  );
}

import { useMemo } from "react";
import { useWorkspace } from "../board/workspace";
import { DesignChooser } from "../designs/DesignChooser";
import { useReading } from "../designs/useReading";
import type { Reading } from "../shared/contract";
import { Icon } from "../shared/Icon";
import { useStore } from "../shared/useStore";
import { AddComponent } from "./AddComponent";
import { ComponentRow } from "./ComponentRow";
import { ConnectionLine } from "./ConnectionLine";
import { Doubts } from "./Doubts";
import { outlineOf, type Outline } from "./rows";

/** What was read in the drawing, as text, and every edit of it by keyboard: the twin of the canvas. */
export function OutlinePanel() {
  const reading = useReading();
  return (
    <div className="outline">
      <h2 className="visually-hidden">Outline</h2>
      <AddComponent />
      <DesignChooser />
      {reading ? <Contents reading={reading} /> : <p className="quiet empty">Reading the board…</p>}
    </div>
  );
}

function Contents({ reading }: { reading: Reading }) {
  const { kinds } = useWorkspace();
  const { rows, rest, unclear } = useMemo(() => outlineOf(reading, kinds), [reading, kinds]);
  if (rows.length === 0) {
    return <p className="quiet empty">No component yet. Add one here, or draw a box and write on it.</p>;
  }
  return (
    <>
      <MarksSwitch />
      <Doubts reading={reading} unclear={unclear} />
      <h3 id="outline-components">
        {rows.length} {rows.length === 1 ? "component" : "components"}, {reading.connections.length}{" "}
        {reading.connections.length === 1 ? "connection" : "connections"}
      </h3>
      <ul className="rows" aria-labelledby="outline-components">
        {rows.map((row) => (
          <ComponentRow key={row.component.id} row={row} reading={reading} />
        ))}
      </ul>
      <Rest rest={rest} />
      <Notes reading={reading} />
    </>
  );
}

/** Whether the drawing bears marks while this panel is open. */
function MarksSwitch() {
  const { marks } = useWorkspace();
  const on = useStore(marks);
  return (
    <label className="marks-switch">
      <input type="checkbox" checked={on} onChange={() => marks.set(!on)} />
      Show on the board how I read it
    </label>
  );
}

function Rest({ rest }: { rest: Outline["rest"] }) {
  if (rest.length === 0) return null;
  return (
    <section aria-labelledby="outline-rest">
      <h3 id="outline-rest">Other connections</h3>
      <ul className="links">
        {rest.map(({ connection, from, to }) => (
          <ConnectionLine key={connection.id} connection={connection} name={`from ${from} to ${to}`}>
            {from} <Icon name="arrow" /> {to}
          </ConnectionLine>
        ))}
      </ul>
    </section>
  );
}

function Notes({ reading }: { reading: Reading }) {
  if (reading.notes.length === 0) return null;
  return (
    <details className="folded notes">
      <summary>
        {reading.notes.length} {reading.notes.length === 1 ? "note" : "notes"}
      </summary>
      <ul>
        {reading.notes.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

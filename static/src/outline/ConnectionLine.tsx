import { useState, type ReactNode } from "react";
import { useWorkspace } from "../board/workspace";
import { labelConnection, remove } from "../drawing/edits";
import type { Connection } from "../shared/contract";
import { Action } from "./Action";
import { CourseSelect } from "./CourseSelect";
import { TextField } from "./TextField";

/** One connection: which way it runs, where to, what is written on it; each can be changed. `name` tells it from others. */
export function ConnectionLine({ connection, name, children }: { connection: Connection; name: string; children: ReactNode }) {
  const { edit, announcement, highlight, show } = useWorkspace();
  const [labelling, setLabelling] = useState(false);
  const relabel = (label: string) => {
    setLabelling(false);
    if (label === connection.label) return;
    const done = edit((elements, board) => labelConnection(elements, connection, label, board.layout));
    if (done) announcement.set(label ? `The connection ${name} is labelled ${label}` : `The label of the connection ${name} is gone`);
  };
  const erase = () => {
    edit((elements) => remove(elements, connection.element_ids));
    announcement.set(`Connection ${name} deleted`);
  };
  return (
    <li onMouseEnter={() => highlight.set(connection.element_ids)} onMouseLeave={() => highlight.set([])}>
      <CourseSelect connection={connection} name={name} />
      {labelling ? (
        <TextField
          label={`Label of the connection ${name}`}
          placeholder="What goes over it"
          initial={connection.label}
          onDone={relabel}
          onCancel={() => setLabelling(false)}
        />
      ) : (
        <button type="button" className="row-name" onClick={() => show(connection.element_ids)}>
          {children}
          {connection.label && <span className="quiet"> {connection.label}</span>}
        </button>
      )}
      <Action icon="edit" label={`Label the connection ${name}`} onClick={() => setLabelling(true)} />
      <Action icon="close" label={`Delete the connection ${name}`} onClick={erase} />
    </li>
  );
}

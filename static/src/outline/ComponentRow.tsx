import { useState } from "react";
import { useWorkspace } from "../board/workspace";
import { setKind } from "../drawing/corrections";
import { connect, remove, renameComponent } from "../drawing/edits";
import type { Component, Reading } from "../shared/contract";
import { Glyph } from "../palette/Glyph";
import { Action } from "./Action";
import { KindSelect } from "./KindSelect";
import { Links } from "./Links";
import { ReplicasField } from "./ReplicasField";
import { touching, type Row } from "./rows";
import { TextField } from "./TextField";

type Mode = "plain" | "renaming" | "connecting";

/** One component with what leaves it, and its edits. */
export function ComponentRow({ row, reading }: { row: Row; reading: Reading }) {
  const { component, links } = row;
  const { edit, highlight, kinds, show } = useWorkspace();
  const [mode, setMode] = useState<Mode>("plain");
  const name = component.label || "unnamed";
  const done = () => setMode("plain");
  return (
    <li
      className="row"
      data-component={component.id}
      onMouseEnter={() => highlight.set(component.element_ids)}
      onMouseLeave={() => highlight.set([])}
    >
      <div className="row-head">
        <Glyph kind={component.kind} kinds={kinds} />
        {mode === "renaming" ? (
          <RenameField component={component} done={done} />
        ) : (
          <button type="button" className="row-name" onClick={() => show(component.element_ids)}>
            {name}
          </button>
        )}
        <Action icon="edit" label={`Rename ${name}`} onClick={() => setMode("renaming")} />
        <Action icon="connect" label={`Connect ${name} to another`} onClick={() => setMode("connecting")} />
        <DeleteComponent component={component} reading={reading} />
      </div>
      <div className="row-kind">
        <KindSelect
          label={`Kind of ${name}`}
          value={component.kind}
          onChange={(kind) => edit((elements) => setKind(elements, component, kind))}
        />
        <ReplicasField component={component} />
      </div>
      {mode === "connecting" && <ConnectForm component={component} reading={reading} done={done} />}
      <Links from={name} links={links} />
    </li>
  );
}

function RenameField({ component, done }: { component: Component; done: () => void }) {
  const { edit, announcement } = useWorkspace();
  const rename = (label: string) => {
    if (label && label !== component.label) {
      edit((elements, board) => renameComponent(elements, component, label, board.layout));
      announcement.set(`Renamed to ${label}`);
    }
    done();
  };
  return <TextField label={`New name of ${component.label || "unnamed"}`} initial={component.label} onDone={rename} onCancel={done} />;
}

function ConnectForm({ component, reading, done }: { component: Component; reading: Reading; done: () => void }) {
  const { edit, announcement } = useWorkspace();
  const others = reading.components.filter(({ id }) => id !== component.id);
  const [target, setTarget] = useState(others[0]?.id ?? "");
  if (others.length === 0) return <p className="quiet">There is nothing to connect it to yet.</p>;
  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    const other = others.find(({ id }) => id === target);
    if (!other) return;
    edit((elements) => connect(elements, component, other));
    announcement.set(`${component.label} connected to ${other.label}`);
    done();
  };
  return (
    <form className="row-connect" onSubmit={onSubmit} onKeyDown={(event) => event.key === "Escape" && done()}>
      <select autoFocus aria-label={`Connect ${component.label} to`} value={target} onChange={(event) => setTarget(event.target.value)}>
        {others.map(({ id, label }) => (
          <option key={id} value={id}>
            {label || "unnamed"}
          </option>
        ))}
      </select>
      <button type="submit" className="button small primary">
        Connect
      </button>
      <button type="button" className="button small" onClick={done}>
        Cancel
      </button>
    </form>
  );
}

function DeleteComponent({ component, reading }: { component: Component; reading: Reading }) {
  const { edit, announcement } = useWorkspace();
  const arrows = touching(reading, component.id);
  const name = component.label || "unnamed";
  const onClick = () => {
    edit((elements) => remove(elements, [...component.element_ids, ...arrows.flatMap(({ element_ids: ids }) => ids)]));
    announcement.set(`${name} deleted, with ${arrows.length} ${arrows.length === 1 ? "connection" : "connections"}`);
    document.getElementById("tab-outline")?.focus();
  };
  return <Action icon="trash" label={`Delete ${name}`} onClick={onClick} />;
}

import { useRef, useState } from "react";
import { useWorkspace } from "../board/workspace";
import { addToBoard } from "../palette/add";
import { KindSelect } from "./KindSelect";

/** Adds a component by name and kind; the name may be left out. */
export function AddComponent() {
  const workspace = useWorkspace();
  const [name, setName] = useState("");
  const [kind, setKind] = useState("service");
  const field = useRef<HTMLInputElement>(null);
  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    const chosen = workspace.kinds.get(kind);
    if (!chosen) return;
    addToBoard(workspace, chosen, name.trim() || chosen.title);
    setName("");
    field.current?.focus();
  };
  return (
    <form className="add-component" onSubmit={onSubmit} aria-label="Add a component">
      <input ref={field} aria-label="Name of the new component" placeholder="Name of a new component" value={name} onChange={(event) => setName(event.target.value)} />
      <KindSelect label="Kind of the new component" value={kind} onChange={setKind} />
      <button type="submit" className="button small">
        Add
      </button>
    </form>
  );
}

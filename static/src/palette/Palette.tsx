import { useState } from "react";
import { useWorkspace } from "../board/workspace";
import { newComponent } from "../drawing/edits";
import { lookOf } from "../drawing/look";
import type { Kind } from "../shared/contract";
import { Icon } from "../shared/Icon";
import { addToBoard } from "./add";
import { carry } from "./drag";
import { Glyph } from "./Glyph";
import { paletteShelves, search } from "./search";

function PaletteItem({ kind }: { kind: Kind }) {
  const workspace = useWorkspace();
  const { board, kinds } = workspace;
  const onClick = (event: React.MouseEvent) => {
    addToBoard(workspace, kind);
    // By mouse one goes on at the board; by keyboard, in the list.
    if (event.detail > 0) board.get()?.focus();
  };
  const onDragStart = (event: React.DragEvent) => {
    const surface = board.get();
    if (!surface) return event.preventDefault();
    carry(event.dataTransfer, newComponent(kind.id, kind.title, lookOf(kind.id, kinds), { x: 0, y: 0 }, surface.layout));
  };
  return (
    <li>
      <button
        type="button"
        className="palette-item"
        draggable
        title={kind.description}
        onClick={onClick}
        onDragStart={onDragStart}
      >
        <Glyph kind={kind.id} kinds={kinds} />
        {kind.title}
      </button>
    </li>
  );
}

/** The components there are, to be clicked or dragged onto the board. */
export function Palette() {
  const workspace = useWorkspace();
  const [query, setQuery] = useState("");
  const found = query.trim() ? search(workspace.kinds, query) : undefined;
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") setQuery("");
    if (event.key === "Enter" && found?.[0]) addToBoard(workspace, found[0]);
  };
  return (
    <section className="panel palette" aria-labelledby="palette-title">
      <header className="panel-head">
        <h2 id="palette-title">Components</h2>
      </header>
      <div className="search">
        <Icon name="search" />
        <input
          type="search"
          aria-label="Search components"
          placeholder="Search, then Enter"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="panel-body" tabIndex={-1}>
        {found ? <Found kinds={found} /> : <Shelves />}
      </div>
    </section>
  );
}

function Found({ kinds }: { kinds: readonly Kind[] }) {
  if (kinds.length === 0) return <p className="quiet empty">No component is called that. Draw a box and write on it.</p>;
  return (
    <ul className="palette-list">
      {kinds.map((kind) => (
        <PaletteItem key={kind.id} kind={kind} />
      ))}
    </ul>
  );
}

function Shelves() {
  const { kinds } = useWorkspace();
  return paletteShelves(kinds).map(({ family, title, kinds: members }) => (
    <div key={family} className="palette-shelf">
      <h3>{title}</h3>
      <ul className="palette-list">
        {members.map((kind) => (
          <PaletteItem key={kind.id} kind={kind} />
        ))}
      </ul>
    </div>
  ));
}

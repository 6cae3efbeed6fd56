import { useCallback, useMemo, useState } from "react";
import type { Board } from "../board/board";
import { useFollowing } from "../board/useFollowing";
import { useWorkspace } from "../board/workspace";
import { setKind } from "../drawing/corrections";
import { useReading } from "../designs/useReading";
import type { Reading } from "../shared/contract";
import { useStore } from "../shared/useStore";
import { titleOf } from "./questions";
import { KindSelect } from "./KindSelect";
import { placeMarks, type Mark } from "./markPlaces";

/** On the drawing, while the outline is open: how each component was read. */
export function Marks() {
  const { panel, marks } = useWorkspace();
  const [front, wanted, read] = [useStore(panel), useStore(marks), useReading()];
  if (front !== "outline" || !wanted || !read) return null;
  return <MarkLayer reading={read} />;
}

const NONE: Mark[] = [];

function MarkLayer({ reading }: { reading: Reading }) {
  const board = useStore(useWorkspace().board);
  const doubtful = useMemo(() => new Set(reading.unclear.flatMap(({ component_ids: ids }) => ids)), [reading]);
  const read = useCallback((surface: Board) => placeMarks(surface, reading.components, doubtful), [reading, doubtful]);
  return useFollowing(board, read, NONE).map((mark) => (
    <MarkView key={mark.component.id} mark={mark} doubtful={doubtful.has(mark.component.id)} />
  ));
}

/** What a component was read as; the list of kinds lies over it unseen, and is filled when the pointer comes near. */
function MarkView({ mark: { component, x, y, width }, doubtful }: { mark: Mark; doubtful: boolean }) {
  const { edit, kinds, announcement } = useWorkspace();
  const [near, setNear] = useState(false);
  const name = component.label || "unnamed";
  const title = kinds.get(component.kind)?.title ?? component.kind;
  const correct = (kind: string) => {
    edit((elements) => setKind(elements, component, kind));
    announcement.set(`${name} is set to ${titleOf(kind, kinds)}`);
  };
  return (
    <span
      className="mark"
      data-doubtful={doubtful}
      title={component.reason}
      style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)`, maxWidth: width }}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
    >
      <span className="mark-text">{component.kind === "other" ? "?" : doubtful ? `${title}?` : title}</span>
      {near ? (
        <KindSelect label={`Kind of ${name}, on the board`} value={component.kind} onChange={correct} />
      ) : (
        <select aria-label={`Kind of ${name}, on the board`} value={component.kind} onChange={() => undefined}>
          <option value={component.kind}>{title}</option>
        </select>
      )}
    </span>
  );
}

import { useCallback } from "react";
import type { Board } from "../board/board";
import { useFollowing } from "../board/useFollowing";
import { useWorkspace } from "../board/workspace";
import { useStore } from "../shared/useStore";
import type { Item } from "./arrange";
import { placeHalos, placePins, type Halo, type Pin } from "./pins";
import { useAssessed, type Assessed } from "./useAssessed";

/** A numbered pin for each finding that needs a look, and a halo around what is pointed at. */
export function Pins() {
  const workspace = useWorkspace();
  const assessed = useAssessed();
  const board = useStore(workspace.board);
  return (
    <>
      <Halos board={board} />
      {assessed && <PinLayer board={board} assessed={assessed} />}
    </>
  );
}

const NO_PINS: Pin[] = [];

function PinLayer({ board, assessed }: { board: Board | undefined; assessed: Assessed }) {
  const { chosen, highlight, panel, sides, show } = useWorkspace();
  const read = useCallback((surface: Board) => placePins(surface, assessed.open, assessed.components), [assessed]);
  const pins = useFollowing(board, read, NO_PINS);
  const front = useStore(chosen);

  const choose = ({ finding }: Item) => {
    chosen.set(finding.check_id);
    panel.set("feedback");
    sides.set((now) => ({ ...now, right: true }));
    show(finding.evidence.element_ids);
  };
  return pins.map(({ item, count, x, y }) => (
    <button
      key={item.finding.check_id}
      type="button"
      className="pin"
      data-status={item.finding.status}
      data-chosen={front === item.finding.check_id}
      style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
      aria-label={count > 1 ? `${count} more findings, first ${item.number}: ${item.finding.title}` : `Finding ${item.number}: ${item.finding.title}`}
      title={count > 1 ? `${count} more, first: ${item.finding.title}` : item.finding.title}
      data-more={count > 1}
      onClick={() => choose(item)}
      onMouseEnter={() => highlight.set(item.finding.evidence.element_ids)}
      onMouseLeave={() => highlight.set([])}
    >
      {count > 1 ? `+${count}` : item.number}
    </button>
  ));
}

const NO_HALOS: Halo[] = [];

function Halos({ board }: { board: Board | undefined }) {
  const ids = useStore(useWorkspace().highlight);
  const read = useCallback((surface: Board) => (ids.length > 0 ? placeHalos(surface, ids) : NO_HALOS), [ids]);
  const halos = useFollowing(board, read, NO_HALOS);
  return (
    <svg className="halos" aria-hidden="true">
      {halos.map(({ id, d }) => (
        <path key={id} d={d} data-element={id} />
      ))}
    </svg>
  );
}

import { useCallback } from "react";
import type { Board } from "../board/board";
import { useFollowing } from "../board/useFollowing";
import { useWorkspace } from "../board/workspace";
import { useReading } from "../designs/useReading";
import type { Reading } from "../shared/contract";
import { useStore } from "../shared/useStore";
import { picked, type Picking } from "./picking";
import { placePicks, type Stop } from "./picks";

/** While the way of a journey is picked: each component that may come next is a button on the drawing. */
export function PickLayer() {
  const picking = useStore(useWorkspace().picking);
  const reading = useReading();
  return picking && reading ? <Picks picking={picking} reading={reading} /> : null;
}

const NONE: Stop[] = [];

function Picks({ picking, reading }: { picking: Picking; reading: Reading }) {
  const workspace = useWorkspace();
  const place = useCallback((surface: Board) => placePicks(surface, reading, picking.walk), [reading, picking]);
  return useFollowing(useStore(workspace.board), place, NONE).map(({ id, label, number, x, y, width, height }) => {
    const style = { transform: `translate(${x}px, ${y}px)`, width, height };
    if (number !== undefined)
      return (
        <div key={id} className="pick" data-picked="true" style={style}>
          <span className="number">{number}</span>
        </div>
      );
    return (
      <button
        key={id}
        type="button"
        className="pick"
        style={style}
        aria-label={`Pick ${label}`}
        onClick={() => workspace.picking.set((now) => now && picked(now, id, reading))}
      />
    );
  });
}

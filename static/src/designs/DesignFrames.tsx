import { useCallback } from "react";
import type { Board } from "../board/board";
import { useFollowing } from "../board/useFollowing";
import { useWorkspace } from "../board/workspace";
import type { Halo } from "../feedback/pins";
import type { Reading } from "../shared/contract";
import { useStore } from "../shared/useStore";
import { placeFrames, placeVeil, type DesignFrame } from "./frames";

/** On a board with several designs: a frame with its name around each, and a veil over those that are not meant. */
export function DesignFrames() {
  const { reading } = useWorkspace();
  const read = useStore(reading.reading);
  return read && read.designs.length > 1 ? <FrameLayer reading={read} /> : null;
}

interface Layer {
  frames: readonly DesignFrame[];
  veil: readonly Halo[];
}

const EMPTY: Layer = { frames: [], veil: [] };

function FrameLayer({ reading: read }: { reading: Reading }) {
  const { board, reading, chooseDesign } = useWorkspace();
  const chosen = useStore(reading.design);
  const place = useCallback(
    (surface: Board) => ({ frames: placeFrames(surface, read), veil: placeVeil(surface, read, chosen) }),
    [read, chosen],
  );
  const { frames, veil } = useFollowing(useStore(board), place, EMPTY);
  return (
    <>
      <svg className="veil" aria-hidden="true">
        <g>
          {veil.map(({ id, d }) => (
            <path key={id} d={d} data-closed={d.endsWith("Z")} />
          ))}
        </g>
      </svg>
      {frames.map(({ design, x, y, width, height }) => (
        <div
          key={design.number}
          className="design-frame"
          data-chosen={chosen === design.number}
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        >
          <button
            type="button"
            aria-pressed={chosen === design.number}
            title={chosen === design.number ? "Assess the whole board again" : `Assess ${design.title} alone`}
            onClick={() => void chooseDesign(chosen === design.number ? null : design.number)}
          >
            {design.title}
          </button>
        </div>
      ))}
    </>
  );
}

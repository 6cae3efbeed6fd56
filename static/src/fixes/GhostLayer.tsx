import { useMemo } from "react";
import type { Board } from "../board/board";
import { useFollowing } from "../board/useFollowing";
import { useWorkspace } from "../board/workspace";
import { useAssessed, type Assessed } from "../feedback/useAssessed";
import type { Fix } from "../shared/contract";
import { useStore } from "../shared/useStore";
import { placeGhost, type Ghost, type GhostShape } from "./ghost";
import { planFix, type Plan } from "./plan";

/** The fix that is looked at, drawn over the board without touching it. */
export function GhostLayer() {
  const { shownFix } = useWorkspace();
  const [shown, assessed] = [useStore(shownFix), useAssessed()];
  const finding = assessed?.latest.assessment.findings.find(({ check_id: id }) => id === shown);
  return assessed && finding?.fix ? <GhostView fix={finding.fix} assessed={assessed} /> : null;
}

const NOTHING: Ghost = { shapes: [], arrows: [], gone: [], copies: [] };

/** Plans the fix anew only when the board has changed, and places it whenever anything moves. */
function useGhost(fix: Fix, assessed: Assessed): Ghost {
  const { board, kinds } = useWorkspace();
  const read = useMemo(() => {
    let [seen, plan]: [number, Plan | undefined] = [-1, undefined];
    return (surface: Board) => {
      const versions = surface.elements().reduce((sum, { version }) => sum + version, 0);
      if (versions !== seen) plan = planFix(surface.elements(), assessed.latest.assessment.reading, fix, { kinds, layout: surface.layout });
      seen = versions;
      return plan ? placeGhost(surface, plan) : NOTHING;
    };
  }, [fix, assessed, kinds]);
  return useFollowing(useStore(board), read, NOTHING);
}

function GhostView({ fix, assessed }: { fix: Fix; assessed: Assessed }) {
  const { shapes, arrows, gone, copies } = useGhost(fix, assessed);
  return (
    <svg className="ghost" aria-hidden="true">
      <defs>
        <marker id="ghost-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M1 1 9 5 1 9" />
        </marker>
      </defs>
      {gone.map(({ id, d }) => (
        <path key={`gone-${id}`} className="gone" d={d} />
      ))}
      {arrows.map(({ id, d, start, end }) => (
        <path key={id} className="arrow" d={d} markerStart={start ? "url(#ghost-head)" : undefined} markerEnd={end ? "url(#ghost-head)" : undefined} />
      ))}
      {shapes.map((shape) => (
        <Shape key={shape.id} {...shape} />
      ))}
      {copies.map(({ id, d, text, at }) => (
        <g key={id} className="copies">
          <path d={d} />
          <text x={at.x} y={at.y}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Shape({ d, label }: GhostShape) {
  return (
    <g className="shape">
      <path d={d} />
      {label && (
        <text fontSize={label.size}>
          {label.lines.map((line, i) => (
            <tspan key={i} x={label.at.x} y={label.at.y + (i - (label.lines.length - 1) / 2) * label.size * 1.25}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
}

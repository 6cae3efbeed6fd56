import { lookOf } from "../drawing/look";
import type { Kind } from "../shared/contract";

/** A small picture of how a kind looks on the board. */
export function Glyph({ kind, kinds }: { kind: string; kinds: ReadonlyMap<string, Kind> }) {
  const look = lookOf(kind, kinds);
  const paint = {
    fill: look.backgroundColor,
    stroke: look.strokeColor,
    strokeDasharray: look.strokeStyle === "dashed" ? "3 2" : undefined,
  };
  const flat = look.height < 64;
  return (
    <svg className="glyph" viewBox="0 0 24 16" aria-hidden="true">
      {look.type === "ellipse" ? (
        <ellipse cx="12" cy="8" rx="11" ry="7" {...paint} />
      ) : (
        <rect x="1" y={flat ? 3.5 : 1} width="22" height={flat ? 9 : 14} rx={look.roundness ? 4 : 0.5} {...paint} />
      )}
    </svg>
  );
}

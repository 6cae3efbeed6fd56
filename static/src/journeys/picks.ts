/** Where components lie that are picked or may be picked, in pixels of the canvas. Pure but for the board they ask. */
import type { Board } from "../board/board";
import { byId, type Box } from "../drawing/element";
import { bounds, extent } from "../drawing/placement";
import type { Reading } from "../shared/contract";
import { candidates } from "./picking";

/** Pixels they stand off what is drawn. */
const MARGIN = 6;

type Surface = Pick<Board, "elements" | "toScreen">;

export interface Stop extends Box {
  id: string;
  label: string;
  /** Its place on the way, counted from 1; undefined as long as it is not picked. */
  number: number | undefined;
}

/** The components that are picked, in order, then those that may come next. */
export function placePicks(board: Surface, reading: Reading, walk: readonly string[]): Stop[] {
  const elements = byId(board.elements());
  const next = new Set(candidates(reading, walk).map(({ id }) => id));
  const stops = reading.components.flatMap(({ id, label, element_ids: drawn }) => {
    const place = walk.indexOf(id);
    if (place < 0 && !next.has(id)) return [];
    const box = bounds(drawn.flatMap((one) => elements.get(one) ?? []).filter(({ isDeleted }) => !isDeleted).map(extent));
    if (!box) return [];
    const from = board.toScreen(box);
    const to = board.toScreen({ x: box.x + box.width, y: box.y + box.height });
    const [width, height] = [to.x - from.x + 2 * MARGIN, to.y - from.y + 2 * MARGIN];
    return [{ id, label: label || "unnamed", number: place < 0 ? undefined : place + 1, x: from.x - MARGIN, y: from.y - MARGIN, width, height }];
  });
  return stops.sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0);
}

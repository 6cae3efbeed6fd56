/** Where the frames around designs lie, in pixels of the canvas. Pure but for the board they ask. */
import type { Board } from "../board/board";
import { byId, type Box } from "../drawing/element";
import { bounds, extent } from "../drawing/placement";
import { placeHalos, type Halo } from "../feedback/pins";
import type { Reading } from "../shared/contract";
import { designsOf, elementsDrawing, readingOf, type Design } from "./designs";

/** Pixels a frame stands off its design. */
const MARGIN = 18;

export interface DesignFrame extends Box {
  design: Design;
}

type Surface = Pick<Board, "elements" | "toScreen">;

export function placeFrames(board: Surface, reading: Reading): DesignFrame[] {
  const elements = byId(board.elements());
  return designsOf(reading).flatMap((design) => {
    const drawn = elementsDrawing(readingOf(reading, design.number)).flatMap((id) => elements.get(id) ?? []);
    const box = bounds(drawn.filter(({ isDeleted }) => !isDeleted).map(extent));
    if (!box) return [];
    const from = board.toScreen(box);
    const to = board.toScreen({ x: box.x + box.width, y: box.y + box.height });
    const [width, height] = [to.x - from.x + 2 * MARGIN, to.y - from.y + 2 * MARGIN];
    return [{ design, x: from.x - MARGIN, y: from.y - MARGIN, width, height }];
  });
}

/** The outlines of everything that belongs to designs other than the chosen one. */
export function placeVeil(board: Surface, reading: Reading, chosen: number | null): Halo[] {
  if (chosen === null) return [];
  const kept = new Set(elementsDrawing(readingOf(reading, chosen)));
  const others = reading.designs.flatMap((_, i) => (i + 1 === chosen ? [] : elementsDrawing(readingOf(reading, i + 1))));
  return placeHalos(board, [...new Set(others)].filter((id) => !kept.has(id)));
}

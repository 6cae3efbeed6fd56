/** A planned fix in pixels of the canvas. Pure but for the board it asks. */
import type { Board } from "../board/board";
import { byId, centre, isArrow, isText, type Arrow, type Element, type Point, type Text } from "../drawing/element";
import { outline } from "../feedback/pins";
import type { Plan } from "./plan";

export interface GhostShape {
  id: string;
  d: string;
  label: { lines: readonly string[]; at: Point; size: number } | undefined;
}

export interface Ghost {
  shapes: readonly GhostShape[];
  arrows: readonly { id: string; d: string; start: boolean; end: boolean }[];
  gone: readonly { id: string; d: string }[];
  copies: readonly { id: string; d: string; text: string; at: Point }[];
}

type Surface = Pick<Board, "toScreen">;

export function placeGhost(board: Surface, plan: Plan): Ghost {
  const changes = byId(plan.changes);
  const zoom = board.toScreen({ x: 1, y: 0 }).x - board.toScreen({ x: 0, y: 0 }).x;
  return {
    shapes: plan.drawn.filter((element) => !isArrow(element)).map((shape) => placeShape(board, shape, changes, zoom)),
    arrows: (plan.drawn.filter(isArrow) as Arrow[]).map((arrow) => ({
      id: arrow.id,
      d: outline(board, arrow),
      start: arrow.startArrowhead !== null,
      end: arrow.endArrowhead !== null,
    })),
    gone: plan.gone.map((stroke) => ({ id: stroke.id, d: outline(board, stroke) })),
    copies: plan.copies.map(({ element, replicas }) => ({
      id: element.id,
      d: outline(board, element),
      text: `×${replicas}`,
      at: board.toScreen({ x: element.x + element.width, y: element.y }),
    })),
  };
}

function placeShape(board: Surface, shape: Element, changes: ReadonlyMap<string, Element>, zoom: number): GhostShape {
  const text = (shape.boundElements ?? []).map(({ id }) => changes.get(id)).find((one) => one !== undefined && isText(one)) as Text | undefined;
  const label = text && { lines: text.text.split("\n"), at: board.toScreen(centre(text)), size: text.fontSize * zoom };
  return { id: shape.id, d: outline(board, shape, 0), label };
}

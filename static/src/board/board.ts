/** The board as the rest of the app sees it. Only `excalidrawBoard.ts` knows the editor behind it. */
import type { BinaryFiles } from "@excalidraw/excalidraw/types";
import type { Box, Element, Point } from "../drawing/element";
import type { TextLayout } from "../drawing/edits";
import type { SavedBoard } from "../saving/saver";

export interface Board extends SavedBoard {
  /** Lay changed and new elements over the board, as one step that undo takes back. */
  apply(elements: readonly Element[], files?: BinaryFiles): void;
  /** Bring a foreign drawing to the shape the editor needs. */
  repaired(elements: readonly Element[]): Element[];
  readonly layout: TextLayout;
  /** The part of the scene that is in view, clear of the editor's tools. */
  view(): Box;
  /** From scene coordinates to pixels from the top left of the canvas. */
  toScreen(point: Point): Point;
  /** Take the keyboard, so that undo and the tools answer. */
  focus(): void;
  select(ids: readonly string[]): void;
  /** Take the last step back. */
  undo(): void;
  /** Scroll until the elements are in view; does nothing when they are. */
  reveal(ids: readonly string[]): void;
  /** Show all there is, at once: nothing moves when it is in view. */
  fit(): void;
  /** As `reveal`, for elements that need not be on the board. */
  bring(elements: readonly Element[]): void;
  /** Called when anything that is seen moved: by scroll, zoom, resize or a change. At most once a frame. */
  onView(listener: () => void): () => void;
}

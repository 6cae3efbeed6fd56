/** Mends what Excalidraw 0.18.1 leaves unnamed or misnamed to a screen reader. */
import type { Board } from "./board";

function mend(editor: Element): void {
  editor.querySelector(".main-menu-trigger:not([aria-label])")?.setAttribute("aria-label", "Menu of the board");
  // A footer inside the main part of the page is not the page's.
  editor.querySelector("footer[role]")?.removeAttribute("role");
}

/** Mend the editor now, and again whenever it has drawn itself anew. */
export function keepMended(board: Board, editor: Element): () => void {
  mend(editor);
  return board.onView(() => mend(editor));
}

import { useEffect, useState } from "react";
import type { Board } from "./board";

/** Read a value off the board, and again whenever anything in view has moved. */
export function useFollowing<T>(board: Board | undefined, read: (board: Board) => T, nothing: T): T {
  const [value, setValue] = useState(nothing);
  useEffect(() => {
    if (!board) return setValue(nothing);
    const follow = () => setValue(read(board));
    follow();
    return board.onView(follow);
  }, [board, read, nothing]);
  return value;
}

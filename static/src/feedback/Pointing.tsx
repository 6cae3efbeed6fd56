import type { ReactNode } from "react";
import { useWorkspace } from "../board/workspace";

/** A line of the report that lights up what it is about, and brings it into view when it is chosen. */
export function Pointing({ elements, children }: { elements: readonly string[]; children: ReactNode }) {
  const { highlight, show } = useWorkspace();
  const point = () => highlight.set(elements);
  const leave = () => highlight.set([]);
  return (
    <div onMouseEnter={point} onMouseLeave={leave} onFocus={point} onBlur={leave}>
      <button type="button" className="pointing" disabled={elements.length === 0} onClick={() => show(elements)}>
        {children}
      </button>
    </div>
  );
}

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Pins } from "../feedback/Pins";
import { Marks } from "../outline/Marks";
import { theme } from "../shared/theme";
import { useStore } from "../shared/useStore";
import { IncomingFile, isDrawing } from "./IncomingFile";
import { keepMended } from "./mend";
import { useWorkspace } from "./workspace";

const Canvas = lazy(() => import("./Canvas"));

/** The drawing surface with what floats above it. */
export function Stage() {
  const workspace = useWorkspace();
  const [over, setOver] = useState(false);
  const stage = useRef<HTMLElement>(null);
  const board = useStore(workspace.board);
  useEffect(() => (board && stage.current ? keepMended(board, stage.current) : undefined), [board]);
  const onDrop = (event: React.DragEvent) => {
    setOver(false);
    const file = [...event.dataTransfer.files].find(isDrawing);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    workspace.incoming.set(file);
  };
  return (
    <main
      ref={stage}
      className="stage"
      aria-label="Whiteboard"
      data-drop={over}
      onDragOverCapture={(event) => setOver(event.dataTransfer.types.includes("Files"))}
      onDragLeaveCapture={() => setOver(false)}
      onDropCapture={onDrop}
    >
      <Suspense fallback={<p className="stage-hint">Laying out the whiteboard…</p>}>
        <Canvas workspace={workspace} theme={useStore(theme)} />
      </Suspense>
      <EmptyHint />
      <div className="overlay">
        <Marks />
        <Pins />
      </div>
      <IncomingFile />
    </main>
  );
}

/** What to do with an empty board. */
function EmptyHint() {
  const { board } = useWorkspace();
  const surface = useStore(board);
  const [empty, setEmpty] = useState(false);
  useEffect(() => {
    const look = () => setEmpty(surface !== undefined && surface.elements().every(({ isDeleted }) => isDeleted));
    look();
    return surface?.onView(look);
  }, [surface]);
  if (!empty) return null;
  return (
    <p className="stage-hint">
      Draw boxes and arrows as on any whiteboard,
      <br />
      or add components from the list.
    </p>
  );
}

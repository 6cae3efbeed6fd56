import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { DesignFrames } from "../designs/DesignFrames";
import { Pins } from "../feedback/Pins";
import { GhostLayer } from "../fixes/GhostLayer";
import { PickLayer } from "../journeys/PickLayer";
import { Marks } from "../outline/Marks";
import { Icon } from "../shared/Icon";
import { isDrawing, mayBeDrawing } from "../shared/drawings";
import { theme } from "../shared/theme";
import { useStore } from "../shared/useStore";
import { IncomingFile } from "./IncomingFile";
import { LostAtTheStart } from "./LeftOutNotice";
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
  const passedOn = useRef(new WeakSet<Event>());
  const onDrop = (event: React.DragEvent) => {
    setOver(false);
    const file = [...event.dataTransfer.files].find(mayBeDrawing);
    if (!file || passedOn.current.has(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    const again = dropAgain(event, file);
    void isDrawing(file).then((opens) => (opens ? workspace.incoming.set(file) : again(passedOn.current)));
  };
  return (
    <main
      ref={stage}
      className="stage"
      aria-label="Whiteboard"
      data-drop={over}
      data-properties={useStore(workspace.properties)}
      onDragOverCapture={(event) => setOver(event.dataTransfer.types.includes("Files"))}
      onDragLeaveCapture={() => setOver(false)}
      onDropCapture={onDrop}
    >
      <Suspense fallback={<p className="stage-hint">Laying out the whiteboard…</p>}>
        <Canvas workspace={workspace} theme={useStore(theme)} />
      </Suspense>
      <EmptyHint />
      <div className="overlay">
        <DesignFrames />
        {useStore(workspace.picking) ? <PickLayer /> : <Pins />}
        <Marks />
        <GhostLayer />
      </div>
      <PropertiesToggle />
      <IncomingFile />
      <LostAtTheStart />
    </main>
  );
}

/** Ready a drop of the same file at the same place, for the editor: it shows pictures that carry no drawing. */
function dropAgain({ target, clientX, clientY }: React.DragEvent, file: File): (passedOn: WeakSet<Event>) => void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const drop = new DragEvent("drop", { dataTransfer, clientX, clientY, bubbles: true, cancelable: true });
  return (passedOn) => {
    passedOn.add(drop);
    target.dispatchEvent(drop);
  };
}

/** Shows and hides the editor's properties on a board so narrow that they would cover a good part of it. */
function PropertiesToggle() {
  const { properties } = useWorkspace();
  const open = useStore(properties);
  const label = open ? "Hide colours and strokes" : "Colours and strokes";
  return (
    <button type="button" className="properties-toggle icon-button" aria-pressed={open} aria-label={label} title={label} onClick={() => properties.set(!open)}>
      <Icon name="palette" />
    </button>
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

import { useCallback, useEffect, useRef, useState } from "react";
import type { BinaryFiles } from "@excalidraw/excalidraw/types";
import { beside, instead } from "../drawing/beside";
import type { Element } from "../drawing/element";
import { explain, type Problem } from "../shared/api";
import { useStore } from "../shared/useStore";
import { Reasons } from "./Failure";
import { useWorkspace } from "./workspace";

type Arrange = (there: readonly Element[], incoming: readonly Element[]) => Element[];

interface Checked {
  elements: Element[];
  files: BinaryFiles;
  /** What of the file the board does not show, in words. */
  left_out: readonly string[];
}

type Outcome = { checked: Checked } | { leftOut: readonly string[] } | { failure: { message: string; problems: readonly Problem[] } };

/** Has a dropped or picked file checked by the server, and asks where it goes when the board is not empty. */
export function IncomingFile() {
  const { incoming, api, board, saver, announcement } = useWorkspace();
  const file = useStore(incoming);
  const [outcome, setOutcome] = useState<Outcome>();

  const close = useCallback(() => {
    incoming.set(undefined);
    setOutcome(undefined);
  }, [incoming]);

  const place = useCallback(
    ({ elements, files, left_out: leftOut }: Checked, arrange: Arrange) => {
      const surface = board.get();
      if (!surface) return;
      const added = arrange(surface.elements(), surface.repaired(elements));
      surface.apply(added, files);
      surface.reveal(added.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id));
      void saver.flush().catch(() => undefined);
      announcement.set("Drawing opened");
      if (leftOut.length > 0) setOutcome({ leftOut });
      else close();
    },
    [board, saver, announcement, close],
  );

  useEffect(() => {
    if (!file) return;
    const form = new FormData();
    form.append("file", file);
    api.send<Checked>("POST", "/api/drawings", form).then(
      ({ body }) => {
        const empty = board.get()?.elements().every(({ isDeleted }) => isDeleted);
        if (empty) place(body, instead);
        else setOutcome({ checked: body });
      },
      (error: unknown) => setOutcome({ failure: explain(error) }),
    );
  }, [file, api, board, place]);

  if (!file || !outcome) return null;
  if ("leftOut" in outcome) return <LeftOut name={file.name} leftOut={outcome.leftOut} onClose={close} />;
  return (
    <Modal onClose={close} label={"failure" in outcome ? "The file cannot be opened" : "Open the drawing"}>
      {"failure" in outcome ? (
        <>
          <h2>{file.name} cannot be opened</h2>
          <Reasons {...outcome.failure} />
          <p className="actions">
            <button type="button" className="button primary" onClick={close}>
              Close
            </button>
          </p>
        </>
      ) : (
        <>
          <h2>Open {file.name}</h2>
          <p>There is a drawing on the board already. Undo takes back either choice.</p>
          <p className="actions">
            <button type="button" className="button" onClick={close}>
              Cancel
            </button>
            <button type="button" className="button" onClick={() => place(outcome.checked, instead)}>
              Replace
            </button>
            <button type="button" className="button primary" onClick={() => place(outcome.checked, beside)}>
              Add beside
            </button>
          </p>
        </>
      )}
    </Modal>
  );
}

function LeftOut({ name, leftOut, onClose }: { name: string; leftOut: readonly string[]; onClose: () => void }) {
  return (
    <Modal onClose={onClose} label="Not all of the file is on the board">
      <h2>{name} is open, but not all of it</h2>
      <ul className="problems">
        {leftOut.map((what, i) => (
          <li key={i}>{what}</li>
        ))}
      </ul>
      <p className="actions">
        <button type="button" className="button primary" onClick={onClose}>
          Close
        </button>
      </p>
    </Modal>
  );
}

function Modal({ children, label, onClose }: { children: React.ReactNode; label: string; onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} className="modal" aria-label={label} onClose={onClose}>
      {children}
    </dialog>
  );
}

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
}

type Outcome = { checked: Checked } | { failure: { message: string; problems: readonly Problem[] } };

/** A drawing of ours, by its name: pictures and libraries go to the editor itself. */
export function isDrawing(file: File): boolean {
  return /\.(excalidraw|json)$/i.test(file.name);
}

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
    ({ elements, files }: Checked, arrange: Arrange) => {
      const surface = board.get();
      if (!surface) return;
      const added = arrange(surface.elements(), surface.repaired(elements));
      surface.apply(added, files);
      surface.reveal(added.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id));
      void saver.flush().catch(() => undefined);
      announcement.set("Drawing opened");
      close();
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

function Modal({ children, label, onClose }: { children: React.ReactNode; label: string; onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} className="modal" aria-label={label} onClose={onClose}>
      {children}
    </dialog>
  );
}

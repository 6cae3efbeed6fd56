import { useCallback, useEffect, useState } from "react";
import type { BinaryFiles } from "@excalidraw/excalidraw/types";
import { beside, instead } from "../drawing/beside";
import type { Element } from "../drawing/element";
import { explain, type Api, type Problem } from "../shared/api";
import { askPage, fileForm, type Paged } from "../shared/pages";
import { useStore } from "../shared/useStore";
import { Reasons } from "./Failure";
import { LeftOutNotice } from "./LeftOutNotice";
import { Modal } from "./Modal";
import { useWorkspace } from "./workspace";

type Arrange = (there: readonly Element[], incoming: readonly Element[]) => Element[];

interface Checked {
  elements: Element[];
  files: BinaryFiles;
  /** What of the file the board does not show, in words. */
  left_out: readonly string[];
}

type Outcome = { checked: Checked } | { leftOut: readonly string[] } | { failure: { message: string; problems: readonly Problem[] } };

/** Have a file checked, or the page of it that is asked for; nothing when the question is put away. */
async function check(api: Api, file: File): Promise<Checked | undefined> {
  const send = async (page?: number) => (await api.send<Checked & Paged>("POST", "/api/drawings", fileForm(file, page))).body;
  const whole = await send();
  if (whole.pages.length === 1) return whole;
  const page = await askPage(file.name, whole.pages, whole.page);
  return page === null ? undefined : send(page);
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
    check(api, file).then(
      (checked) => {
        const empty = board.get()?.elements().every(({ isDeleted }) => isDeleted);
        if (!checked) close();
        else if (empty) place(checked, instead);
        else setOutcome({ checked });
      },
      (error: unknown) => setOutcome({ failure: explain(error) }),
    );
  }, [file, api, board, place, close]);

  if (!file || !outcome) return null;
  if ("leftOut" in outcome) return <LeftOutNotice name={file.name} what={outcome.leftOut} onClose={close} />;
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

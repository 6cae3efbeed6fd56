import { useStore } from "../shared/useStore";
import type { LeftOut } from "../shared/leftOut";
import { Modal } from "./Modal";
import { useWorkspace } from "./workspace";

/** Says what of an opened file is not on the board. */
export function LeftOutNotice({ name, what, onClose }: LeftOut & { onClose: () => void }) {
  return (
    <Modal onClose={onClose} label="Not all of the file is on the board">
      <h2>{name} is open, but not all of it</h2>
      <ul className="problems">
        {what.map((one, i) => (
          <li key={i}>{one}</li>
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

/** The same for the file that the session began with. */
export function LostAtTheStart() {
  const { lost } = useWorkspace();
  const news = useStore(lost);
  return news ? <LeftOutNotice {...news} onClose={() => lost.set(undefined)} /> : null;
}

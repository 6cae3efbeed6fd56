import { useCallback, useEffect, useRef, useState } from "react";
import type { Board } from "../board/board";
import { useFollowing } from "../board/useFollowing";
import { useWorkspace } from "../board/workspace";
import { byId, type Element } from "../drawing/element";
import type { Assessed } from "../feedback/useAssessed";
import type { Finding, Fix } from "../shared/contract";
import { useStore } from "../shared/useStore";
import { planFix } from "./plan";

const OUTGROWN = "The board has changed too much for this fix: check it again.";

interface Props {
  finding: Finding;
  fix: Fix;
  assessed: Assessed;
}

/** The fix of a finding: shown on the board as a ghost, and put there as one step that undo takes back. */
export function FixOffer({ finding, fix, assessed }: Props) {
  const { board, edit, kinds, shownFix, announcement } = useWorkspace();
  const shown = useStore(shownFix) === finding.check_id;
  const [applied, setApplied] = useState<Traces>();
  const [outgrown, setOutgrown] = useState(false);
  const stands = useStanding(applied);

  const plan = (surface: Board) => {
    const made = planFix(surface.elements(), assessed.latest.assessment.reading, fix, { kinds, layout: surface.layout });
    setOutgrown(!made);
    if (!made) announcement.set(OUTGROWN);
    return made;
  };
  const show = () => {
    const surface = board.get();
    if (shown || !surface) return shownFix.set(undefined);
    const made = plan(surface);
    if (!made) return;
    shownFix.set(finding.check_id);
    surface.bring([...made.drawn, ...made.gone, ...made.copies.map(({ element }) => element)]);
    announcement.set(`Shown on the board, not yet drawn: ${fix.summary}`);
  };
  const apply = () => {
    edit((_, surface) => {
      const changes = plan(surface)?.changes ?? [];
      setApplied(tracesOf(changes, surface.elements()));
      return changes;
    });
    shownFix.set(undefined);
  };
  if (stands) return <Applied fix={fix} />;
  return (
    <div className="fix" onKeyDown={(event) => event.key === "Escape" && shownFix.set(undefined)}>
      <p>
        <strong>Try:</strong> {fix.summary}
      </p>
      <div className="fix-actions">
        <button type="button" className="button small" aria-pressed={shown} onClick={show}>
          {shown ? "Hide" : "Show me"}
        </button>
        <button type="button" className="button small primary" onClick={apply}>
          Apply
        </button>
      </div>
      {outgrown && <p className="quiet">{OUTGROWN}</p>}
    </div>
  );
}

/** By what an applied fix is known on the board: its new elements, or, where it made none, the states it gave others. */
interface Traces {
  elements: readonly Element[];
  areNew: boolean;
}

function tracesOf(changes: readonly Element[], before: readonly Element[]): Traces | undefined {
  const known = byId(before);
  const left = changes.filter(({ isDeleted }) => !isDeleted);
  const made = left.filter(({ id }) => !known.has(id));
  return changes.length > 0 ? { elements: made.length > 0 ? made : left, areNew: made.length > 0 } : undefined;
}

/** Whether what was applied is on the board: undo takes it off, and the offer is back. */
function useStanding(applied: Traces | undefined): boolean {
  const board = useStore(useWorkspace().board);
  const read = useCallback(
    (surface: Board) => {
      if (!applied) return false;
      const there = byId(surface.elements());
      return applied.elements.every(({ id, versionNonce }) => {
        const now = there.get(id);
        return now !== undefined && !now.isDeleted && (applied.areNew || now.versionNonce === versionNonce);
      });
    },
    [applied],
  );
  return useFollowing(board, read, false);
}

/** Says that the fix is on the board now, and offers to check it again. */
function Applied({ fix }: { fix: Fix }) {
  const { announcement, askFeedback, board } = useWorkspace();
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    announcement.set(`Drawn on the board: ${fix.summary} The board has changed: check it again.`);
    again.current?.focus({ preventScroll: true });
  }, [announcement, fix]);
  return (
    <div className="fix">
      <p>
        <strong>On the board now:</strong> {fix.summary}
      </p>
      <div className="fix-actions">
        <button ref={again} type="button" className="button small primary" onClick={() => void askFeedback()}>
          Check again
        </button>
        <button type="button" className="button small" onClick={() => board.get()?.undo()}>
          Undo
        </button>
      </div>
    </div>
  );
}

/** What the parts of the board page share. */
import { createContext, useContext } from "react";
import type { Element } from "../drawing/element";
import { FeedbackDesk } from "../feedback/desk";
import { Objections } from "../feedback/objections";
import type { Picking } from "../journeys/picking";
import { ReadingDesk } from "../outline/readingDesk";
import { createRemote, type StoredBoard } from "../saving/remote";
import { Saver } from "../saving/saver";
import { createShelf } from "../saving/shelf";
import { watchPage } from "../saving/tabs";
import { createApi, explain, type Api } from "../shared/api";
import type { BoardConfig, Kind } from "../shared/contract";
import { unreadLeftOut, type LeftOut } from "../shared/leftOut";
import { rememberedSwitch } from "../shared/remembered";
import { createStore, type Store } from "../shared/store";
import type { Board } from "./board";

export type Panel = "brief" | "add" | "feedback" | "outline";

export interface Sides {
  left: boolean;
  right: boolean;
}

/** From this width on, in pixels, both sides fit beside the board. */
const WIDE = 1264;

/** Below this width, in pixels, panels are sheets over the lower half of the board: see phone.css. */
const SHEETS_BELOW = 820;

export interface Workspace {
  config: BoardConfig;
  api: Api;
  /** What the file that the session began with lost on its way, until somebody has read it. */
  lost: Store<LeftOut | undefined>;
  kinds: ReadonlyMap<string, Kind>;
  stored: StoredBoard;
  saver: Saver;
  feedback: FeedbackDesk;
  reading: ReadingDesk;
  /** What the person says against findings, and which way journeys take. */
  objections: Objections;
  /** The drawing surface, once it stands. */
  board: Store<Board | undefined>;
  /** Elements that a finding or a row of the outline points at just now. */
  highlight: Store<readonly string[]>;
  /** What the screen reader says next. */
  announcement: Store<string>;
  /** The panel in front: the right-hand tab on a desk, the sheet on a phone. */
  panel: Store<Panel | undefined>;
  /** Which sides are open, on a wide screen. */
  sides: Store<Sides>;
  /** Whether the drawing bears marks, while the outline is open, that say how it was read. */
  marks: Store<boolean>;
  /** Whether a narrow board shows the editor's properties of what is selected; a wide one always does. */
  properties: Store<boolean>;
  /** A file somebody dropped or picked, until it is dealt with. */
  incoming: Store<File | undefined>;
  /** The finding last chosen, on the board or in the panel; null after it was put away. */
  chosen: Store<string | null | undefined>;
  /** The finding whose fix is shown on the board. */
  shownFix: Store<string | undefined>;
  /** The journey whose way is being picked, on the drawing or in the panel. */
  picking: Store<Picking | undefined>;
  /** Change the board as one undoable step, and save it at once; tells whether there was anything to change. */
  edit(change: (elements: readonly Element[], board: Board) => readonly Element[]): boolean;
  /** Select elements and bring them into view. */
  show(ids: readonly string[]): void;
  askFeedback(): Promise<void>;
  /** Have the board assessed again, where it is. */
  renewFeedback(): Promise<void>;
  /** Mean one of several designs, or the whole board; feedback that is there follows. */
  chooseDesign(design: number | null): Promise<void>;
  /** Begin saving when the drawing surface stands. */
  attach(board: Board): void;
}

export async function openWorkspace(config: BoardConfig): Promise<Workspace> {
  const api = createApi(config.csrf);
  const remote = createRemote(api, config.api);
  const stored = await remote.load();
  const saver = new Saver(remote, createShelf(config.session.id), stored);
  const feedback = new FeedbackDesk(api, config.api);
  const reading = new ReadingDesk(api, config.api);
  const board = createStore<Board | undefined>(undefined);
  const panel = createStore<Panel | undefined>(undefined);
  const sides = createStore<Sides>({ left: true, right: window.innerWidth >= WIDE });
  const announcement = createStore("");
  const shownFix = createStore<string | undefined>(undefined);
  const chosen = createStore<string | null | undefined>(undefined);
  const picking = createStore<Picking | undefined>(undefined);

  saver.revision.subscribe(() => void reading.refresh(saver.revision.get()));
  watchPage(saver, config.session.id);

  async function askFeedback(): Promise<void> {
    panel.set("feedback");
    sides.set((now) => ({ ...now, right: true }));
    await renewFeedback();
    if (window.innerWidth < SHEETS_BELOW) board.get()?.fit();
  }

  async function renewFeedback(): Promise<void> {
    shownFix.set(undefined);
    picking.set(undefined);
    const stored = await feedback.ask(
      () => saver.flush(),
      () => board.get()?.elements() ?? [],
    );
    const isOpen = stored?.assessment.findings.some(({ check_id: id, status }) => id === chosen.get() && status !== "pass");
    if (stored && !isOpen) chosen.set(undefined);
  }

  return {
    config,
    api,
    lost: unreadLeftOut(config.session.id),
    kinds: new Map(config.kinds.map((kind) => [kind.id, kind])),
    stored,
    saver,
    feedback,
    reading,
    objections: new Objections(api, config.api),
    board,
    panel,
    sides,
    announcement,
    marks: rememberedSwitch("marks", true),
    properties: rememberedSwitch("properties", false),
    incoming: createStore<File | undefined>(undefined),
    highlight: createStore<readonly string[]>([]),
    chosen,
    shownFix,
    picking,
    edit(change) {
      const surface = board.get();
      const changes = surface ? change(surface.elements(), surface) : [];
      if (!surface || changes.length === 0) return false;
      surface.apply(changes);
      void saver.flush().catch(() => undefined);
      return true;
    },
    show(ids) {
      board.get()?.select(ids);
      // By the next frame the editor shows the properties of what is selected, which cover some of the board.
      requestAnimationFrame(() => board.get()?.reveal(ids));
    },
    askFeedback,
    renewFeedback,
    async chooseDesign(design) {
      try {
        await reading.choose(design);
        announcement.set(design === null ? "The whole board is meant" : `Design ${design} is meant`);
      } catch (error) {
        announcement.set(`The choice could not be kept: ${explain(error).message}`);
        return;
      }
      if (feedback.state.get().latest) await renewFeedback();
    },
    attach(surface) {
      if (board.get()) return;
      board.set(surface);
      surface.fit();
      void saver.start(surface);
      void reading.refresh(stored.revision);
      if (config.assessed) void feedback.recall(stored.revision, surface.elements()).catch(() => undefined);
    },
  };
}

const WorkspaceContext = createContext<Workspace | undefined>(undefined);
export const WorkspaceProvider = WorkspaceContext.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("There is no workspace around this component.");
  return workspace;
}

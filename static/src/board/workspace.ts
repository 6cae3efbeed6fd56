/** What the parts of the board page share. */
import { createContext, useContext } from "react";
import type { Element } from "../drawing/element";
import { FeedbackDesk } from "../feedback/desk";
import { ReadingDesk } from "../outline/readingDesk";
import { createRemote, type StoredBoard } from "../saving/remote";
import { Saver } from "../saving/saver";
import { createShelf } from "../saving/shelf";
import { watchPage } from "../saving/tabs";
import { createApi, type Api } from "../shared/api";
import type { BoardConfig, Kind } from "../shared/contract";
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

export interface Workspace {
  config: BoardConfig;
  api: Api;
  kinds: ReadonlyMap<string, Kind>;
  stored: StoredBoard;
  saver: Saver;
  feedback: FeedbackDesk;
  reading: ReadingDesk;
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
  /** A file somebody dropped or picked, until it is dealt with. */
  incoming: Store<File | undefined>;
  /** The finding last chosen, on the board or in the panel. */
  chosen: Store<string | undefined>;
  /** Change the board as one undoable step, and save it at once. */
  edit(change: (elements: readonly Element[], board: Board) => readonly Element[]): void;
  /** Select elements and bring them into view. */
  show(ids: readonly string[]): void;
  askFeedback(): Promise<void>;
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

  saver.revision.subscribe(() => void reading.refresh(saver.revision.get()));
  watchPage(saver, config.session.id);

  return {
    config,
    api,
    kinds: new Map(config.kinds.map((kind) => [kind.id, kind])),
    stored,
    saver,
    feedback,
    reading,
    board,
    panel,
    sides,
    announcement,
    marks: rememberedSwitch("marks", true),
    incoming: createStore<File | undefined>(undefined),
    highlight: createStore<readonly string[]>([]),
    chosen: createStore<string | undefined>(undefined),
    edit(change) {
      const surface = board.get();
      const changes = surface ? change(surface.elements(), surface) : [];
      if (!surface || changes.length === 0) return;
      surface.apply(changes);
      void saver.flush().catch(() => undefined);
    },
    show(ids) {
      board.get()?.select(ids);
      board.get()?.reveal(ids);
    },
    async askFeedback() {
      panel.set("feedback");
      sides.set((now) => ({ ...now, right: true }));
      await feedback.ask(
        () => saver.flush(),
        () => board.get()?.elements() ?? [],
      );
    },
    attach(surface) {
      if (board.get()) return;
      board.set(surface);
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

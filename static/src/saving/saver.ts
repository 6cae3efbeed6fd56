/**
 * Saves the board while it is drawn on.
 *
 * A change is first kept in the browser, then sent; it leaves the browser's shelf only when the
 * server has acknowledged it. What the server answers is merged, never laid over.
 */
import type { BinaryFiles } from "@excalidraw/excalidraw/types";
import type { Element } from "../drawing/element";
import { ApiError, explain, type Problem } from "../shared/api";
import { createStore } from "../shared/store";
import { Acknowledged, isEmpty, NOTHING, without, type Pending } from "./pending";
import type { Remote, StoredBoard } from "./remote";
import type { Shelf } from "./shelf";

export type SavingState =
  | { status: "saved" }
  | { status: "saving" }
  | { status: "offline"; kept: boolean }
  | { status: "refused"; message: string; problems: readonly Problem[] };

/** The board as saving sees it. */
export interface SavedBoard {
  elements(): readonly Element[];
  files(): BinaryFiles;
  merge(elements: readonly Element[], files: BinaryFiles): void;
  onChange(listener: () => void): () => void;
}

const KEEP_AFTER = 200;
const SEND_AFTER = 800;
const SEND_AT_LEAST_EVERY = 4_000;
const RETRY_FIRST = 1_000;
const RETRY_MOST = 30_000;
/** 412: our revision is unknown, which starting over mends. */
const TEMPORARY = new Set([408, 412, 425, 429]);

function isTemporary(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status >= 500 || TEMPORARY.has(error.status);
}

export class Saver {
  readonly state = createStore<SavingState>({ status: "saved" });
  /** The last revision the server answered with. */
  readonly revision;

  private acknowledged = new Acknowledged();
  private board: SavedBoard | undefined;
  private seen = -1;
  private unkept = false;
  private sending: Promise<void> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private sendTimer: ReturnType<typeof setTimeout> | undefined;
  private oldestChange = 0;
  private retryAfter = RETRY_FIRST;

  constructor(
    private readonly remote: Remote,
    private readonly shelf: Shelf,
    stored: StoredBoard,
  ) {
    this.revision = createStore(stored.revision);
    this.acknowledged.add(stored.elements, Object.keys(stored.files));
  }

  /** Begin: take back what was kept but never acknowledged, then follow the board. */
  async start(board: SavedBoard): Promise<() => void> {
    this.board = board;
    await this.takeBack(board);
    const stop = board.onChange(() => this.changed());
    this.changed();
    return () => {
      stop();
      clearTimeout(this.keepTimer);
      clearTimeout(this.sendTimer);
    };
  }

  private async takeBack(board: SavedBoard): Promise<void> {
    const kept = await this.shelf.read().catch(() => NOTHING);
    if (isEmpty(kept)) return;
    board.merge(Object.values(kept.elements), kept.files);
    const missing = this.acknowledged.missing(Object.values(kept.elements), kept.files);
    await this.shelf.release(without(kept, missing)).catch(() => undefined);
  }

  /** Whether leaving now would lose something: it is neither sent nor kept. */
  get atRisk(): boolean {
    return this.unkept;
  }

  /** Keep what waits in the browser now. */
  async keep(): Promise<void> {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    const [pending, versions] = [this.pending(), this.versions()];
    if (!isEmpty(pending)) await this.shelf.keep(pending);
    if (versions === this.versions()) this.unkept = false;
  }

  /** Save everything drawn so far and return its revision; throws what kept the server from it. */
  async flush(): Promise<number> {
    this.changed();
    await this.sending?.catch(() => undefined);
    await this.send();
    return this.revision.get();
  }

  /** Try again now, after a refusal or when the network is back. */
  retry(): void {
    this.retryAfter = RETRY_FIRST;
    if (!isEmpty(this.pending())) this.schedule(0);
  }

  /** Take over what others saved meanwhile. */
  async refresh(): Promise<void> {
    const stored = await this.remote.load().catch(() => undefined);
    if (stored && stored.revision > this.revision.get()) this.take(stored.revision, stored.elements, stored.files);
  }

  private pending(): Pending {
    return this.acknowledged.missing(this.board?.elements() ?? [], this.board?.files() ?? {});
  }

  /** Grows with every change of any element, so that a mere scroll is told apart cheaply. */
  private versions(): number {
    return (this.board?.elements() ?? []).reduce((sum, { version }) => sum + version, 0);
  }

  private changed(): void {
    const versions = this.versions();
    if (versions === this.seen) return;
    this.seen = versions;
    if (isEmpty(this.pending())) return;
    this.unkept = true;
    this.oldestChange ||= Date.now();
    if (this.state.get().status !== "offline") this.state.set({ status: "saving" });
    this.keepTimer ??= setTimeout(() => void this.keep().catch(() => undefined), KEEP_AFTER);
    const longest = this.oldestChange + SEND_AT_LEAST_EVERY - Date.now();
    this.schedule(Math.max(0, Math.min(SEND_AFTER, longest)));
  }

  private schedule(delay: number): void {
    clearTimeout(this.sendTimer);
    this.sendTimer = setTimeout(() => void this.send().catch(() => undefined), delay);
  }

  private send(): Promise<void> {
    clearTimeout(this.sendTimer);
    this.sending ??= this.exchange().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  private async exchange(): Promise<void> {
    const pending = this.pending();
    this.oldestChange = 0;
    if (isEmpty(pending)) return this.settle();
    const kept = await this.keep().then(() => true, () => false);
    try {
      const answer = await this.remote.save(this.revision.get(), pending);
      this.acknowledged.add(Object.values(pending.elements), Object.keys(pending.files));
      this.take(answer.revision, answer.elements, answer.files ?? {});
      await this.shelf.release(pending).catch(() => undefined);
      this.retryAfter = RETRY_FIRST;
      this.settle();
    } catch (error) {
      await this.fail(error, kept);
      throw error;
    }
  }

  private take(revision: number, elements: readonly Element[], files: BinaryFiles): void {
    this.acknowledged.add(elements, Object.keys(files));
    if (elements.length > 0) this.board?.merge(elements, files);
    this.revision.set((now) => Math.max(now, revision));
  }

  private settle(): void {
    if (isEmpty(this.pending())) {
      this.unkept = false;
      this.state.set({ status: "saved" });
    } else {
      this.state.set({ status: "saving" });
      this.schedule(SEND_AFTER);
    }
  }

  /** The server knows nothing of our revision, as after a restored backup: take what it has and send the rest. */
  private async startOver(): Promise<void> {
    const stored = await this.remote.load();
    this.acknowledged = new Acknowledged();
    this.revision.set(stored.revision);
    this.take(stored.revision, stored.elements, stored.files);
  }

  private async fail(error: unknown, kept: boolean): Promise<void> {
    if (error instanceof ApiError && error.status === 412) await this.startOver().catch(() => undefined);
    if (!isTemporary(error)) {
      this.state.set({ status: "refused", ...explain(error) });
      return;
    }
    this.state.set({ status: "offline", kept });
    this.schedule(this.retryAfter);
    this.retryAfter = Math.min(this.retryAfter * 2, RETRY_MOST);
  }
}

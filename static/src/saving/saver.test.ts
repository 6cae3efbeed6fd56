import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newer, type Element } from "../drawing/element";
import { box } from "../drawing/testing";
import { ApiError, NetworkError } from "../shared/api";
import { NOTHING, type Pending } from "./pending";
import type { Acknowledgement, Remote, StoredBoard } from "./remote";
import { Saver, type SavedBoard } from "./saver";
import { createShelf, type Shelf } from "./shelf";

const at = (id: string, version = 1) => box(id, 0, 0, { version });

class FakeBoard implements SavedBoard {
  private readonly contents = new Map<string, Element>();
  private listener = () => {};

  elements = () => [...this.contents.values()];
  files = () => ({});
  onChange = (listener: () => void) => {
    this.listener = listener;
    return () => {};
  };
  merge(elements: readonly Element[]) {
    for (const element of elements) {
      const known = this.contents.get(element.id);
      this.contents.set(element.id, known ? newer(known, element) : element);
    }
    this.listener();
  }
  draw(...elements: Element[]) {
    for (const element of elements) this.contents.set(element.id, element);
    this.listener();
  }
}

/** A server that answers as told, and remembers what it was sent. */
class FakeRemote implements Remote {
  readonly saves: { revision: number; ids: string[] }[] = [];
  failure: Error | undefined;
  others: Element[] = [];
  private revision = 1;

  load = async (): Promise<StoredBoard> => ({ revision: this.revision, elements: this.others, files: {} });
  async save(revision: number, { elements }: Pending): Promise<Acknowledgement> {
    if (this.failure) throw this.failure;
    this.saves.push({ revision, ids: Object.keys(elements) });
    this.revision += 1;
    return { revision: this.revision, elements: this.others };
  }
}

class FakeShelf implements Shelf {
  kept: Pending = NOTHING;
  read = async () => this.kept;
  keep = async (pending: Pending) => void (this.kept = pending);
  release = async () => void (this.kept = NOTHING);
}

async function started({ remote = new FakeRemote(), shelf = new FakeShelf() as Shelf, stored = [] as Element[] } = {}) {
  const board = new FakeBoard();
  board.draw(...stored);
  const saver = new Saver(remote, shelf, { revision: 1, elements: stored, files: {} });
  await saver.start(board);
  return { board, remote, saver, shelf: shelf as FakeShelf };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("while the server answers", () => {
  test("drawing is saved once it pauses, with only what changed", async () => {
    const { board, remote, saver } = await started({ stored: [at("a"), at("b")] });
    board.draw(at("b", 2));
    board.draw(at("c"));
    expect(saver.state.get().status).toBe("saving");
    await vi.advanceTimersByTimeAsync(1000);
    expect(remote.saves).toEqual([{ revision: 1, ids: ["b", "c"] }]);
    expect(saver.state.get().status).toBe("saved");
    expect(saver.revision.get()).toBe(2);
  });

  test("drawing without a pause is saved all the same", async () => {
    const { board, remote } = await started();
    for (let version = 1; version <= 12; version += 1) {
      board.draw(at("a", version));
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(remote.saves.length).toBeGreaterThan(0);
  });

  test("what others saved is taken over, and not sent back", async () => {
    const { board, remote, saver } = await started();
    remote.others = [at("theirs", 5)];
    board.draw(at("ours"));
    await vi.advanceTimersByTimeAsync(5000);
    expect(board.elements().map(({ id }) => id)).toEqual(["ours", "theirs"]);
    expect(remote.saves).toHaveLength(1);
    expect(saver.state.get().status).toBe("saved");
  });

  test("flush saves at once and gives the revision", async () => {
    const { board, saver, shelf } = await started();
    board.draw(at("a"));
    expect(await saver.flush()).toBe(2);
    expect(saver.atRisk).toBe(false);
    expect(shelf.kept).toEqual(NOTHING);
  });

  test("another tab's save is fetched", async () => {
    const { board, remote, saver } = await started();
    await remote.save(1, NOTHING);
    remote.others = [at("theirs")];
    await saver.refresh();
    expect(board.elements().map(({ id }) => id)).toEqual(["theirs"]);
    expect(saver.revision.get()).toBe(2);
  });
});

describe("while the server cannot be reached", () => {
  test("changes are kept here, and sent when it is back", async () => {
    const { board, remote, saver, shelf } = await started();
    remote.failure = new NetworkError();
    board.draw(at("a"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state.get()).toEqual({ status: "offline", kept: true });
    expect(saver.atRisk).toBe(false);
    expect(Object.keys(shelf.kept.elements)).toEqual(["a"]);

    remote.failure = undefined;
    saver.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.state.get().status).toBe("saved");
    expect(remote.saves).toEqual([{ revision: 1, ids: ["a"] }]);
  });

  test("it is tried again by itself, at growing intervals", async () => {
    const { board, remote, saver } = await started();
    remote.failure = new ApiError(503, "starting");
    board.draw(at("a"));
    await vi.advanceTimersByTimeAsync(1000);
    remote.failure = undefined;
    await vi.advanceTimersByTimeAsync(1100);
    expect(saver.state.get().status).toBe("saved");
  });

  test("leaving loses something only while nothing is kept", async () => {
    const shelf = new FakeShelf();
    shelf.keep = () => Promise.reject(new Error("no room"));
    const { board, remote, saver } = await started({ shelf });
    remote.failure = new NetworkError();
    board.draw(at("a"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state.get()).toEqual({ status: "offline", kept: false });
    expect(saver.atRisk).toBe(true);
  });
});

describe("when the server refuses", () => {
  test("it says why, keeps everything, and goes on with the next change", async () => {
    const { board, remote, saver, shelf } = await started();
    remote.failure = new ApiError(413, "the drawing is too large");
    board.draw(at("a"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.state.get()).toMatchObject({ status: "refused", message: "the drawing is too large" });
    expect(Object.keys(shelf.kept.elements)).toEqual(["a"]);

    remote.failure = undefined;
    board.draw(at("a", 2));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state.get().status).toBe("saved");
  });

  test("flush throws what it said", async () => {
    const { board, remote, saver } = await started();
    remote.failure = new ApiError(422, "no");
    board.draw(at("a"));
    await expect(saver.flush()).rejects.toThrow("no");
  });
});

test("a server that lost our revision is given everything it lacks", async () => {
  const { board, remote, saver } = await started({ stored: [at("a")] });
  remote.failure = new ApiError(412, "no such revision");
  board.draw(at("b"));
  await vi.advanceTimersByTimeAsync(1000);
  remote.failure = undefined;
  await vi.advanceTimersByTimeAsync(1100);
  expect(remote.saves).toEqual([{ revision: 1, ids: ["a", "b"] }]);
  expect(saver.state.get().status).toBe("saved");
});

test("what was kept before a reload is taken back and sent", async () => {
  const shelf = new FakeShelf();
  shelf.kept = { elements: { a: at("a", 2) }, files: {} };
  const { board, remote } = await started({ shelf, stored: [at("a", 1)] });
  expect(board.elements()[0]!.version).toBe(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(remote.saves).toEqual([{ revision: 1, ids: ["a"] }]);
});

test("two tabs share a shelf: one lets go only of what was acknowledged", async () => {
  vi.useRealTimers();
  const [one, other] = [createShelf("s"), createShelf("s")];
  await one.keep({ elements: { a: at("a", 1) }, files: {} });
  await other.keep({ elements: { a: at("a", 2), b: at("b", 1) }, files: {} });
  await one.release({ elements: { a: at("a", 1), b: at("b", 1) }, files: {} });
  expect(Object.values((await other.read()).elements)).toMatchObject([{ id: "a", version: 2 }]);
});

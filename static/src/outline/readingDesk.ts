/** Holds what the server reads in the last saved board. */
import type { Api } from "../shared/api";
import type { Reading } from "../shared/contract";
import { createStore } from "../shared/store";

export class ReadingDesk {
  /** All that was read. */
  readonly reading = createStore<Reading | undefined>(undefined);
  /** The design that is meant, counted from 1; null for the whole board. */
  readonly design = createStore<number | null>(null);
  private revision = -1;
  /** The revision that `reading` is of. */
  private read = -1;
  private wanted = -1;
  private fetching = false;

  constructor(
    private readonly api: Api,
    private readonly base: string,
  ) {}

  /** Fetch the reading of a revision, or of a newer one; one request at a time. */
  async refresh(revision: number): Promise<void> {
    this.wanted = Math.max(this.wanted, revision);
    if (this.fetching) return;
    this.fetching = true;
    try {
      while (this.revision < this.wanted) await this.fetch();
    } catch {
      // Offline or failing: the outline goes on showing the last reading, and the next save asks again.
    } finally {
      this.fetching = false;
    }
  }

  private async fetch(): Promise<void> {
    const wanted = this.wanted;
    const { body } = await this.api.get<{ revision: number; reading: Reading; design: number | null }>(`${this.base}/reading`);
    this.revision = Math.max(body.revision, wanted);
    this.read = body.revision;
    this.reading.set(body.reading);
    this.design.set(body.design);
  }

  /** Mean one design from now on, or the whole board; throws, and all stays as it was, when that cannot be kept. */
  async choose(design: number | null): Promise<void> {
    const before = this.design.get();
    this.design.set(design);
    try {
      await this.api.send("PUT", `${this.base}/design`, { revision: this.read, design });
    } catch (error) {
      this.design.set(before);
      throw error;
    }
  }
}

/** Holds what the server reads in the last saved board. */
import type { Api } from "../shared/api";
import type { Reading } from "../shared/contract";
import { createStore } from "../shared/store";

export class ReadingDesk {
  readonly reading = createStore<Reading | undefined>(undefined);
  private revision = -1;
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
    const { body } = await this.api.get<{ revision: number; reading: Reading }>(`${this.base}/reading`);
    this.revision = Math.max(body.revision, wanted);
    this.reading.set(body.reading);
  }
}

/** Tells the server what the person says against findings, and which way journeys take. */
import type { Api } from "../shared/api";
import type { Dispute, DisputeKind, Finding } from "../shared/contract";

/** Letters of the reason of a dispute. */
export const LONGEST_REASON = 500;

type Check = Pick<Dispute, "source" | "check_id">;

export class Objections {
  constructor(
    private readonly api: Api,
    private readonly base: string,
  ) {}

  /** Say why a finding should not count, in place of what was said before. */
  async dispute(finding: Pick<Finding, "source" | "check_id" | "evidence">, kind: DisputeKind, because: string): Promise<void> {
    await this.api.send("PUT", this.disputes(finding), { kind, because, component_ids: finding.evidence.component_ids });
  }

  async withdraw(check: Check): Promise<void> {
    await this.api.send("DELETE", this.disputes(check));
  }

  /** Say which components a journey passes in a revision, in order. */
  async tell(journey: string, walk: readonly string[], revision: number): Promise<void> {
    await this.api.send("PUT", this.journey(journey), { revision, walk });
  }

  async takeBack(journey: string): Promise<void> {
    await this.api.send("DELETE", this.journey(journey));
  }

  private disputes({ source, check_id: check }: Check): string {
    return `${this.base}/disputes/${encodeURIComponent(source)}/${encodeURIComponent(check)}`;
  }

  private journey(id: string): string {
    return `${this.base}/journeys/${encodeURIComponent(id)}`;
  }
}

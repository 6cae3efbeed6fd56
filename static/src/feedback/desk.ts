/** Asks for feedback and holds the latest. */
import type { Element } from "../drawing/element";
import { ApiError, explain, type Api, type Problem } from "../shared/api";
import type { StoredAssessment } from "../shared/contract";
import { createStore } from "../shared/store";

export interface FeedbackState {
  asking: boolean;
  latest: StoredAssessment | undefined;
  /** Versions of the elements that were assessed, when this page saw them. */
  versions: ReadonlyMap<string, number> | undefined;
  failure: { message: string; problems: readonly Problem[] } | undefined;
}

export function versionsOf(elements: readonly Element[]): Map<string, number> {
  return new Map(elements.filter(({ isDeleted }) => !isDeleted).map(({ id, version }) => [id, version]));
}

export class FeedbackDesk {
  readonly state = createStore<FeedbackState>({ asking: false, latest: undefined, versions: undefined, failure: undefined });

  constructor(
    private readonly api: Api,
    private readonly base: string,
  ) {}

  /** Show what was said last, if anything was. */
  async recall(revision: number, elements: readonly Element[]): Promise<void> {
    const answer = await this.api.get<StoredAssessment>(`${this.base}/assessments/latest`).catch((error: unknown) => {
      if (error instanceof ApiError) return undefined;
      throw error;
    });
    if (!answer || this.state.get().latest) return;
    const versions = answer.body.revision === revision ? versionsOf(elements) : undefined;
    this.state.set((now) => ({ ...now, latest: answer.body, versions }));
  }

  /** Save the board, have that revision assessed, and show the result; returns it, or undefined when it failed. */
  async ask(save: () => Promise<number>, elements: () => readonly Element[]): Promise<StoredAssessment | undefined> {
    if (this.state.get().asking) return undefined;
    this.state.set((now) => ({ ...now, asking: true, failure: undefined }));
    try {
      const versions = versionsOf(elements());
      const revision = await save();
      const { body } = await this.api.send<StoredAssessment>("POST", `${this.base}/assessments`, { revision });
      this.state.set({ asking: false, latest: body, versions, failure: undefined });
      return body;
    } catch (error) {
      this.state.set((now) => ({ ...now, asking: false, failure: explain(error) }));
      return undefined;
    }
  }
}

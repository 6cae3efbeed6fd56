import type { DisputeKind } from "../shared/contract";

/** The kinds of disputes, in words. */
export const KINDS: readonly [DisputeKind, string][] = [
  ["not_applicable", "Does not apply"],
  ["mitigated_elsewhere", "Mitigated elsewhere"],
  ["accepted", "Accepted"],
];

export function kindTitle(kind: DisputeKind): string {
  return KINDS.find(([one]) => one === kind)?.[1] ?? kind;
}

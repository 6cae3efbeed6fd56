/** Puts an assessment in the order a candidate reads it. Pure. */
import type { Assessment, Component, Finding, Severity, Status } from "../shared/contract";

const SEVERITY: Record<Severity, number> = { blocker: 0, major: 1, minor: 2 };

/** A finding as it is shown; only what needs a look carries a number, and its pin the same one. */
export interface Item {
  finding: Finding;
  number: number | undefined;
}

/** The findings by what is to be done about them, each group by weight. */
export interface Report {
  problems: readonly Item[];
  /** What the drawing does not show, and what could not be checked. */
  missing: readonly Item[];
  /** What the person says should not count, with its reason. */
  disputed: readonly Item[];
  passed: readonly Item[];
  notApplicable: readonly Item[];
}

export interface Verdict {
  headline: string;
  details: readonly string[];
}

function isDisputed({ dispute }: Finding): boolean {
  return dispute != null;
}

/** Numbers run through problems, then through what is missing. */
export function arrange({ findings }: Assessment): Report {
  const sorted = [...findings].sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity]);
  const open = (...statuses: Status[]) => sorted.filter((finding) => statuses.includes(finding.status) && !isDisputed(finding));
  const plain = (some: readonly Finding[]) => some.map((finding) => ({ finding, number: undefined }));
  const numbered = (some: readonly Finding[], before: number) => some.map((finding, i) => ({ finding, number: before + i + 1 }));
  const problems = open("problem");
  return {
    problems: numbered(problems, 0),
    missing: numbered(open("not_shown", "error"), problems.length),
    disputed: plain(sorted.filter(isDisputed)),
    passed: plain(open("pass")),
    notApplicable: plain(open("not_applicable")),
  };
}

/** How a requirement fares: the findings that serve it and need a look, or else whether anything that serves it holds. */
export interface Served {
  id: string;
  text: string;
  open: readonly Item[];
  holds: boolean;
}

export function served({ requirements, findings }: Assessment, open: readonly Item[]): Served[] {
  return requirements.map(({ requirement_id: id, text }) => ({
    id,
    text,
    open: open.filter(({ finding }) => finding.serves.includes(id)),
    holds: findings.some(({ serves, status }) => serves.includes(id) && status === "pass"),
  }));
}

function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** The verdict in a line, and the counts behind it. */
export function verdict(assessment: Assessment): Verdict {
  if (assessment.reading.components.length === 0) {
    return { headline: "Nothing to check yet", details: ["The board shows no components. Draw some, then ask again."] };
  }
  const { problems, missing, disputed, passed } = arrange(assessment);
  const blockers = problems.filter(({ finding }) => finding.severity === "blocker").length;
  const details = [
    ...(blockers ? [plural(blockers, "blocker")] : []),
    ...(missing.length ? [`${missing.length} not shown`] : []),
    ...(disputed.length ? [`${disputed.length} disputed`] : []),
    plural(passed.length, "holds", "hold"),
  ];
  const nothing = missing.length + disputed.length > 0 ? "No problem found" : "Everything holds";
  return { headline: problems.length ? `${plural(problems.length, "problem")} found` : nothing, details };
}

/** The labels along each path of a finding. */
export function pathLabels(finding: Finding, components: ReadonlyMap<string, Component>): string[][] {
  return finding.evidence.paths.map((path) => path.map((id) => components.get(id)?.label || id));
}

/** A message without the path it begins or ends with: the path is shown on its own. */
export function withoutPath(message: string, paths: readonly (readonly string[])[]): string {
  const [first, last] = [paths[0]?.[0], paths.at(-1)?.at(-1)];
  if (first === undefined || last === undefined) return message;
  const begin = `${last}: `;
  const rest = message.startsWith(`${first} → `) ? message.indexOf(begin, message.lastIndexOf(" → ")) : -1;
  if (rest >= 0) return capitalised(message.slice(rest + begin.length));
  const end = message.endsWith(` → ${last}.`) ? message.indexOf(`: ${first} → `) : -1;
  return end >= 0 ? `${message.slice(0, end)}.` : message;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The element a finding's pin sits on: where its path ends, else the first thing it names. */
export function pinnedElement({ evidence }: Finding, components: ReadonlyMap<string, Component>): string | undefined {
  const component = evidence.paths[0]?.at(-1) ?? evidence.component_ids[0];
  return (component && components.get(component)?.element_ids[0]) ?? evidence.element_ids[0];
}

/** Whether anything a finding points at has changed since: versions are those of the assessed board. */
export function isStale(
  { evidence }: Finding,
  assessed: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): boolean {
  return evidence.element_ids.some((id) => assessed.get(id) !== now.get(id));
}

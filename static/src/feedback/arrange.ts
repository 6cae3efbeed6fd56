/** Puts an assessment in the order a candidate reads it. Pure. */
import type { Assessment, Component, Finding, Severity, Status } from "../shared/contract";

const SEVERITY: Record<Severity, number> = { blocker: 0, major: 1, minor: 2 };
const STATUS: Record<Status, number> = { problem: 0, not_shown: 1, error: 2, pass: 3, not_applicable: 4 };

/** A finding as it is shown; only what needs a look carries a number, and its pin the same one. */
export interface Item {
  finding: Finding;
  number: number | undefined;
}

export interface Section {
  id: string;
  title: string;
  type: string | undefined;
  /** Problems first, then what the drawing does not show. */
  open: readonly Item[];
  passed: readonly Item[];
  notApplicable: readonly Item[];
}

export interface Verdict {
  headline: string;
  details: readonly string[];
}

function rank(finding: Finding): number {
  return STATUS[finding.status] * 10 + SEVERITY[finding.severity];
}

function needsLook({ status }: Finding): boolean {
  return status === "problem" || status === "not_shown" || status === "error";
}

interface Bucket {
  id: string;
  title: string;
  type: string | undefined;
  findings: Finding[];
}

/** A finding stands under the first requirement it serves, else under the scenario, else under the house rules. */
function buckets(assessment: Assessment): Bucket[] {
  const requirements = assessment.requirements.map(({ requirement_id: id, text: title, type }) => ({ id, title, type, findings: [] as Finding[] }));
  const scenario: Bucket = { id: "scenario", title: "The design as a whole", type: undefined, findings: [] };
  const house: Bucket = { id: "house", title: "House rules", type: undefined, findings: [] };
  for (const finding of assessment.findings) {
    const served = requirements.find(({ id }) => finding.serves.includes(id));
    const rest = finding.source === assessment.scenario_id ? scenario : house;
    (served ?? rest).findings.push(finding);
  }
  return [...requirements, scenario, house].filter(({ findings }) => findings.length > 0);
}

function worst({ findings }: Bucket): number {
  return Math.min(...findings.map((finding) => STATUS[finding.status]));
}

/** Sections with problems come first; numbers run through in the order shown. */
export function arrange(assessment: Assessment): Section[] {
  let number = 0;
  const ordered = buckets(assessment).sort((a, b) => worst(a) - worst(b));
  return ordered.map(({ findings, ...section }) => {
    const sorted = [...findings].sort((a, b) => rank(a) - rank(b));
    const plain = (status: Status) =>
      sorted.filter((finding) => finding.status === status).map((finding) => ({ finding, number: undefined }));
    return {
      ...section,
      open: sorted.filter(needsLook).map((finding) => ({ finding, number: (number += 1) })),
      passed: plain("pass"),
      notApplicable: plain("not_applicable"),
    };
  });
}

export function count(assessment: Assessment, status: Status): number {
  return assessment.findings.filter((finding) => finding.status === status).length;
}

function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** The verdict in a line, and the counts behind it. */
export function verdict(assessment: Assessment): Verdict {
  if (assessment.reading.components.length === 0) {
    return { headline: "Nothing to check yet", details: ["The board shows no components. Draw some, then ask again."] };
  }
  const problems = count(assessment, "problem");
  const [missing, held] = [count(assessment, "not_shown"), count(assessment, "pass")];
  const blockers = assessment.findings.filter(({ status, severity }) => status === "problem" && severity === "blocker").length;
  const details = [
    ...(blockers ? [`${plural(blockers, "blocker")} first`] : []),
    ...(missing ? [`${missing} not shown`] : []),
    `${held} hold${held === 1 ? "s" : ""}`,
  ];
  const headline = problems ? `${plural(problems, "problem")} found` : missing ? "No problem found" : "Everything holds";
  return { headline, details };
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

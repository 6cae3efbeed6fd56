/** Small assessments for tests. */
import type { Assessment, Component, Connection, Finding } from "../shared/contract";

export const EMPTY_EVIDENCE: Finding["evidence"] = { component_ids: [], connection_ids: [], note_ids: [], paths: [], element_ids: [] };

export function finding(check_id: string, changes: Partial<Finding> = {}): Finding {
  return {
    check_id,
    check: "component",
    source: "shop",
    title: check_id,
    status: "pass",
    severity: "major",
    message: "",
    because: "",
    topic: null,
    serves: [],
    evidence: EMPTY_EVIDENCE,
    fix: null,
    ...changes,
  };
}

export function component(id: string, changes: Partial<Component> = {}): Component {
  return { id, label: id, kind: "service", confidence: 1, reason: "", technology: null, replicas: null, notes: [], element_ids: [id], ...changes };
}

export function connection(from: string, to: string, changes: Partial<Connection> = {}): Connection {
  return { id: `${from}-${to}`, from, to, label: "", direction: "forward", directed: true, style: null, element_ids: [], ...changes };
}

export function assessment(findings: Finding[], changes: Partial<Assessment> = {}): Assessment {
  return {
    scenario_id: "shop",
    scenario_title: "Shop",
    reading: { components: [component("a")], connections: [], groups: [], notes: [], unclear: [], designs: [] },
    requirements: [
      { requirement_id: "fast", type: "quality", text: "Fast", check_ids: [] },
      { requirement_id: "lists", type: "functional", text: "Lists", check_ids: [] },
    ],
    findings,
    risks: [],
    score: { earned: 0, possible: 0 },
    ...changes,
  };
}

/** The shapes the server speaks, as `whiteboard.model` names them. */

export interface Kind {
  id: string;
  title: string;
  parent: string | null;
  description: string;
  /** A heading of the tree: nothing on a board is one. */
  abstract: boolean;
}

export interface Requirement {
  id: string;
  type: "functional" | "quality";
  text: string;
}

export interface ScenarioBrief {
  id: string;
  title: string;
  level: string;
  minutes: number;
  prompt: string;
  requirements: readonly Requirement[];
}

export interface BoardConfig {
  session: { id: string; title: string };
  scenario: ScenarioBrief | null;
  csrf: string;
  api: string;
  revision: number;
  /** Whether there is feedback from before. */
  assessed: boolean;
  kinds: readonly Kind[];
}

export interface Component {
  id: string;
  label: string;
  kind: string;
  confidence: number;
  reason: string;
  technology: string | null;
  replicas: number | null;
  notes: readonly string[];
  element_ids: readonly string[];
}

export interface Connection {
  id: string;
  from: string;
  to: string;
  label: string;
  direction: "forward" | "both" | "none";
  directed: boolean;
  style: "sync" | "async" | "replication" | null;
  element_ids: readonly string[];
}

export interface Group {
  id: string;
  label: string;
  members: readonly string[];
  parent: string | null;
  element_ids: readonly string[];
}

export interface Note {
  id: string;
  text: string;
  heading: string;
  element_ids: readonly string[];
}

export interface Reading {
  components: readonly Component[];
  connections: readonly Connection[];
  groups: readonly Group[];
  notes: readonly Note[];
  unclear: readonly { question: string; component_ids: readonly string[]; element_ids: readonly string[] }[];
  /** The components of each design that stands on the board, the largest first. */
  designs: readonly (readonly string[])[];
}

export type Status = "pass" | "problem" | "not_shown" | "not_applicable" | "error";
export type Severity = "blocker" | "major" | "minor";

/** One edit of the architecture, as `whiteboard.model.fix` names it. */
export type Edit =
  | { edit: "add_component"; component: Pick<Component, "id" | "label" | "kind" | "replicas">; beside: readonly string[] }
  | { edit: "connect"; connection: Pick<Connection, "id" | "label" | "direction" | "style"> & { source: string; target: string } }
  | { edit: "disconnect"; connection_id: string }
  | { edit: "reroute"; connection_id: string; source: string; target: string }
  | { edit: "replicate"; component_id: string; replicas: number };

/** Edits that were proved to mend a finding. */
export interface Fix {
  summary: string;
  edits: readonly Edit[];
}

export type DisputeKind = "not_applicable" | "mitigated_elsewhere" | "accepted";

/** What the person says against a finding; `component_ids` are those that it was about. */
export interface Dispute {
  source: string;
  check_id: string;
  kind: DisputeKind;
  because: string;
  component_ids: readonly string[];
}

export interface Finding {
  check_id: string;
  check: string;
  source: string;
  title: string;
  status: Status;
  severity: Severity;
  message: string;
  because: string;
  topic: string | null;
  serves: readonly string[];
  evidence: {
    component_ids: readonly string[];
    connection_ids: readonly string[];
    note_ids: readonly string[];
    paths: readonly (readonly string[])[];
    element_ids: readonly string[];
  };
  fix: Fix | null;
  dispute?: Dispute | null;
}

export interface RiskOutcome {
  risk_id: string;
  title: string;
  status: "mitigated" | "acknowledged" | "open";
  check_ids: readonly string[];
  note_ids: readonly string[];
}

export type Band = "strong" | "solid" | "mixed" | "weak" | "not_assessed";

/** One axis of the score, and what its band comes from. */
export interface AxisScore {
  axis: string;
  band: Band;
  because: string;
}

/** Components that nothing asked for needs, as far as the drawing shows. */
export interface Extra {
  component_ids: readonly string[];
  message: string;
}

/** Which walk on the board was taken to be a journey, and how one knows. */
export interface JourneyTaken {
  journey_id: string;
  source: string;
  walk: readonly string[];
  /** Whether the person said so, labels do, or only roles and direction. */
  known_by?: "person" | "labels" | "roles";
  because: string;
  /** What the person said of it is no longer drawn. */
  stale?: boolean;
  element_ids: readonly string[];
}

/** What is optional was not told yet when older assessments were stored. */
export interface Assessment {
  scenario_id: string | null;
  scenario_title: string | null;
  reading: Reading;
  requirements: readonly { requirement_id: string; type: string; text: string; check_ids: readonly string[] }[];
  findings: readonly Finding[];
  risks: readonly RiskOutcome[];
  score: { earned: number; possible: number; band?: Band; because?: string; axes?: readonly AxisScore[] };
  /** Disputes that no longer meet a finding, and why. */
  stale_disputes?: readonly { dispute: Dispute; because: string }[];
  extras?: readonly Extra[];
  journeys?: readonly JourneyTaken[];
}

export interface StoredAssessment {
  id: string;
  revision: number;
  /** The design that was assessed, counted from 1; null for the whole board. */
  design: number | null;
  assessment: Assessment;
}

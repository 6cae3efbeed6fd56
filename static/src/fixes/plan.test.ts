import { expect, test } from "vitest";
import { connect } from "../drawing/edits";
import { byId, isArrow, type Arrow, type Element } from "../drawing/element";
import { overlaps } from "../drawing/placement";
import { labelledBox, layout } from "../drawing/testing";
import { component, connection } from "../feedback/testing";
import type { Connection, Edit, Reading } from "../shared/contract";
import { planFix, type Plan } from "./plan";

const drawn = (id: string) => ({ element_ids: [id, `${id}-label`] });
const boxes = [...labelledBox("web", "Web"), ...labelledBox("api", "API", 400), ...labelledBox("db", "DB", 800)];

/** Boxes in a row with an arrow from each to the next, named by both. */
function board(): Element[] {
  let elements: Element[] = boxes;
  for (const [from, to] of [["web", "api"], ["api", "db"]] as const) {
    const changes = connect(elements, drawn(from), drawn(to)).map((one) => (isArrow(one) ? { ...one, id: `${from}-${to}` } : one));
    const fixed = changes.map((one) => (isArrow(one) ? one : renamed(one, `${from}-${to}`)));
    elements = [...byId([...elements, ...fixed]).values()];
  }
  return elements;
}

function renamed(shape: Element, arrow: string): Element {
  const bound = (shape.boundElements ?? []).map((one) => (one.type === "arrow" && !one.id.includes("-") ? { ...one, id: arrow } : one));
  return { ...shape, boundElements: bound };
}

const drawnArrow = (from: string, to: string) => connection(from, to, { element_ids: [`${from}-${to}`] });

const reading: Reading = {
  components: ["web", "api", "db"].map((id) => component(id, { label: id.toUpperCase(), ...drawn(id) })),
  connections: [drawnArrow("web", "api"), drawnArrow("api", "db")],
  groups: [],
  notes: [],
  unclear: [],
  designs: [],
};

const BOARD = board();
const cache: Edit = { edit: "add_component", component: { id: "new", label: "Cache", kind: "cache", replicas: null }, beside: ["api"] };
const to = (source: string, target: string, changes: Partial<Connection> = {}): Edit => ({
  edit: "connect",
  connection: { id: `new-${source}-${target}`, label: "", direction: "forward", style: null, source, target, ...changes },
});

function plan(...edits: Edit[]): Plan | undefined {
  return planFix(BOARD, reading, { summary: "", edits }, { kinds: new Map(), layout });
}

const after = (made: Plan | undefined) => byId([...BOARD, ...made!.changes]);
const arrowsOf = (elements: ReadonlyMap<string, Element>) => [...elements.values()].filter((one) => isArrow(one) && !one.isDeleted) as Arrow[];

test("a component put on a connection stands between its ends, bound both ways", () => {
  const made = plan(cache, { edit: "reroute", connection_id: "api-db", source: "api", target: "new" }, to("new", "db"));
  const elements = after(made);
  const shape = made!.drawn.find((one) => !isArrow(one))!;
  expect(shape.x).toBeGreaterThan(500);
  expect(shape.x + shape.width).toBeLessThan(800);
  const ends = arrowsOf(elements).map((arrow) => [arrow.startBinding?.elementId, arrow.endBinding?.elementId]);
  expect(ends).toEqual([["web", "api"], ["api", shape.id], [shape.id, "db"]]);
  for (const arrow of arrowsOf(elements)) {
    for (const id of [arrow.startBinding!.elementId, arrow.endBinding!.elementId]) {
      expect(elements.get(id)!.boundElements).toContainEqual({ id: arrow.id, type: "arrow" });
    }
  }
  expect(elements.get("db")!.boundElements).not.toContainEqual({ id: "api-db", type: "arrow" });
});

test("what was led elsewhere is shown as it was", () => {
  const made = plan(cache, { edit: "reroute", connection_id: "api-db", source: "api", target: "new" }, to("new", "db"));
  expect(made!.gone).toEqual([BOARD.find(({ id }) => id === "api-db")]);
});

test("a component aside is near what asks it, and on nothing", () => {
  const made = plan(cache, to("api", "new"));
  const shape = made!.drawn.find((one) => !isArrow(one))!;
  expect(BOARD.filter((one) => overlaps(one, shape, 20))).toEqual([]);
  expect(Math.hypot(shape.x - 400, shape.y)).toBeLessThan(300);
});

test("an erased connection is let go of at both ends", () => {
  const elements = after(plan({ edit: "disconnect", connection_id: "web-api" }));
  expect(elements.get("web-api")!.isDeleted).toBe(true);
  expect(elements.get("web")!.boundElements).toEqual([{ id: "web-label", type: "text" }]);
});

test("copies are written on the label", () => {
  const elements = after(plan({ edit: "replicate", component_id: "api", replicas: 2 }));
  expect(elements.get("api-label")).toMatchObject({ originalText: "API ×2" });
});

test("a new connection shows its style and bears its label", () => {
  const elements = after(plan(to("web", "db", { style: "async", label: "events" })));
  const arrow = arrowsOf(elements).at(-1)!;
  expect(arrow).toMatchObject({ strokeStyle: "dashed", customData: { style: "async" } });
  expect([...elements.values()].at(-1)).toMatchObject({ text: "events", containerId: arrow.id });
});

test("the board itself is left alone", () => {
  const before = structuredClone(BOARD);
  plan(cache, { edit: "reroute", connection_id: "api-db", source: "api", target: "new" }, to("new", "db"));
  expect(BOARD).toEqual(before);
});

test("a board that has lost what a fix speaks of has outgrown it", () => {
  const without = BOARD.filter(({ id }) => id !== "api-db");
  const fix = { summary: "", edits: [{ edit: "disconnect", connection_id: "api-db" } as const] };
  expect(planFix(without, reading, fix, { kinds: new Map(), layout })).toBeUndefined();
  expect(plan(to("web", "nowhere"))).toBeUndefined();
});

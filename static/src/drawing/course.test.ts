import { expect, test } from "vitest";
import { setCourse, type Course } from "./course";
import { newArrow, newText, type Arrow, type Element, type Point } from "./element";
import { box } from "./testing";

const [source, target] = [box("a"), box("b", 400)];
const ends = { source: { element_ids: ["a"] }, target: { element_ids: ["b"] } };
const bound = (elementId: string) => ({ elementId, focus: 0, gap: 6 });

function stroke(id: string, points: Point[], changes: Record<string, unknown> = {}): Arrow {
  return { ...newArrow({ points, start: null, end: null }), id, ...changes } as unknown as Arrow;
}

const there = stroke("s", [{ x: 106, y: 30 }, { x: 394, y: 30 }]);
const back = stroke("s", [{ x: 394, y: 30 }, { x: 106, y: 30 }], { startArrowhead: null, endArrowhead: null });

function turned(strokes: Element[], course: Course): Element[] {
  const ids = strokes.map(({ id }) => id);
  return setCourse([source, target, ...strokes], { id: ids[0]!, element_ids: ids }, ends, course);
}

const heads = (element: Element | undefined) => [(element as Arrow).startArrowhead, (element as Arrow).endArrowhead];

test.each<[Course, unknown[]]>([
  ["forward", [null, "arrow"]],
  ["backward", ["arrow", null]],
  ["both", ["arrow", "arrow"]],
  ["none", [null, null]],
])("an arrow that runs %s shows it", (way, shown) => {
  expect(heads(turned([there], way)[0])).toEqual(shown);
});

test("a stroke that was drawn from the target has its heads the other way round", () => {
  expect(heads(turned([back], "forward")[0])).toEqual(["arrow", null]);
  expect(heads(turned([{ ...back, startArrowhead: "bar" } as Arrow], "backward")[0])).toEqual([null, "bar"]);
});

test("a binding says where a stroke leads, whatever is nearer", () => {
  const far = stroke("s", [{ x: 390, y: 200 }, { x: 420, y: 200 }], { startBinding: bound("a") });
  expect(heads(turned([far], "forward")[0])).toEqual([null, "arrow"]);
});

test("of a plain line the direction is noted", () => {
  const line = { ...there, type: "line", endArrowhead: null } as unknown as Arrow;
  expect(turned([line], "forward")[0]).toMatchObject({ customData: { direction: "forward" } });
  expect(turned([line], "backward")[0]).toMatchObject({ customData: { direction: "forward" }, startArrowhead: "arrow" });
});

test("what was noted of an arrow before gives way to its heads", () => {
  expect(turned([{ ...there, customData: { direction: "none" } }], "both")[0]!.customData).toEqual({});
});

test("a chain of strokes bears heads only where it begins and ends, whichever way each was drawn", () => {
  const first = stroke("s", [{ x: 250, y: 200 }, { x: 106, y: 30 }], { endArrowhead: "arrow" });
  const second = stroke("t", [{ x: 250, y: 204 }, { x: 394, y: 30 }], { endArrowhead: null });
  expect(turned([first, second], "forward").map(heads)).toEqual([[null, null], [null, "arrow"]]);
  expect(turned([first, second], "backward").map(heads)).toEqual([[null, "arrow"], [null, null]]);
});

const round = stroke("s", [{ x: 106, y: 20 }, { x: 390, y: 30 }, { x: 106, y: 40 }], { startBinding: bound("a"), endBinding: bound("a") });

test("a stroke that goes there and comes back is drawn anew to run one way", () => {
  const [arrow, ...others] = turned([round], "backward");
  expect(heads(arrow)).toEqual(["arrow", null]);
  expect(arrow).toMatchObject({ startBinding: { elementId: "a" }, endBinding: { elementId: "b" } });
  expect((arrow as Arrow).points).toHaveLength(2);
  expect(others.map(({ id, boundElements }) => [id, boundElements])).toEqual([
    ["a", [{ id: "s", type: "arrow" }]],
    ["b", [{ id: "s", type: "arrow" }]],
  ]);
});

test("its label goes along to the new middle", () => {
  const label = { ...newText("get", { x: 380, y: 20, width: 20, height: 20 }, "s"), id: "l" };
  const moved = setCourse([source, target, round, label], { id: "s", element_ids: ["s", "l"] }, ends, "forward");
  expect(moved.find(({ id }) => id === "l")).toMatchObject({ x: 240, y: 20 });
});

test("there and back again needs nothing but no note", () => {
  expect(turned([{ ...round, customData: { direction: "none" } }], "both")).toMatchObject([{ customData: {}, points: round.points }]);
});

test("strokes that do not lead from one end to the other cannot be turned", () => {
  expect(turned([there, stroke("t", [{ x: 0, y: 500 }, { x: 90, y: 500 }])], "backward")).toEqual([]);
});

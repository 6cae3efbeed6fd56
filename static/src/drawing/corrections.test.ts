import { expect, test } from "vitest";
import { setCourse, setKind, setReplicas, type Course } from "./corrections";
import { newArrow, type Arrow } from "./element";
import { box } from "./testing";

const drawn = (label: string, ...ids: string[]) => ({ label, element_ids: ids });
const custom = (customData: Record<string, unknown>) => ({ customData });

test("a kind is stated for the label it was set for, and the rest stays", () => {
  const before = [box("a", 0, 0, custom({ kind: "service", colour: 3 }))];
  expect(setKind(before, drawn("Redis", "a"), "cache")[0]).toMatchObject({
    customData: { kind: "cache", label: "Redis", colour: 3 },
    version: 2,
  });
});

test("of an icon the part that states a kind is corrected, not something inside of it", () => {
  const [main, part] = [box("a", 0, 0, { ...custom({}), groupIds: ["g"] }), box("b", 0, 0, { groupIds: ["g"] })];
  expect(setKind([main, part], drawn("S3", "a", "b"), "object_store")[0]!.id).toBe("b");
  expect(setKind([{ ...main, groupIds: [] }, part], drawn("S3", "a", "b"), "object_store")[0]!.id).toBe("a");
});

test("copies are stated, and left to the drawing again", () => {
  const before = box("a");
  const [stated] = setReplicas([before], drawn("", "a"), 3);
  expect(stated!.customData).toEqual({ kind: "service", replicas: 3 });
  expect(setReplicas([stated!], drawn("", "a"), undefined)[0]!.customData).toEqual({ kind: "service" });
  expect(setReplicas([before], drawn("", "a"), undefined)).toEqual([]);
});

const course = { points: [{ x: 0, y: 0 }, { x: 9, y: 0 }], start: null, end: null };
const heads = (stroke: unknown) => [(stroke as Arrow).startArrowhead, (stroke as Arrow).endArrowhead];

test.each<[Course, unknown[]]>([
  ["backward", ["arrow", null]],
  ["both", ["arrow", "arrow"]],
  ["none", [null, null]],
])("an arrow that runs %s shows it", (way, shown) => {
  const arrow = newArrow(course);
  expect(heads(setCourse([arrow], arrow, way)[0])).toEqual(shown);
});

test("an arrow drawn from its target is turned from where it is read to start", () => {
  const reversed = { ...newArrow(course), startArrowhead: "bar", endArrowhead: null } as Arrow;
  expect(heads(setCourse([reversed], reversed, "forward")[0])).toEqual(["bar", null]);
  expect(heads(setCourse([reversed], reversed, "backward")[0])).toEqual([null, "bar"]);
});

test("of a plain line the direction is noted", () => {
  const line = { ...newArrow(course), type: "line", endArrowhead: null } as unknown as Arrow;
  expect(setCourse([line], line, "forward")[0]).toMatchObject({ customData: { direction: "forward" } });
});

test("what was noted of an arrow before gives way to its heads", () => {
  const noted = { ...newArrow(course), ...custom({ direction: "none" }) } as Arrow;
  expect(setCourse([noted], noted, "both")[0]!.customData).toEqual({});
});

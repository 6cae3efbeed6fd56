import { expect, test } from "vitest";
import { beside, instead, withNewIds } from "./beside";
import { newArrow, type Arrow, type Element, type Text } from "./element";
import { box, labelledBox } from "./testing";

const joined = () => {
  const [shape, text] = labelledBox("a", "API");
  const arrow = newArrow({ points: [{ x: 0, y: 0 }, { x: 1, y: 0 }], start: { elementId: "a", focus: 0, gap: 1 }, end: null });
  return [{ ...shape, groupIds: ["g"] }, { ...text, groupIds: ["g"] }, arrow] as Element[];
};

test("new ids are used wherever the old ones were", () => {
  const [shape, text, arrow] = withNewIds(joined()) as [Element, Text, Arrow];
  expect(shape.id).not.toBe("a");
  expect(shape.boundElements![0]!.id).toBe(text.id);
  expect(text.containerId).toBe(shape.id);
  expect(arrow.startBinding!.elementId).toBe(shape.id);
  expect(shape.groupIds).toEqual(text.groupIds);
  expect(shape.groupIds).not.toEqual(["g"]);
});

test("a drawing beside another begins right of it and covers none of it", () => {
  const [moved] = beside([box("a", 0, 40)], [box("a", -900, 900)]);
  expect(moved).toMatchObject({ x: 220, y: 40 });
  expect(moved!.id).not.toBe("a");
});

test("a drawing instead of another deletes it, and brings no deleted elements", () => {
  const changes = instead([box("a"), box("old", 0, 0, { isDeleted: true })], [box("b"), box("gone", 0, 0, { isDeleted: true })]);
  expect(changes.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
  expect(changes[0]).toMatchObject({ id: "a", version: 2 });
});

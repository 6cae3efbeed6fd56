import { expect, test } from "vitest";
import { bounds, freePlace, overlaps } from "./placement";
import { box } from "./testing";

const VIEW = { x: 0, y: 0, width: 800, height: 600 };
const SIZE = { width: 100, height: 60 };

test("the first component stands at the left, half way down", () => {
  expect(freePlace(VIEW, SIZE, [])).toEqual({ x: 0, y: 270 });
});

test("the next stands right of the last, on its height", () => {
  const last = box("a", 100, 200);
  expect(freePlace(VIEW, SIZE, [last], last)).toEqual({ x: 288, y: 200 });
});

test("a new row begins when the last one is full", () => {
  const last = box("a", 650, 200);
  const place = freePlace(VIEW, SIZE, [box("b", 0, 200, { width: 600 }), last], last);
  expect(place.x).toBe(0);
  expect(place.y).toBeGreaterThan(260);
});

test("what was added last does not matter once it is out of view", () => {
  const last = box("a", 5000, 5000);
  expect(freePlace(VIEW, SIZE, [last], last)).toEqual({ x: 0, y: 270 });
});

test("nothing is placed on anything", () => {
  const elements = [box("a", 0, 0, { width: 800, height: 480 })];
  const place = freePlace(VIEW, SIZE, elements);
  expect(elements.some((element) => overlaps({ ...place, ...SIZE }, element))).toBe(false);
});

test("a full view sends the next component to the right of everything", () => {
  const elements = [box("a", 0, 0, { width: 800, height: 600 })];
  expect(freePlace(VIEW, SIZE, elements).x).toBeGreaterThan(800);
});

test("a frame and a deleted element take no place", () => {
  const frame = box("f", 0, 0, { type: "frame", width: 800, height: 600 } as never);
  expect(freePlace(VIEW, SIZE, [frame, box("gone", 0, 270, { isDeleted: true })])).toEqual({ x: 0, y: 270 });
});

test("bounds hold everything", () => {
  expect(bounds([box("a"), box("b", 300, -40)])).toEqual({ x: 0, y: -40, width: 400, height: 100 });
  expect(bounds([])).toBeUndefined();
});

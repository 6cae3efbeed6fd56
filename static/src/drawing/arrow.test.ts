import { describe, expect, test } from "vitest";
import { crosses, obstaclesBetween, reach, routeArrow } from "./arrow";
import type { Bindable } from "./element";
import { box } from "./testing";

const bindable = (...args: Parameters<typeof box>) => box(...args) as Bindable;

describe("reach", () => {
  const size = { x: 0, y: 0, width: 100, height: 60 };
  test.each([
    ["rectangle", { x: 1, y: 0 }, 50],
    ["rectangle", { x: 0, y: -1 }, 30],
    ["rectangle", { x: Math.SQRT1_2, y: Math.SQRT1_2 }, 30 * Math.SQRT2],
    ["ellipse", { x: 0, y: 1 }, 30],
    ["diamond", { x: Math.SQRT1_2, y: Math.SQRT1_2 }, 1 / (Math.SQRT1_2 / 50 + Math.SQRT1_2 / 30)],
  ])("of a %s towards %o", (type, direction, distance) => {
    expect(reach({ ...size, type }, direction)).toBeCloseTo(distance);
  });
});

test("an arrow runs from border to border and is bound at both ends", () => {
  const { points, start, end } = routeArrow(bindable("a"), bindable("b", 300), []);
  expect(points).toEqual([
    { x: 106, y: 30 },
    { x: 294, y: 30 },
  ]);
  expect([start!.elementId, end!.elementId]).toEqual(["a", "b"]);
});

test("a second arrow between the same two takes another course", () => {
  expect(routeArrow(bindable("a"), bindable("b", 300), [], 1).points).toHaveLength(3);
});

test("an arrow bends around what stands between", () => {
  const between = box("c", 150);
  const { points } = routeArrow(bindable("a"), bindable("b", 300), [between]);
  expect(points.slice(1).some((point, i) => crosses(between, points[i]!, point))).toBe(false);
});

test("a box crosses a line only where it touches it", () => {
  const target = { x: 10, y: 10, width: 10, height: 10 };
  expect(crosses(target, { x: 0, y: 0 }, { x: 30, y: 30 })).toBe(true);
  expect(crosses(target, { x: 0, y: 0 }, { x: 30, y: 0 })).toBe(false);
  expect(crosses(target, { x: 0, y: 0 }, { x: 5, y: 5 })).toBe(false);
});

test("a boundary around both ends is no obstacle, nor is what was deleted", () => {
  const boundary = box("vpc", -50, -50, { width: 600, height: 200 });
  const gone = box("gone", 150, 0, { isDeleted: true });
  const [a, b, c] = [box("a"), box("b", 300), box("c", 150)];
  expect(obstaclesBetween([boundary, gone, a, b, c], a, b)).toEqual([c]);
});

import { expect, test } from "vitest";
import { box } from "../drawing/testing";
import { component } from "../feedback/testing";
import { placeMarks } from "./markPlaces";

/** A board at half size, its left edge 10 pixels in. */
const board = (zoom = 1) => ({
  elements: () => [box("a", 20, 30), box("gone", 0, 0, { isDeleted: true }), box("far", 5000, 0)],
  toScreen: ({ x, y }: { x: number; y: number }) => ({ x: 10 + x * zoom, y: y * zoom }),
  view: () => ({ x: 0, y: 0, width: 800, height: 600 }),
});
const read = ["a", "gone", "far", "unknown"].map((id) => component(id));
const placed = (zoom: number, ...doubtful: string[]) => placeMarks(board(zoom), read, new Set(doubtful));

test("a mark sits in the middle of the lower edge, as wide as its box, where it is in view", () => {
  expect(placed(1)).toEqual([{ component: read[0], x: 80, y: 90, width: 100 }]);
});

test("a box too small to read about bears a mark only when it is doubtful", () => {
  expect(placed(0.5)).toEqual([]);
  expect(placed(0.5, "a")).toMatchObject([{ x: 45, width: 56 }]);
});

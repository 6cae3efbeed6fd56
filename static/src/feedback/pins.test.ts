import { expect, test } from "vitest";
import type { Element, Point } from "../drawing/element";
import { box, labelledBox } from "../drawing/testing";
import { placeHalos, placePins } from "./pins";
import { component, EMPTY_EVIDENCE, finding } from "./testing";

/** A board scrolled by ten pixels, at half size. */
const boardWith = (...elements: Element[]) => ({
  elements: () => elements,
  toScreen: ({ x, y }: Point) => ({ x: x / 2 + 10, y: y / 2 + 10 }),
});
const components = new Map([["a", component("a")]]);
const item = (number: number) => ({ number, finding: finding(`f${number}`, { evidence: { ...EMPTY_EVIDENCE, component_ids: ["a"] } }) });

test("pins on one element stand side by side", () => {
  const pins = placePins(boardWith(box("a", 100, 40)), [item(1), item(2)], components);
  expect(pins.map(({ x, y }) => [x, y])).toEqual([[60, 30], [82, 30]]);
});

test("what was deleted has no pin and no halo", () => {
  const board = boardWith(box("a", 0, 0, { isDeleted: true }));
  expect(placePins(board, [item(1)], components)).toEqual([]);
  expect(placeHalos(board, ["a", "unknown"])).toEqual([]);
});

test("a label shares the halo of its shape", () => {
  expect(placeHalos(boardWith(...labelledBox("a", "API")), ["a", "a-label"]).map(({ id }) => id)).toEqual(["a"]);
});

test("a halo follows an arrow", () => {
  const arrow = { ...box("ab"), type: "arrow", roundness: null, points: [[0, 0], [40, 20]] } as unknown as Element;
  expect(placeHalos(boardWith(arrow), ["ab"])[0]!.d).toBe("M10 10L30 20");
});

test("of many findings on one element the problems show first, and the last pin stands for the rest", () => {
  const statuses = ["not_shown", "not_shown", "problem", "not_shown", "not_shown", "problem"] as const;
  const evidence = { ...EMPTY_EVIDENCE, element_ids: ["a"] };
  const open = statuses.map((status, i) => ({ finding: finding(`${i}`, { status, evidence }), number: i + 1 }));
  const pins = placePins(boardWith(box("a")), open, new Map());
  expect(pins.map(({ item, count }) => [item.number, count])).toEqual([[3, 1], [6, 1], [1, 1], [2, 3]]);
});

import { expect, test } from "vitest";
import { newArrow, type Box, type Element } from "../drawing/element";
import { overlaps } from "../drawing/placement";
import { box, labelledBox } from "../drawing/testing";
import { placeBetween } from "./place";

const SIZE = { width: 100, height: 60 };
const NONE = new Set<string>();

function place(elements: Element[], neighbours: Box[], strokes: ReadonlySet<string> = NONE): Box {
  return { ...placeBetween(SIZE, { elements, strokes, neighbours }), ...SIZE };
}

test("between two that stand apart it goes into the middle", () => {
  const [a, b] = [box("a"), box("b", 500)];
  expect(place([a, b], [a, b])).toMatchObject({ x: 250, y: 0 });
});

test("where there is no room in between it goes beside, as near as it can", () => {
  const [a, b] = [box("a"), box("b", 160)];
  const found = place([a, b], [a, b]);
  expect(found.x).toBe(80);
  expect(Math.abs(found.y)).toBeLessThan(140);
});

test("it lies on nothing, whatever stands around", () => {
  const crowd = Array.from({ length: 40 }, (_, i) => labelledBox(`${i}`, "x", (i % 8) * 180, Math.floor(i / 8) * 130)).flat();
  const [a, b] = [crowd[18 * 2]!, crowd[19 * 2]!];
  const found = place(crowd, [a, b]);
  expect(crowd.filter((one) => overlaps(found, one, 20))).toEqual([]);
});

test("it stays inside the boundary around what it is joined to", () => {
  const boundary = box("vpc", -60, -60, { width: 720, height: 320 });
  const [a, b, between] = [box("a"), box("b", 500), box("c", 250)];
  const found = place([boundary, a, b, between], [a, b]);
  expect(found.y).toBeGreaterThan(60);
  expect(found.y + found.height).toBeLessThan(260);
});

test("it never lies across a boundary", () => {
  const boundary = box("vpc", -20, -20, { width: 140, height: 100 });
  const [a, b] = [box("a"), box("b", 300)];
  const found = place([boundary, a, b], [a, b]);
  expect(overlaps(found, boundary)).toBe(false);
});

test("it rather leaves the arrows of others free", () => {
  const [a, b] = [box("a"), box("b", 500)];
  const arrow = newArrow({ points: [{ x: 300, y: -400 }, { x: 300, y: 400 }], start: null, end: null });
  const found = place([a, b, arrow], [a, b]);
  expect(found.x > 300 || found.x + found.width < 300).toBe(true);
});

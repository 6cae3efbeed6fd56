import { expect, test } from "vitest";
import { component } from "../feedback/testing";
import type { Connection, Group, Reading } from "../shared/contract";
import { designsOf, elementsDrawing, readingOf } from "./designs";

const connection = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, element_ids: [`${from}-${to}`] }) as unknown as Connection;
const group = (id: string, members: string[], parent: string | null = null): Group => ({ id, label: id, members, parent, element_ids: [id] });

const TWO: Reading = {
  components: ["a", "b", "c", "d", "x", "y"].map((id) => component(id)),
  connections: [connection("a", "b"), connection("x", "y"), connection("vpc", "y")],
  groups: [group("vpc", [], null), group("zone", ["x"], "vpc"), group("other", ["b"])],
  notes: [],
  unclear: [
    { question: "a?", component_ids: ["a"], element_ids: [] },
    { question: "x?", component_ids: ["x"], element_ids: [] },
  ],
  designs: [["a", "b", "c", "d"], ["x", "y"]],
};

test("a board with one design offers no choice", () => {
  expect(designsOf({ ...TWO, designs: [["a"]] })).toEqual([]);
});

test("designs are named by number and described by what is in them", () => {
  expect(designsOf(TWO).map(({ title, description }) => [title, description])).toEqual([
    ["Design 1", "a, b, c and 1 more"],
    ["Design 2", "x, y"],
  ]);
});

test("the reading of a design has its components, what joins and surrounds them, and its questions", () => {
  const second = readingOf(TWO, 2);
  expect(elementsDrawing(second)).toEqual(["x", "y", "x-y", "vpc-y", "vpc", "zone"]);
  expect(second.unclear.map(({ question }) => question)).toEqual(["x?"]);
});

test("without a choice, or after the chosen design is gone, all is read", () => {
  expect(readingOf(TWO, null)).toBe(TWO);
  expect(readingOf(TWO, 3)).toBe(TWO);
});

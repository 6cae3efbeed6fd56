import { describe, expect, test } from "vitest";
import { box } from "../drawing/testing";
import { component } from "../feedback/testing";
import type { Kind, Reading } from "../shared/contract";
import { doubtsOf, questionText, retiredOf } from "./questions";

const kinds = new Map(["cache", "datastore"].map((id) => [id, { id, title: id === "cache" ? "Cache" : "Database" } as Kind]));
const orders = component("a", { label: "Orders DB", kind: "datastore", confidence: 0.45 });
const set = (label: string | undefined) => box("a", 0, 0, { customData: { kind: "cache", label } });
const retiredFor = (label: string | undefined, of = orders) => retiredOf(of, new Map([["a", set(label)]]));

describe("a correction is retired", () => {
  test("when the label is another", () => expect(retiredFor("Redis")).toEqual({ kind: "cache", label: "Redis" }));
  test("not by spaces and capitals", () => expect(retiredFor("orders\nDB")).toBeUndefined());
  test("not when it came with no label, as from the palette", () => expect(retiredFor(undefined)).toBeUndefined());
  test("not when the kind is certain again", () => expect(retiredFor("Redis", { ...orders, confidence: 1 })).toBeUndefined());
});

const unclear = (question: string, ...component_ids: string[]) => ({ question, component_ids, element_ids: component_ids });
const reading: Reading = {
  components: [component("b", { confidence: 0.3 }), orders],
  connections: [],
  groups: [],
  notes: [],
  unclear: [unclear("b?", "b"), unclear("a?", "a"), unclear("again?", "a"), unclear("Where does this lead?")],
  designs: [],
};

test("each component is asked about once, what was retired first", () => {
  expect(doubtsOf(reading, [set("Redis")]).map(({ question }) => question)).toEqual(["a?", "b?"]);
});

test("a retired correction is told with what it was for", () => {
  const [told, asked] = doubtsOf(reading, [set("Redis")]).map((doubt) => questionText(doubt, kinds));
  expect(told).toBe("You had set this to cache for “Redis”; the label is now “Orders DB”. Read as database: right?");
  expect(asked).toBe("b?");
});

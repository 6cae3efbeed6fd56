import { expect, test } from "vitest";
import { component, connection } from "../feedback/testing";
import type { Reading } from "../shared/contract";
import { candidates, journeyTitle, picked } from "./picking";

const READING: Reading = {
  components: ["web", "api", "db", "cache", "alone"].map((id) => component(id)),
  connections: [connection("web", "api"), connection("api", "data")],
  groups: [
    { id: "data", label: "Data", members: ["db"], parent: null, element_ids: [] },
    { id: "inner", label: "", members: ["cache"], parent: "data", element_ids: [] },
  ],
  notes: [],
  unclear: [],
  designs: [],
};
const next = (...walk: string[]) => candidates(READING, walk).map(({ id }) => id);

test("a journey may begin anywhere", () => {
  expect(next()).toHaveLength(5);
});

test("on it goes along connections, against their arrows too, and into groups", () => {
  expect(next("web")).toEqual(["api"]);
  expect(next("api")).toEqual(["web", "db", "cache"]);
  expect(next("cache")).toEqual(["api"]);
  expect(next("alone")).toEqual([]);
});

test("it passes nothing twice", () => {
  expect(next("web", "api")).toEqual(["db", "cache"]);
});

test("what cannot come next is not picked", () => {
  const picking = { journey: "read", walk: ["web"] };
  expect(picked(picking, "db", READING)).toBe(picking);
  expect(picked(picking, "api", READING).walk).toEqual(["web", "api"]);
});

test("a journey is called by its words", () => {
  expect(journeyTitle("write-path")).toBe("Write path");
});

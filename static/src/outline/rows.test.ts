import { expect, test } from "vitest";
import { component } from "../feedback/testing";
import type { Connection, Reading } from "../shared/contract";
import { outlineOf, touching } from "./rows";

const connection = (id: string, from: string, to: string): Connection => ({ id, from, to, label: "", direction: "forward", directed: true, style: null, element_ids: [id] });
const reading: Reading = {
  components: [component("db", { kind: "datastore", label: "Users" }), component("web", { kind: "client", label: "Web", confidence: 0.4 })],
  connections: [connection("1", "web", "db"), connection("2", "vpc", "db")],
  groups: [{ id: "vpc", label: "VPC", members: [], parent: null, element_ids: [] }],
  notes: [],
  unclear: [],
};

test("components stand in the palette's order, with what leaves them", () => {
  const { rows } = outlineOf(reading, new Map());
  expect(rows.map(({ component: { id } }) => id)).toEqual(["web", "db"]);
  expect(rows[0]!.links).toMatchObject([{ other: "Users" }]);
});

test("a kind the reading is not sure of is asked about", () => {
  expect(outlineOf(reading, new Map()).rows.map(({ doubtful }) => doubtful)).toEqual([true, false]);
});

test("a connection that leaves a group is listed apart", () => {
  expect(outlineOf(reading, new Map()).rest).toMatchObject([{ from: "VPC", to: "Users" }]);
});

test("every connection of a component goes with it", () => {
  expect(touching(reading, "db").map(({ id }) => id)).toEqual(["1", "2"]);
});

import { expect, test } from "vitest";
import { component } from "../feedback/testing";
import type { Connection, Reading } from "../shared/contract";
import { outlineOf, touching } from "./rows";

const connection = (id: string, from: string, to: string): Connection => ({ id, from, to, label: "", direction: "forward", directed: true, style: null, element_ids: [id] });
const reading: Reading = {
  components: [component("db", { kind: "datastore", label: "Users" }), component("web", { kind: "client", label: "Web" })],
  connections: [connection("1", "web", "db"), connection("2", "vpc", "db")],
  groups: [{ id: "vpc", label: "VPC", members: [], parent: null, element_ids: [] }],
  notes: [],
  unclear: [
    { question: "Is this a client?", component_ids: ["web"], element_ids: ["web"] },
    { question: "Where does this arrow lead?", component_ids: [], element_ids: ["3"] },
  ],
  designs: [],
};

test("components stand in the palette's order, with what leaves them", () => {
  const { rows } = outlineOf(reading, new Map());
  expect(rows.map(({ component: { id } }) => id)).toEqual(["web", "db"]);
  expect(rows[0]!.links).toMatchObject([{ other: "Users" }]);
});

test("a question about no component stands apart", () => {
  const { unclear } = outlineOf(reading, new Map());
  expect(unclear.map(({ question }) => question)).toEqual(["Where does this arrow lead?"]);
});

test("a connection that leaves a group is listed apart", () => {
  expect(outlineOf(reading, new Map()).rest).toMatchObject([{ from: "VPC", to: "Users" }]);
});

test("every connection of a component goes with it", () => {
  expect(touching(reading, "db").map(({ id }) => id)).toEqual(["1", "2"]);
});

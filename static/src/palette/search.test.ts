import { expect, test } from "vitest";
import type { Kind } from "../shared/contract";
import { paletteShelves, search, shelves } from "./search";

const kind = (id: string, title: string, parent: string | null, description = ""): [string, Kind] => [
  id,
  { id, title, parent, description, abstract: parent === null && id !== "client" },
];
const kinds = new Map([
  kind("storage", "Storage", null),
  kind("cache", "Cache", "storage", "Keeps answers close at hand."),
  kind("file_store", "File store", "storage", "Also a cache of sorts."),
  kind("client", "Client", null),
]);

test("a heading is never offered", () => {
  expect(shelves(kinds).flatMap((shelf) => shelf.kinds.map(({ id }) => id))).not.toContain("storage");
});

test("what most designs begin with stands on top, and once", () => {
  const all = paletteShelves(kinds).map((shelf) => [shelf.title, shelf.kinds.map(({ id }) => id)]);
  expect(all).toEqual([["Used most", ["client", "cache"]], ["Files and objects", ["file_store"]]]);
});

test("a search finds titles before descriptions", () => {
  expect(search(kinds, "cache").map(({ id }) => id)).toEqual(["cache", "file_store"]);
  expect(search(kinds, "FILE st").map(({ id }) => id)).toEqual(["file_store"]);
  expect(search(kinds, "zebra")).toEqual([]);
});

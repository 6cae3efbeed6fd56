import { expect, test } from "vitest";
import type { Kind } from "../shared/contract";
import { familyOf } from "./look";

const kind = (id: string, parent: string | null): [string, Kind] => [id, { id, title: id, parent, description: "", abstract: false }];
const kinds = new Map([kind("storage", null), kind("datastore", "storage"), kind("relational_db", "datastore"), kind("cache", "storage"), kind("other", null)]);

test.each([
  ["relational_db", "datastore"],
  ["cache", "cache"],
  ["other", "other"],
  ["unheard_of", "other"],
])("%s looks like a %s", (id, family) => {
  expect(familyOf(id, kinds)).toBe(family);
});

import { expect, test } from "vitest";
import type { Element } from "../drawing/element";
import { box } from "../drawing/testing";
import { Acknowledged, joined, without, type Pending } from "./pending";

const at = (id: string, version: number, versionNonce = 1) => box(id, 0, 0, { version, versionNonce });
const pending = (...elements: Element[]): Pending => ({
  elements: Object.fromEntries(elements.map((element) => [element.id, element])),
  files: {},
});

test("only what grew since it was acknowledged is missing", () => {
  const acknowledged = new Acknowledged();
  acknowledged.add([at("a", 3), at("b", 1)]);
  expect(Object.keys(acknowledged.missing([at("a", 3), at("b", 2), at("c", 1)], {}).elements)).toEqual(["b", "c"]);
});

test("an older answer does not take back what was acknowledged", () => {
  const acknowledged = new Acknowledged();
  acknowledged.add([at("a", 3)]);
  acknowledged.add([at("a", 2)]);
  expect(acknowledged.missing([at("a", 3)], {}).elements).toEqual({});
});

test("what is missing does not follow later changes of the board", () => {
  const element = at("a", 1);
  const { elements } = new Acknowledged().missing([element], {});
  Object.assign(element, { version: 2 });
  expect(elements["a"]!.version).toBe(1);
});

test("a file is sent once", () => {
  const acknowledged = new Acknowledged();
  const file = { id: "f" } as never;
  expect(Object.keys(acknowledged.missing([], { f: file }).files)).toEqual(["f"]);
  acknowledged.add([], ["f"]);
  expect(acknowledged.missing([], { f: file }).files).toEqual({});
});

test("of two states of an element the newer is kept, and of equals the lower nonce", () => {
  expect(joined(pending(at("a", 2)), pending(at("a", 1))).elements["a"]!.version).toBe(2);
  expect(joined(pending(at("a", 2, 9)), pending(at("a", 2, 4))).elements["a"]!.versionNonce).toBe(4);
});

test("what was changed while it was sent stays", () => {
  const left = without(pending(at("a", 2), at("b", 1)), pending(at("a", 1), at("b", 1)));
  expect(Object.values(left.elements)).toMatchObject([{ id: "a", version: 2 }]);
});

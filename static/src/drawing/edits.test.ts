import { describe, expect, test } from "vitest";
import { connect, labelConnection, newComponent, remove, renameComponent } from "./edits";
import { byId, newArrow, newText, type Arrow, type Element, type Text } from "./element";
import { lookOf } from "./look";
import { box, labelledBox, layout } from "./testing";

const drawn = (...ids: string[]) => ({ element_ids: ids });
const after = (before: Element[], changes: Element[]) => byId([...before, ...changes]);

test("a new component is a filled shape that names its kind, with its label bound", () => {
  const [shape, text] = newComponent("cache", "Redis", lookOf("cache", new Map()), { x: 5, y: 7 }, layout);
  expect(shape).toMatchObject({ x: 5, y: 7, fillStyle: "solid", customData: { kind: "cache" } });
  expect(shape.backgroundColor).not.toBe("transparent");
  expect(shape.boundElements).toEqual([{ id: text.id, type: "text" }]);
  expect(text).toMatchObject({ containerId: shape.id, originalText: "Redis" });
});

describe("renaming", () => {
  test("changes the bound label, and the shape grows with it", () => {
    const before = labelledBox("a", "API");
    const now = after(before, renameComponent(before, drawn("a"), "Recommendation service", layout));
    expect(now.get("a-label")).toMatchObject({ originalText: "Recommendation service", version: 2 });
    expect(now.get("a")).toMatchObject({ height: 200, version: 2 });
  });

  test("changes a caption and keeps it centred", () => {
    const caption = { ...newText("S3", { x: 40, y: 70, width: 20, height: 20 }, null), id: "t" };
    const now = after([], renameComponent([box("a"), caption], drawn("a", "t"), "Pictures", layout));
    expect(now.get("t")).toMatchObject({ originalText: "Pictures", x: 10, width: 80 });
  });

  test("gives a shape without a label one", () => {
    const now = after([], renameComponent([box("a")], drawn("a"), "API", layout));
    const text = [...now.values()].find(({ type }) => type === "text") as Text;
    expect(text).toMatchObject({ containerId: "a", originalText: "API" });
    expect(now.get("a")!.boundElements).toEqual([{ id: text.id, type: "text" }]);
  });

  test("writes under what cannot hold a label", () => {
    const [text] = renameComponent([box("i", 0, 0, { type: "image" } as never)], drawn("i"), "S3", layout);
    expect(text).toMatchObject({ type: "text", containerId: null, y: 66 });
  });

  test("of what is no longer there changes nothing", () => {
    expect(renameComponent([box("a", 0, 0, { isDeleted: true })], drawn("a"), "API", layout)).toEqual([]);
  });
});

describe("connecting", () => {
  test("draws an arrow that both ends know of", () => {
    const changes = connect([box("a"), box("b", 300)], drawn("a"), drawn("b"));
    const arrow = changes.find(({ type }) => type === "arrow") as Arrow;
    expect([arrow.startBinding!.elementId, arrow.endBinding!.elementId]).toEqual(["a", "b"]);
    const now = byId(changes);
    for (const id of ["a", "b"]) expect(now.get(id)!.boundElements).toContainEqual({ id: arrow.id, type: "arrow" });
  });

  test("takes the first part of an icon that an arrow can be bound to", () => {
    const line = box("l", 0, 0, { type: "line" } as never);
    const changes = connect([line, box("a"), box("b", 300)], drawn("l", "a"), drawn("b"));
    expect((changes.at(-1) as Arrow).startBinding!.elementId).toBe("a");
  });

  test("of a component with itself is nothing", () => {
    expect(connect([box("a")], drawn("a"), drawn("a"))).toEqual([]);
  });
});

describe("removing", () => {
  const arrow = { ...newArrow({ points: [{ x: 0, y: 0 }, { x: 9, y: 0 }], start: { elementId: "a", focus: 0, gap: 1 }, end: { elementId: "b", focus: 0, gap: 1 } }), id: "ab" };
  const knows = (id: string) => ({ boundElements: [{ id, type: "arrow" as const }] });

  test("takes the label along", () => {
    const before = labelledBox("a", "API");
    expect(remove(before, ["a"]).map(({ id, isDeleted }) => [id, isDeleted])).toEqual([["a", true], ["a-label", true]]);
  });

  test("lets go of it at the other end of an arrow", () => {
    const now = byId(remove([box("a"), box("b", 300, 0, knows("ab")), arrow], ["a"]));
    expect(now.get("ab")).toMatchObject({ isDeleted: false, startBinding: null, endBinding: { elementId: "b" } });
    expect(now.has("b")).toBe(false);
  });

  test("of an arrow is forgotten by what it joined", () => {
    const now = byId(remove([box("a", 0, 0, knows("ab")), box("b", 300), arrow], ["ab"]));
    expect(now.get("a")!.boundElements).toEqual([]);
    expect(now.get("ab")!.isDeleted).toBe(true);
  });
});

describe("the label of a connection", () => {
  const arrow = { ...newArrow({ points: [{ x: 0, y: 0 }, { x: 100, y: 40 }], start: null, end: null }), id: "arrow" };
  const label = { ...newText("read", { x: 30, y: 10, width: 40, height: 20 }, "arrow"), id: "label" };
  const labelled = { id: "arrow", element_ids: ["arrow", "label"] };

  test("is bound to the arrow, in its middle", () => {
    const [stroke, text] = labelConnection([arrow], { id: "arrow", element_ids: ["arrow"] }, "GET", layout);
    expect(text).toMatchObject({ containerId: "arrow", text: "GET", x: 35, y: 10 });
    expect(stroke!.boundElements).toEqual([{ id: text!.id, type: "text" }]);
  });

  test("stands free above a line, which takes no text", () => {
    const line = { ...arrow, type: "line" } as unknown as Element;
    expect(labelConnection([line], { id: "arrow", element_ids: ["arrow"] }, "GET", layout)).toMatchObject([{ containerId: null, y: -6 }]);
  });

  test("is changed around its middle", () => {
    expect(labelConnection([arrow, label], labelled, "write 1", layout)).toMatchObject([{ id: "label", text: "write 1", x: 15 }]);
  });

  test("goes when nothing is left of it", () => {
    const bound = { ...arrow, boundElements: [{ id: "label", type: "text" as const }] };
    const elements = after([bound, label], labelConnection([bound, label], labelled, "", layout));
    expect(elements.get("label")!.isDeleted).toBe(true);
    expect(elements.get("arrow")!.boundElements).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { isDrawing, mayBeDrawing, mayHavePages, pageName } from "./drawings";

const file = (name: string, content = "") => new File([content], name);

test.each(["a.excalidraw", "a.json", "A.DRAWIO", "a.dio", "a.xml", "a.mmd", "a.mermaid", "a.py"])("%s opens by its name", async (name) => {
  expect(await isDrawing(file(name))).toBe(true);
});

test.each<[string, string, boolean]>([
  ["a.png", "\x89PNG tEXtapplication/vnd.excalidraw+json\0{}", true],
  ["a.svg", '<svg content="&lt;mxfile&gt;">', true],
  ["cat.png", "\x89PNG IDAT", false],
])("a picture opens when it carries a drawing: %s", async (name, content, opens) => {
  expect(await isDrawing(file(name, content))).toBe(opens);
});

test("libraries of the editor and other pictures are its own affair", async () => {
  for (const name of ["a.excalidrawlib", "a.jpg"]) {
    expect(mayBeDrawing(file(name))).toBe(false);
    expect(await isDrawing(file(name))).toBe(false);
  }
});

test("draw.io files, and pictures that may carry them, may have pages", () => {
  expect(["a.drawio", "a.svg", "a.mmd", "a.excalidraw"].map((name) => mayHavePages(file(name)))).toEqual([true, true, false, false]);
});

test("a page without a name goes by its number", () => {
  expect(["cover", ""].map(pageName)).toEqual(["cover", "Page 2"]);
});

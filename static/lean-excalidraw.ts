/**
 * Vite plugin: a lean Excalidraw that stays on its host.
 *
 * Excalidraw 0.18.1 ships 13 MB of Chinese glyphs, 50 languages and two WebAssembly fonts tools, and
 * asks a foreign host for any font it misses. The board needs none of that, and forbids the last.
 */
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const PACKAGE = "node_modules/@excalidraw/excalidraw/dist/prod";
const DROPPED_FONTS = "Xiaolai";
const KEPT_LOCALES = /\/locales\/(en-|percentages-)/;
const FOREIGN_HOST = /return (\w+)\.push\(new URL\(\w+,\w+\.ASSETS_FALLBACK_URL\)\),\1/g;
const STUB = "\0excalidraw-stub:";

/** Fonts are embedded into an exported SVG whole: cutting out the used glyphs needs the tools we leave out. */
const WHOLE_FONT = `
export const Commands = { Subset: "SUBSET" };
export async function toBase64(buffer) {
  let bytes = "";
  for (const byte of new Uint8Array(buffer)) bytes += String.fromCharCode(byte);
  return "data:font/woff2;base64," + btoa(bytes);
}
export const subsetToBase64 = toBase64;
`;

const STUBS: Record<string, string> = {
  locale: "export default {};",
  "subset-shared": WHOLE_FONT,
  "subset-worker": `export const WorkerUrl = new URL(import.meta.env.BASE_URL + "whole-font.worker.js", location.origin);`,
};

function stubOf(source: string): string | undefined {
  if (source.includes("/locales/") && !KEPT_LOCALES.test(source)) return "locale";
  return /(subset-\w+)\.chunk\.js$/.exec(source)?.[1];
}

function copyFonts(to: string): void {
  cpSync(join(PACKAGE, "fonts"), join(to, "fonts"), {
    recursive: true,
    filter: (path) => !path.includes(DROPPED_FONTS),
  });
}

export function leanExcalidraw(): Plugin {
  let patched = 0;
  let outDir = "dist";
  return {
    name: "lean-excalidraw",
    apply: "build",
    enforce: "pre",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    resolveId(source, importer) {
      if (!importer?.includes("@excalidraw/excalidraw")) return null;
      const stub = stubOf(source);
      return stub ? STUB + stub : null;
    },
    load(id) {
      return id.startsWith(STUB) ? (STUBS[id.slice(STUB.length)] ?? null) : null;
    },
    transform(code, id) {
      if (!id.includes("@excalidraw/excalidraw")) return null;
      const hits = code.match(FOREIGN_HOST)?.length ?? 0;
      if (hits === 0) return null;
      patched += hits;
      return { code: code.replace(FOREIGN_HOST, "return $1"), map: null };
    },
    buildEnd(error) {
      if (error) return;
      if (patched !== 1) this.error(`the foreign font host was patched out ${patched} times instead of once`);
    },
    closeBundle() {
      if (existsSync(outDir)) copyFonts(outDir);
    },
  };
}

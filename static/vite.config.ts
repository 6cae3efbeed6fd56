import { defineConfig } from "vitest/config";
import { leanExcalidraw } from "./lean-excalidraw.ts";

export default defineConfig({
  base: "/static/",
  plugins: [leanExcalidraw()],
  build: {
    manifest: true,
    target: "es2023",
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Excalidraw is one chunk of about a megabyte, loaded after the page stands.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use client" speaks to other bundlers.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
      input: ["src/board/main.tsx", "src/gallery/main.ts", "src/page/main.ts", "src/rules/main.ts"],
    },
  },
  test: { include: ["src/**/*.test.ts"] },
});

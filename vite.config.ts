import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

// `root` is web/, so that index files stay out of the top level; vitest gets its root back (style: trap 9).
export default defineConfig({
  root: "web",
  plugins: [preact()],
  publicDir: "public",
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    // The oldest browsers that get the full site; older ones get the pages without JavaScript.
    target: ["chrome80", "safari14", "firefox78"],
    assetsInlineLimit: 0,
    rollupOptions: { input: ["web/entry.tsx", "web/curate/entry.tsx"] },
  },
  test: {
    root: ".",
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

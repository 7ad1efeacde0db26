import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { listFiles } from "./scripts/list-files.ts";
import { oldDirections, shorthandsApart } from "./scripts/old-directions.ts";
import { smallPreload } from "./scripts/small-preload.ts";

/** `Features.LogicalProperties` of Lightning CSS, which Vite minifies styles with. */
const LOGICAL_PROPERTIES = 0x80000;

// `root` is web/, so that index files stay out of the top level; vitest gets its root back (style: trap 9).
export default defineConfig({
  root: "web",
  plugins: [preact(), smallPreload(), shorthandsApart(), listFiles("web/public")],
  publicDir: "public",
  css: {
    postcss: { plugins: [oldDirections] },
    // Logical properties stay: `oldDirections` gives older browsers what they lack of them in fewer bytes.
    lightningcss: { exclude: LOGICAL_PROPERTIES },
  },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    // The oldest browsers that get the full site; older ones get the pages without JavaScript.
    target: ["chrome80", "safari14", "firefox78"],
    cssTarget: ["chrome80", "safari14", "firefox78"],
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ["web/entry.tsx", "web/styles/more.css", "web/keep/worker.ts", "web/curate/entry.tsx"],
      // Lists and rules do nothing by being imported.
      treeshake: { moduleSideEffects: [{ test: /[\\/](?:db|server)[\\/]/u, sideEffects: false }] },
      output: {
        // The service worker lies at the root, so that it may answer for the whole site.
        entryFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.endsWith("keep/worker.ts") ? "keep.js" : "assets/[name]-[hash].js",
        // Few files squeeze better than many: the frame, the app with what it needs, the search.
        codeSplitting: {
          groups: [
            // What leaves stands apart and comes first: nothing of the app may keep it from working.
            { name: "start", test: /web[\\/]entry\.tsx$/u, priority: 4 },
            // The back office reads all facets, the public site none.
            { name: "facets", test: /db[\\/]facets\.ts$/u, priority: 5 },
            // Lists that only later screens read.
            { name: "lists", test: /db[\\/](?:services|later-lists)\.ts$/u, priority: 5 },
            {
              name: "frame",
              test: /(?:node_modules[\\/](?:@preact|preact)|db[\\/]conditions)/u,
              priority: 6,
            },
            { name: "app", test: /web[\\/]app\.tsx$/u, priority: 2 },
            { name: "search", test: /web[\\/]app[\\/]search-screens\.ts$/u, priority: 1 },
            { name: "place", test: /web[\\/]app[\\/]place-screen\.tsx$/u, priority: 0 },
          ],
        },
      },
    },
  },
  test: {
    root: ".",
    // `npm run soak`: the same properties with many more tries, and runs that are too long for every day.
    include:
      process.env["SOAK"] === undefined
        ? ["test/**/*.test.ts", "test/**/*.test.tsx"]
        : [
            "test/fuzz/*.test.ts",
            "test/privacy/*.test.ts",
            "test/directory/search-cells.test.ts",
            "test/web/models/packed-list.test.ts",
            "test/**/*.soak.ts",
          ],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Files of one process share what they import: reading it anew for each was half of the time. What a test fills or
    // closes is its own (test/records), so nothing else is shared.
    isolate: false,
    maxWorkers: 2,
    // A browser on a busy machine may miss a beat; what is broken stays broken at the third try.
    retry: process.env["CI"] === undefined ? 0 : 2,
  },
});

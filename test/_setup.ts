import { createPublicApp } from "#server/public-app.ts";
import { toPageAssets } from "#server/contract/manifest.ts";
import { placesOf } from "#server/node/places.ts";
import { renderPage } from "#web/render.tsx";
import { demoDirectory, memoryDirectory, TODAY } from "./records/memory.ts";

/** A manifest as the build writes it, so that pages can be drawn without building first. */
const MANIFEST = { "entry.tsx": { file: "assets/entry-1.js", css: ["assets/entry-1.css"] } };

/** The moment at which the tests take place: a Saturday in ISO week 47. */
export const NOW = new Date(`${TODAY}T12:00:00Z`);

/** Signs the challenges of the tests. */
export const PROOF_KEY = "a key of the tests";

/**
 * A directory of one test file: three stores in memory and the public app over them, with the real pages. With
 * `demo` it holds what a first start brings; otherwise nothing until `publish` is called.
 */
export async function openTestDirectory(options: { readonly demo: boolean; readonly now?: () => Date }) {
  const directory = await (options.demo ? demoDirectory() : memoryDirectory());
  const app = createPublicApp({
    published: directory.published,
    inbox: directory.inbox,
    renderPage,
    assets: toPageAssets(MANIFEST),
    places: placesOf("web/public"),
    now: options.now ?? (() => NOW),
    proofKey: PROOF_KEY,
  });
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "Content-Type": "application/json", ...headers },
    });
  return { ...directory, app, get, post };
}
export type TestDirectory = Awaited<ReturnType<typeof openTestDirectory>>;

import { inboxOverHttp, publishedOverHttp } from "#db/client-web.ts";
import { createPublicApp } from "#server/public-app.ts";
import { renderPage } from "#web/render.tsx";
import type { PublicWorkerEnv } from "./worker/env.ts";
import { pageAssets } from "./worker/page-assets.ts";
import { placesOf } from "./worker/places.ts";

/** Stores are opened for each request: workerd lets none share another's connections. */
const app = createPublicApp((env: PublicWorkerEnv) => ({
  published: publishedOverHttp(env.PUBLISHED_URL, env.PUBLISHED_TOKEN),
  inbox: inboxOverHttp(env.INBOX_URL, env.INBOX_TOKEN),
  renderPage,
  assets: pageAssets,
  places: placesOf(env.ASSETS),
  now: () => new Date(),
  // A secret that every isolate has; a signature under it tells nothing about it.
  proofKey: env.INBOX_TOKEN,
}));

/** The public worker. */
export default {
  fetch: (request: Request, env: PublicWorkerEnv) => app.fetch(request, env),
};

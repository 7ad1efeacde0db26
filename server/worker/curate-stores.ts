import { catalogueOverHttp } from "#db/client-web-catalogue.ts";
import { inboxOverHttp, publishedOverHttp } from "#db/client-web.ts";
import type { CurateDependencies } from "#server/curate-app.ts";
import type { CurateWorkerEnv } from "./env.ts";

/** The three stores of the back office, over HTTP. Opened anew for each request: workerd shares no connection. */
export const curateStores = (env: CurateWorkerEnv): CurateDependencies => ({
  catalogue: catalogueOverHttp(env.CATALOGUE_URL, env.CATALOGUE_TOKEN),
  published: publishedOverHttp(env.PUBLISHED_URL, env.PUBLISHED_TOKEN),
  inbox: inboxOverHttp(env.INBOX_URL, env.INBOX_TOKEN),
});

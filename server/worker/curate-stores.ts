import { catalogueOverHttp } from "#db/client-web-catalogue.ts";
import { inboxOverHttp, publishedOverHttp } from "#db/client-web.ts";
import areas from "#db/places/areas.json" with { type: "json" };
import type { CurateDependencies } from "#server/curate-app.ts";
import { sessionSecret } from "#server/curation/accounts/office-secret.ts";
import { type Area, createAreaIndex } from "#server/domain/areas.ts";
import { compress } from "#server/node/compress.ts";
import { curateAssets } from "./curate-assets.ts";
import type { CurateWorkerEnv } from "./env.ts";
import { WORKBOOK_WORDS } from "#web/curate/words.ts";

/** The three stores of the back office, over HTTP. Opened anew for each request: workerd shares no connection. */
export const curateStores = (
  env: CurateWorkerEnv,
): Pick<CurateDependencies, "catalogue" | "published" | "inbox"> => ({
  catalogue: catalogueOverHttp(env.CATALOGUE_URL, env.CATALOGUE_TOKEN),
  published: publishedOverHttp(env.PUBLISHED_URL, env.PUBLISHED_TOKEN),
  inbox: inboxOverHttp(env.INBOX_URL, env.INBOX_TOKEN),
});

/** Everything that the back office is given in a worker. `asked` is the address of the request. */
export async function curateDependencies(env: CurateWorkerEnv, asked: string): Promise<CurateDependencies> {
  const stores = curateStores(env);
  return {
    ...stores,
    areas: createAreaIndex(areas as readonly Area[]),
    compress,
    areaFinder: null,
    words: WORKBOOK_WORDS,
    fetch: (url, init) => fetch(url, init),
    origin: env.CURATE_URL ?? new URL(asked).origin,
    secret: await sessionSecret(stores.catalogue, env.CURATE_SECRET),
    assets: curateAssets,
    now: () => new Date(),
  };
}

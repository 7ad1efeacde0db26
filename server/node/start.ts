import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress as compressPages } from "hono/compress";
import { createPublicApp } from "#server/public-app.ts";
import { CURATE_ENTRY } from "#server/contract/manifest.ts";
import { createCurateApp } from "#server/curate-app.ts";
import { firstAdminLink } from "#server/curation/accounts/curators.ts";
import { firstRecoveryKey } from "#server/curation/accounts/recovery-key.ts";
import { sessionSecret } from "#server/curation/accounts/office-secret.ts";
import { linkAddress } from "#server/curation/accounts/sign-in-links.ts";
import { keepDeadlines } from "#server/curation/keep-deadlines.ts";
import { runScheduled } from "#server/curation/scheduled.ts";
import { firstStart } from "#server/curation/first-start.ts";
import { sweepInbox } from "#server/curation/sweep-inbox.ts";
import { securityHeaders } from "#server/routes/security-headers.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { renderPage } from "#web/render.tsx";
import { refreshDueFeeds } from "./refresh-due-feeds.ts";
import { loadAreaFinder } from "./area-finder.ts";
import { loadAreas } from "./areas.ts";
import { pageAssets } from "./assets.ts";
import { backupBeforeMigrating } from "./backup/before-migrating.ts";
import { compress } from "./compress.ts";
import { mailOf } from "./mail.ts";
import { placesOf } from "./places.ts";
import { bookletRemaker } from "./remake-booklets.ts";
import { type Environment, openStores } from "./stores.ts";
import { WORKBOOK_WORDS } from "#web/curate/words.ts";

/** Where `npm run build` puts the front end. */
const BUILT = "dist/web";

/** Opens the stores, fills them at the first start, and puts the apps together. Addresses come from the environment alone. */
export async function startDirectory(env: Environment) {
  const now = new Date();
  const stores = await openStores(env, {
    beforeMigrating: async () => void (await backupBeforeMigrating(env, now)),
  });
  const areas = loadAreas();
  const context = { catalogue: stores.catalogue, actor: { type: "command-line" } as const, now };
  await ensureSigningKey(stores.catalogue);
  await firstStart(context, areas, { demo: env["DEMO"] !== "0" });
  await keepDeadlines(context, areas);
  // Whatever a stopped run left to carry over is carried over now.
  await sweepInbox(stores.inbox, now);
  await applyPublication(stores, { areas, compress, today: now.toISOString().slice(0, 10) });

  const publicApp = createPublicApp({
    published: stores.published,
    inbox: stores.inbox,
    renderPage,
    assets: pageAssets(BUILT),
    places: placesOf(BUILT),
    now: () => new Date(),
    // Where there are several processes the inbox is remote and its token the same. One process makes its own.
    proofKey: env["INBOX_TOKEN"] ?? crypto.randomUUID(),
  });
  const host = env["HOST"] ?? "127.0.0.1";
  const port = Number(env["PORT"] ?? "8787");
  const origin = env["CURATE_URL"] ?? `http://localhost:${port}`;
  const mail = mailOf(env);
  const curateApp = createCurateApp({
    ...stores,
    areas,
    compress,
    areaFinder: loadAreaFinder(areas),
    words: WORKBOOK_WORDS,
    fetch: (url, init) => fetch(url, init),
    origin,
    secret: await sessionSecret(stores.catalogue, env["CURATE_SECRET"]),
    assets: pageAssets(BUILT, CURATE_ENTRY),
    now: () => new Date(),
    mail,
  });
  const recoveryKey = await firstRecoveryKey(stores.catalogue);
  const token = await firstAdminLink(context);
  // What happens by the clock; a failure waits for the next minute. The process may end while it waits.
  const remakeBooklets = bookletRemaker(stores.published, env["PUBLIC_URL"]);
  const timer = setInterval(() => {
    runScheduled(stores, new Date(), { areas, compress, mail, origin, remakeBooklets }).catch(
      () => undefined,
    );
    refreshDueFeeds(stores, new Date(), { areas, compress }).catch(() => undefined);
  }, 60_000);
  timer.unref();
  const app = new Hono();
  for (const [folder, kept] of [
    ["assets", "public, max-age=31536000, immutable"],
    ["fonts", WEEK],
    ["places", WEEK],
    ["map", WEEK],
    ["print", WEEK],
  ] as const) {
    const found = (_path: string, c: { header(name: string, value: string): void }) =>
      c.header("Cache-Control", kept);
    app.use(
      `/${folder}/*`,
      securityHeaders,
      serveStatic({ root: BUILT, precompressed: true, onFound: found }),
    );
  }
  // "Keep on this device": asked for only then, and never kept by the browser itself.
  for (const file of ["/keep.js", "/keep.json"]) app.use(file, securityHeaders, serveStatic({ root: BUILT }));
  // Bundles come squeezed from the store; pages are squeezed here. At the edge the network does it.
  app.use(compressPages());
  for (const path of ["/curate", "/curate/*"]) app.all(path, (c) => curateApp.fetch(c.req.raw));
  app.all("*", (c) => publicApp.fetch(c.req.raw));

  return {
    app,
    host,
    port,
    stores,
    firstLink: token === null ? null : linkAddress(origin, token),
    recoveryKey,
  };
}

/** Files that are the same for everybody and carry no hash in their name. */
const WEEK = "public, max-age=604800";

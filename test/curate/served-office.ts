import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import * as v from "valibot";
import { DEMO } from "#db/seed/demo/index.ts";
import { DEMO_SETTINGS } from "#db/seed/demo/settings.ts";
import { CURATE_ENTRY } from "#server/contract/manifest.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import type { CuratorInput } from "#server/contract/curate/curator.ts";
import { createCurateApp } from "#server/curate-app.ts";
import { addCurator } from "#server/curation/accounts/curators.ts";
import { linkAddress } from "#server/curation/accounts/sign-in-links.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { pageAssets } from "#server/node/assets.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { compress } from "#server/node/compress.ts";
import { PublishingWatch } from "#server/publication/publishing-watch.ts";
import { writeSettings } from "#server/publication/settings.ts";
import { securityHeaders } from "#server/routes/security-headers.ts";
import { freePort } from "../../scripts/edge/free-port.ts";
import { areas, memoryDirectory } from "../records/memory.ts";
import { WORKBOOK_WORDS } from "#web/curate/words.ts";
import { newBrowser } from "./office.ts";

/** Where the built front end lies; `WAYMARK_BUILT` names another place. */
const BUILT = process.env["WAYMARK_BUILT"] ?? "dist/web";

/** A back office with the demo in it, on loopback, for a browser. Needs a build. */
export async function serveOffice() {
  const directory = await memoryDirectory();
  const records = DEMO.map((record) => v.parse(OrganizationRecord, record));
  await writeSettings(directory.catalogue, DEMO_SETTINGS);
  const { written } = await writeRecords(directory.context, "demo", records, { origin: "demo" });
  await publishListings(directory.context, written, areas);
  await directory.apply();
  const publishingWatch = new PublishingWatch();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const office = createCurateApp({
    ...directory.stores,
    areas,
    compress,
    areaFinder: loadAreaFinder(areas),
    words: WORKBOOK_WORDS,
    fetch: (url, init) => fetch(url, init),
    origin,
    secret: "a secret of the tests, long enough to be one",
    assets: pageAssets(BUILT, CURATE_ENTRY),
    now: () => new Date(),
    publishingWatch,
  });
  const app = new Hono();
  // As on the public side, where these lie: the print worker has a policy of its own.
  app.use("/print/*", securityHeaders);
  for (const folder of ["assets", "fonts", "places", "map", "print"])
    app.use(`/${folder}/*`, serveStatic({ root: BUILT }));
  for (const path of ["/curate", "/curate/*"]) app.all(path, (c) => office.fetch(c.req.raw));
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port });
  /** Makes an account and answers the address of its one-time link. */
  const add = (input: Partial<CuratorInput>) =>
    addCurator(
      { ...directory.context, now: new Date() },
      { role: "admin", email: `${crypto.randomUUID().slice(0, 8)}@example.org`, ...input },
    );
  const invite = async (input: Partial<CuratorInput>): Promise<string> =>
    linkAddress(origin, (await add(input)).token);
  /** Somebody who works without a screen: what the screens of others then show. */
  const signIn = async (input: Partial<CuratorInput>) => {
    const { id, token } = await add(input);
    const browser = newBrowser(office, origin);
    const answer = await browser.post("/curate/auth/link", { token });
    if (answer.status !== 200) throw new Error(`The link was refused: ${answer.status}`);
    return { ...browser, id };
  };
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return {
    ...directory,
    publishingWatch,
    origin,
    invite,
    signIn,
    browser: () => newBrowser(office, origin),
    close,
  };
}

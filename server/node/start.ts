import { Hono } from "hono";
import { compress as compressPages } from "hono/compress";
import { failureWords, StoreError, storeFailure } from "#db/store-failure.ts";
import { createPublicApp } from "#server/public-app.ts";
import { DrawnPages } from "#server/routes/drawn-pages.ts";
import { closedOffice } from "#server/routes/curate/closed-office.ts";
import { renderPage } from "#web/render.tsx";
import { pageAssets } from "./assets.ts";
import { holdCellsByMemory } from "./cell-memory.ts";
import { compress } from "./compress.ts";
import { openLastPublished, type PublicStores } from "./last-published.ts";
import { type OpenDirectory, openDirectory } from "./open-directory.ts";
import { placeToListen } from "./place-to-listen.ts";
import { placesOf } from "./places.ts";
import { staticFiles } from "./static-files.ts";
import type { Environment } from "./stores.ts";

/** Where `npm run build` puts the front end. */
const BUILT = "dist/web";

/** A directory as a process serves it. */
export interface StartedDirectory {
  readonly app: Hono;
  readonly host: string;
  readonly port: number;
  /** Null while the catalogue cannot be opened: then the public side alone is served, as it was last published. */
  readonly office: OpenDirectory | null;
  /** Why the back office is closed, for whoever started the process. */
  readonly trouble: string | null;
  /** Tries to open the back office again; does nothing where it is open. The timer calls it every minute. */
  openAgain(): Promise<void>;
}

/**
 * Opens the directory and puts the apps together. Addresses come from the environment alone. The public side does not
 * need the catalogue: without it what was last published is served. Throws `StoreError` when there is nothing to serve.
 */
export async function startDirectory(env: Environment): Promise<StartedDirectory> {
  holdCellsByMemory();
  const { host, port } = placeToListen(env);
  // Where there are several processes the inbox is remote and its token the same. One process makes its own.
  const proofKey = env["INBOX_TOKEN"] ?? crypto.randomUUID();
  const publicSide = ({ published, inbox }: PublicStores) =>
    createPublicApp({
      published,
      inbox,
      renderPage,
      assets: pageAssets(BUILT),
      places: placesOf(BUILT),
      now: () => new Date(),
      proofKey,
      drawnPages: new DrawnPages(compress),
    });
  const opened = await open(env, port);
  let { office } = opened;
  let publicApp = publicSide(opened.stores);

  const openAgain = async () => {
    if (office !== null) return;
    const again = await open(env, port).catch(() => null);
    if (again === null || again.office === null) return;
    office = again.office;
    publicApp = publicSide(again.stores);
  };
  // What happens by the clock. The process may end while it waits.
  setInterval(() => {
    (office === null ? openAgain() : office.everyMinute(new Date())).catch(() => undefined);
  }, 60_000).unref();

  const app = new Hono().route("/", staticFiles(BUILT));
  // Bundles come squeezed from the store; pages are squeezed here. At the edge the network does it.
  app.use(compressPages());
  for (const path of ["/curate", "/curate/*"])
    app.all(path, (c) => (office === null ? closedOffice : office.curateApp).fetch(c.req.raw));
  app.all("*", (c) => publicApp.fetch(c.req.raw));
  return {
    app,
    host,
    port,
    get office() {
      return office;
    },
    trouble: opened.trouble,
    openAgain,
  };
}

/** The whole directory, or what was last published and why the rest is closed. */
async function open(
  env: Environment,
  port: number,
): Promise<{ stores: PublicStores; office: OpenDirectory | null; trouble: string | null }> {
  try {
    const office = await openDirectory(env, BUILT, port);
    return { stores: office.stores, office, trouble: null };
  } catch (error) {
    const trouble = wordsOf(error);
    if (trouble === null) throw error;
    const stores = await openLastPublished(env);
    if (stores === null) throw new StoreError(trouble, { cause: error });
    return { stores, office: null, trouble };
  }
}

function wordsOf(error: unknown): string | null {
  if (error instanceof StoreError) return error.message;
  const failure = storeFailure(error);
  return failure === null ? null : failureWords(failure);
}

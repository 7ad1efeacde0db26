import { join } from "node:path";
import { firstStart } from "#server/curation/first-start.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import { openStores } from "#server/node/stores.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { type HranaServer, startHranaServer } from "../../test/hrana/server.ts";

/** Variables of one worker. */
export type WorkerVariables = Readonly<Record<string, string>>;

export interface EdgeStores {
  readonly server: HranaServer;
  /** Reads the published store and inserts into the inbox; of the catalogue it knows nothing. */
  readonly forPublic: WorkerVariables;
  readonly forCurate: WorkerVariables;
}

/**
 * Fills a data folder as the Node start does, with the demo unless `demo` is false, and serves its three stores
 * over HTTP on loopback, with fresh tokens.
 */
export async function serveStores(folder: string, demo: boolean): Promise<EdgeStores> {
  const stores = await openStores({ DATA_DIR: folder });
  const areas = loadAreas();
  const now = new Date();
  await ensureSigningKey(stores.catalogue);
  await firstStart({ catalogue: stores.catalogue, actor: { type: "command-line" }, now }, areas, { demo });
  await applyPublication(stores, { areas, compress, today: now.toISOString().slice(0, 10) });

  const token = {
    catalogue: crypto.randomUUID(),
    published: crypto.randomUUID(),
    inbox: crypto.randomUUID(),
    readPublished: crypto.randomUUID(),
    insertReports: crypto.randomUUID(),
  };
  const server = await startHranaServer({
    databases: {
      catalogue: { file: join(folder, "catalogue.db") },
      published: { file: join(folder, "published.db") },
      inbox: { file: join(folder, "inbox.db") },
    },
    tokens: {
      [token.catalogue]: { database: "catalogue", right: "write" },
      [token.published]: { database: "published", right: "write" },
      [token.inbox]: { database: "inbox", right: "write" },
      [token.readPublished]: { database: "published", right: "read" },
      [token.insertReports]: { database: "inbox", right: "insert" },
    },
  });
  return {
    server,
    forPublic: {
      PUBLISHED_URL: server.url("published"),
      PUBLISHED_TOKEN: token.readPublished,
      INBOX_URL: server.url("inbox"),
      INBOX_TOKEN: token.insertReports,
    },
    forCurate: {
      CATALOGUE_URL: server.url("catalogue"),
      CATALOGUE_TOKEN: token.catalogue,
      PUBLISHED_URL: server.url("published"),
      PUBLISHED_TOKEN: token.published,
      INBOX_URL: server.url("inbox"),
      INBOX_TOKEN: token.inbox,
    },
  };
}

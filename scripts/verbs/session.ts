import { seedTaxonomy } from "#server/curation/first-start.ts";
import type { Context } from "#server/curation/context.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { loadAreas } from "#server/node/areas.ts";
import { backupBeforeMigrating } from "#server/node/backup/before-migrating.ts";
import { compress } from "#server/node/compress.ts";
import { type Environment, openStores, type Stores } from "#server/node/stores.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { sayProgress } from "../say-progress.ts";
import { applyPublication, type PublicationReport } from "#server/publication/apply-publication.ts";

/** What a verb works with: the stores, the areas, and the moment it began. */
export interface Session {
  readonly stores: Stores;
  readonly areas: AreaIndex;
  readonly context: Context;
  /** Carries over what is wished. */
  apply(full?: boolean): Promise<PublicationReport>;
}

/** Opens the stores for a verb, up to date and with the taxonomy in place. */
export async function openSession(env: Environment): Promise<Session> {
  const now = new Date();
  const stores = await openStores(env, {
    beforeMigrating: async () => void (await backupBeforeMigrating(env, now)),
  });
  const areas = loadAreas();
  const context: Context = { catalogue: stores.catalogue, actor: { type: "command-line" }, now };
  await seedTaxonomy(context);
  await ensureSigningKey(stores.catalogue);
  const options = { areas, compress, today: now.toISOString().slice(0, 10) };
  const apply = async (full = false) => {
    const progress = sayProgress();
    try {
      return await applyPublication(stores, { ...options, full, onProgress: progress.tell });
    } finally {
      progress.end();
    }
  };
  return { stores, areas, context, apply };
}

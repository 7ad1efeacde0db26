import areas from "#db/places/areas.json" with { type: "json" };
import { runScheduled } from "#server/curation/scheduled.ts";
import { type Area, createAreaIndex } from "#server/domain/areas.ts";
import { compress } from "#server/node/compress.ts";
import type { PublicationStores } from "#server/publication/apply-publication.ts";

/**
 * What happens by the timer. `time` is the moment it was due, in milliseconds since 1970. Throws when it could not
 * all be done: what waits is tried again at the next run.
 */
export const carryOver = (stores: PublicationStores, time: number): Promise<void> =>
  runScheduled(stores, new Date(time), { areas: createAreaIndex(areas as readonly Area[]), compress });

import areas from "#db/places/areas.json" with { type: "json" };
import { type Area, createAreaIndex } from "#server/domain/areas.ts";
import { compress } from "#server/node/compress.ts";
import { applyPublication, type PublicationStores } from "#server/publication/apply-publication.ts";

/**
 * Carries waiting changes into the published store, by the timer. `time` is the moment it was due, in
 * milliseconds since 1970. Throws when it could not be done: the wishes then wait for the next run.
 */
export async function carryOver(stores: PublicationStores, time: number): Promise<void> {
  const today = new Date(time).toISOString().slice(0, 10);
  try {
    await applyPublication(stores, { areas: createAreaIndex(areas as readonly Area[]), compress, today });
  } catch {
    // A database's error quotes the statement with its values, and the platform writes errors down.
    throw new Error("Waiting changes could not be carried over. They are tried again.");
  }
}

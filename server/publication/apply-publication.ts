import type { Catalogue, Published } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { Settings } from "#server/contract/settings.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import type { CatalogueListing } from "#server/domain/catalogue-listing.ts";
import type { PublishingContext } from "#server/domain/public-places.ts";
import { type Obstacle, obstaclesTo } from "#server/domain/publishable.ts";
import { toPublishedListing } from "#server/domain/to-published-listing.ts";
import { loadListings } from "./load-listings.ts";
import { type PublishedChanges, publishChanges, type PublishOptions } from "./publish-changes.ts";
import { readSettings } from "./settings.ts";
import { readSigningKey } from "./sign-parts.ts";
import { readTaxonomy } from "./taxonomy.ts";
import { readPublicTexts } from "./texts.ts";
import { type TakenWishes, takeWishes } from "./wishes.ts";

export interface PublicationStores {
  readonly catalogue: Catalogue;
  readonly published: Published;
}

export interface PublicationOptions extends PublishOptions {
  /** ISO date: the clock is the caller's. */
  readonly today: string;
  /** Told when it is over, however it ended. */
  readonly onEnd?: () => void;
}

export interface PublicationReport extends PublishedChanges {
  /** Wished public, but something stands in the way: these are not public. */
  readonly refused: readonly { readonly id: string; readonly obstacles: readonly Obstacle[] }[];
}

/** Rules of publishing that need the areas and the settings. */
export function publishingContext(areas: AreaIndex, settings: Settings): PublishingContext {
  return {
    area: (code) => {
      const found = areas.get(code);
      return found === undefined ? null : { point: found.point, timeZone: found.timeZone };
    },
    deadlines: settings.deadlines,
    affiliations: settings.affiliations,
  };
}

/**
 * Carries what the catalogue wishes into the published store, in one transaction there, which sets the new
 * version (architecture: "Publishing"). Can be repeated without effect: a wish is crossed off only after the
 * published side holds it, and only if nobody wished anew meanwhile.
 */
export async function applyPublication(
  stores: PublicationStores,
  options: PublicationOptions,
): Promise<PublicationReport> {
  try {
    return await carryOver(stores, options);
  } finally {
    options.onEnd?.();
  }
}

async function carryOver(
  { catalogue, published }: PublicationStores,
  options: PublicationOptions,
): Promise<PublicationReport> {
  const refused: { id: string; obstacles: readonly Obstacle[] }[] = [];
  // Inside, so that of two who publish at once the later one has read what the earlier one had, or newer.
  const { report, taken } = await published.transaction(async (tx) => {
    const settings = await readSettings(catalogue);
    const taxonomy = await readTaxonomy(catalogue);
    const context = publishingContext(options.areas, settings);
    const toPublic = (record: CatalogueListing): PublishedListing | null => {
      const obstacles = obstaclesTo(record, context, options.today);
      if (obstacles.length > 0) refused.push({ id: record.id, obstacles });
      return obstacles.length > 0
        ? null
        : toPublishedListing(record, context, taxonomy.places, options.today);
    };
    const wishes = await takeWishes(catalogue);
    const changes = await publishChanges(tx, {
      wanted: wantedListings(catalogue, wishes, toPublic),
      wishes: wishes.count,
      settings,
      taxonomy: taxonomy.terms,
      texts: await readPublicTexts(catalogue),
      signing: await readSigningKey(catalogue),
      ...options,
    });
    return { report: changes, taken: wishes };
  });
  await taken.crossOff();
  return { ...report, refused };
}

/**
 * What the wishes want, some at a time so that memory does not grow with the catalogue: a listing, or null where it is
 * to be gone.
 */
async function* wantedListings(
  catalogue: Catalogue,
  wishes: TakenWishes,
  toPublic: (record: CatalogueListing) => PublishedListing | null,
): AsyncGenerator<ReadonlyMap<string, PublishedListing | null>> {
  for await (const step of wishes.steps()) {
    const wanted = new Map<string, PublishedListing | null>(step.map(({ serviceId }) => [serviceId, null]));
    const publicIds = step.flatMap(({ serviceId, wish }) => (wish === "public" ? [serviceId] : []));
    for await (const records of loadListings(catalogue, publicIds))
      for (const record of records) wanted.set(record.id, toPublic(record));
    yield wanted;
  }
}

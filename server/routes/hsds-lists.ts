/** What each list of HSDS holds, for what was asked. Everything comes from published listings. */
import type { Published } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type {
  OrganizationsInput,
  ServicesAtLocationsInput,
  ServicesInput,
  TaxonomyTermsInput,
} from "#server/contract/hsds/parameters.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import {
  countListings,
  listRefs,
  readListings,
  type Selection,
  sliceListings,
  walkListings,
} from "#server/directory/walk-listings.ts";
import type { HsdsContext } from "#server/exchange/out/hsds/context.ts";
import {
  isNear,
  isOpenFilter,
  locatePostcode,
  organizationPasses,
  passesFilter,
  servesPostcode,
} from "#server/exchange/out/hsds/filter.ts";
import {
  type ListingsOfOrganization,
  toHsdsOrganization,
  toHsdsOrganizationAlone,
} from "#server/exchange/out/hsds/to-organization.ts";
import { toHsdsServicesAtLocations } from "#server/exchange/out/hsds/to-service-at-location.ts";
import { toHsdsService, toHsdsServiceBasics } from "#server/exchange/out/hsds/to-service.ts";
import { foldWords } from "#server/domain/fold.ts";
import { hasWords, searchable } from "#server/domain/search-text.ts";
import { type Entry, heldList, type HsdsList, scannedList } from "./hsds-list.ts";

const ORGANIZATIONS_AT_ONCE = 50;

/** `/services`. */
export function listServices(db: Published, input: ServicesInput, context: HsdsContext): HsdsList {
  const selection = { organizationId: input.organization_id, modifiedFrom: input.modified_after };
  const toEntry = (listing: PublishedListing): Entry =>
    input.minimal === true
      ? () => toMinimal(listing)
      : () => (input.full === true ? toHsdsService : toHsdsServiceBasics)(listing, context);
  async function* all(): AsyncGenerator<Entry> {
    for await (const listing of walkListings(db, selection)) {
      if (passesFilter(listing, input, context.taxonomies)) yield toEntry(listing);
    }
  }
  if (!isOpenFilter(input)) return scannedList(all);
  return {
    all,
    page: async (from, size) => ({
      total: await countListings(db, selection),
      entries: (await sliceListings(db, selection, from, size)).map(toEntry),
    }),
  };
}

/** For keeping a copy up to date. The parameter calls the date `modified_date`, the schema `last_modified`: both. */
function toMinimal({ id, modified }: PublishedListing): object {
  const moment = `${modified}T00:00:00Z`;
  return { id, modified_date: moment, last_modified: moment };
}

/** `/service_at_locations`. */
export async function listServicesAtLocations(
  db: Published,
  input: ServicesAtLocationsInput,
  context: HsdsContext,
): Promise<HsdsList> {
  const { postcode, proximity } = input;
  if (proximity !== undefined && postcode === undefined) {
    throw new DirectoryError("bad_request", "A distance needs a postcode.", { postcode: "is missing" });
  }
  const selection: Selection = { organizationId: input.organization_id, modifiedFrom: input.modified_after };
  const near =
    postcode === undefined
      ? undefined
      : locatePostcode(postcode, await readAll(walkListings(db, { postalCode: postcode })), context);
  return scannedList(async function* all() {
    for await (const listing of walkListings(db, selection)) {
      if (!passesFilter(listing, input, context.taxonomies)) continue;
      if (near !== undefined && proximity === undefined && !servesPostcode(listing, near)) continue;
      for (const at of listing.facts.places.keys()) {
        if (near !== undefined && proximity !== undefined && !isNear(listing, at, near, proximity, context))
          continue;
        yield () => toHsdsServicesAtLocations(listing, input.full === true, context)[at] ?? {};
      }
    }
  });
}

async function readAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** `/organizations`: those with a published listing. */
export async function listOrganizations(
  db: Published,
  input: OrganizationsInput,
  context: HsdsContext,
): Promise<HsdsList> {
  const groups = await groupByOrganization(db, {});
  const toEntry = (listings: ListingsOfOrganization): Entry =>
    input.full_service === true || input.full === true
      ? () => toHsdsOrganization(listings, input.full_service === true ? "full" : "basic", context)
      : () => toHsdsOrganizationAlone(listings, context);
  async function* all(): AsyncGenerator<Entry> {
    for (let at = 0; at < groups.length; at += ORGANIZATIONS_AT_ONCE) {
      for (const listings of await readGroups(db, groups.slice(at, at + ORGANIZATIONS_AT_ONCE))) {
        if (organizationPasses(listings, input, context.taxonomies)) yield toEntry(listings);
      }
    }
  }
  if (!isOpenFilter(input)) return scannedList(all);
  return {
    all,
    page: async (from, size) => ({
      total: groups.length,
      entries: (await readGroups(db, groups.slice(from, from + size))).map(toEntry),
    }),
  };
}

/** The listings of one organisation; null when none is published. */
export async function findOrganization(db: Published, id: string): Promise<ListingsOfOrganization | null> {
  const [group] = await readGroups(db, await groupByOrganization(db, { organizationId: id }));
  return group ?? null;
}

/** Ids of listings by organisation, in the order of the organisations' ids. */
async function groupByOrganization(db: Published, selection: Selection): Promise<readonly string[][]> {
  const groups = new Map<string, string[]>();
  for (const { id, organizationId } of await listRefs(db, selection)) {
    const group = groups.get(organizationId);
    if (group === undefined) groups.set(organizationId, [id]);
    else group.push(id);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ids]) => ids);
}

async function readGroups(
  db: Published,
  groups: readonly (readonly string[])[],
): Promise<readonly ListingsOfOrganization[]> {
  const listings = new Map((await readListings(db, groups.flat())).map((item) => [item.id, item]));
  return groups.flatMap((ids) => {
    const [first, ...rest] = ids.flatMap((id) => listings.get(id) ?? []);
    return first === undefined ? [] : [[first, ...rest] as const];
  });
}

/** `/taxonomies`. */
export function listTaxonomies(search: string | undefined, { taxonomies }: HsdsContext): HsdsList {
  const found = taxonomies.taxonomies.filter((item) => isFound([item.name, item.description], search));
  return heldList(found.map((item) => () => item));
}

/** `/taxonomy_terms`. */
export function listTaxonomyTerms(input: TaxonomyTermsInput, { taxonomies }: HsdsContext): HsdsList {
  const found = taxonomies.terms.filter(
    (term) =>
      (input.taxonomy_id ?? []).every((id) => term.taxonomy_id === id) &&
      (input.top_only !== true || term.parent_id === undefined) &&
      (input.parent_id === undefined || term.parent_id === input.parent_id) &&
      isFound([term.name, term.description, term.code ?? ""], input.search),
  );
  return heldList(found.map((term) => () => term));
}

function isFound(texts: readonly string[], search: string | undefined): boolean {
  return search === undefined || foldWords(search) === "" || hasWords(searchable(texts), search);
}

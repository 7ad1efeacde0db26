import { identityOf } from "#db/store-identity.ts";
import type { Published } from "#db/stores.ts";
import { EVERYWHERE } from "#db/vocabulary.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublicArea } from "#server/contract/public-records.ts";
import type { SearchInput } from "#server/contract/search.ts";
import { distanceToBox } from "#server/domain/distance.ts";
import type { FacetCounts } from "#server/domain/facet-counts.ts";
import { match } from "#server/domain/match/match.ts";
import type { Match, Query, Reason } from "#server/domain/query.ts";
import { searchable, searchableParts } from "#server/domain/search-text.ts";
import { phrase, toListingView } from "#server/domain/to-listing-view.ts";
import { listCells, StaleCells } from "./cell-store.ts";
import { getVersion, listAreas, listTerms } from "./directory.ts";
import { type ListAnswer, type ListSearch, searchCells } from "./search-cells.ts";
import { searchPlainly } from "./search-plainly.ts";

export interface SearchItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly scope: string;
  readonly provider_type: string | null;
  readonly fit: Match["fit"];
  readonly reasons: readonly Reason[];
  readonly needs: readonly string[];
  readonly services: readonly string[];
  readonly areas: readonly string[];
  readonly languages: readonly { readonly code: string; readonly mode: string }[];
  readonly places: PublishedListing["facts"]["places"];
  readonly distance_km: number | null;
  /** The distance is to an area's fixed point, not to the place. */
  readonly distance_about: boolean;
  readonly checked_on: string | null;
  readonly demo: boolean;
  /** A real number that nobody here has checked yet. */
  readonly unverified: boolean;
}

export interface SearchAnswer {
  readonly total: number;
  readonly items: readonly SearchItem[];
  readonly facets: FacetCounts;
  readonly next: string | null;
  /** Kilometres that were searched in the end; null without a radius. */
  readonly radius_km: number | null;
}

const PAGE = 20;
/** Half the way round: everything is nearer. */
const WHOLE_EARTH_KM = 20_050;
/** What a search that begins with no kilometres at all is widened to. */
const LEAST_KM = 10;

/**
 * A search on the server, for other systems: narrowed by area and need in the store, then the same `match` as
 * on the device. Throws `bad_request` for codes that the directory does not know and for a cursor of another
 * version.
 */
export async function searchListings(db: Published, input: SearchInput, now: Date): Promise<SearchAnswer> {
  const { version } = await getVersion(db);
  const { areas, terms } = await knownIn(db, version);
  refuseUnknown(input, areas, terms);
  const lang = input.lang ?? "en";

  const from = readCursor(input.cursor, version);
  const to = from + (input.limit ?? PAGE);
  const includeNo = input.include === "no";
  let radius = input.radius_km;
  let query = toQuery(input, areas, now);
  let answer = await searchList(db, version, { query, lang, includeNo, from, to });
  // The same for every page of a version: how wide it went follows from the search alone.
  while (input.expand === true && answer.total === 0 && radius !== undefined && radius < WHOLE_EARTH_KM) {
    radius = Math.min(WHOLE_EARTH_KM, Math.max(LEAST_KM, radius * 2));
    query = toQuery({ ...input, radius_km: radius }, areas, now);
    answer = await searchList(db, version, { query, lang, includeNo, from, to });
  }
  const { total, page, facets } = answer;
  const items = page.map((listing) =>
    toItem(listing, match(listing.facts, query, textOf(listing, query, lang)), lang),
  );
  return { total, items, facets, next: to < total ? toCursor(to, version) : null, radius_km: radius ?? null };
}

/** How often a search is begun anew because a new version came in its midst. */
const TRIES = 3;

/** Searches the packed cells, or the plain tables where there are none. */
async function searchList(db: Published, version: string, search: ListSearch): Promise<ListAnswer> {
  let current = version;
  for (let tried = 0; tried < TRIES; tried++) {
    const cells = await listCells(db, current);
    if (cells === null) break;
    try {
      return await searchCells(db, cells, search);
    } catch (error) {
      if (!(error instanceof StaleCells)) throw error;
      ({ version: current } = await getVersion(db));
    }
  }
  return searchPlainly(db, search);
}

function textOf(listing: PublishedListing, query: Query, lang: string): string | undefined {
  return query.words === undefined ? undefined : searchable(searchableParts(toListingView(listing, lang)));
}

/** What a request asks, as `match` reads it. */
export function toQuery(input: SearchInput, areas: readonly PublicArea[], now: Date): Query {
  return {
    ...(input.area === undefined ? {} : { areas: input.area }),
    ...(input.need === undefined ? {} : { needs: input.need }),
    ...(input.service === undefined ? {} : { services: input.service }),
    ...(input.language === undefined ? {} : { languages: input.language }),
    scope: input.scope,
    words: input.q,
    near: toNear(input, areas),
    direct: input.direct,
    gender: input.gender,
    age: input.age,
    delivery: input.delivery,
    noDocuments: input.no_documents,
    noIdentification: input.no_identification,
    noCooperation: input.no_cooperation,
    withoutStaying: input.without_staying,
    openAt: input.open_now === true ? now : undefined,
  };
}

function toNear({ lat, lon, radius_km: radiusKm }: SearchInput, areas: readonly PublicArea[]): Query["near"] {
  if (lat === undefined && lon === undefined && radiusKm === undefined) return undefined;
  if (lat === undefined || lon === undefined) {
    throw new DirectoryError("bad_request", "A distance needs both lat and lon.", {
      [lat === undefined ? "lat" : "lon"]: "is missing",
    });
  }
  const touched =
    radiusKm === undefined
      ? []
      : areas.filter(({ code, bbox }) => code.length > 2 && distanceToBox([lat, lon], bbox) <= radiusKm);
  return { point: [lat, lon], radiusKm, areas: touched.map(({ code }) => code) };
}

/** What a version knows, as a process holds it: read once, because every search asks for it. */
interface Known {
  readonly version: string;
  readonly areas: readonly PublicArea[];
  /** Codes of sub-services. */
  readonly terms: ReadonlySet<string>;
}
const held = new WeakMap<object, Known>();

async function knownIn(db: Published, version: string): Promise<Known> {
  const before = held.get(identityOf(db));
  if (before?.version === version) return before;
  const areas = await listAreas(db);
  const terms = new Set((await listTerms(db)).map(({ code }) => code));
  const known = { version, areas, terms };
  held.set(identityOf(db), known);
  return known;
}

function refuseUnknown(
  { area, service }: SearchInput,
  areas: readonly PublicArea[],
  terms: ReadonlySet<string>,
): void {
  const known = new Set(area === undefined ? [] : areas.map(({ code }) => code));
  if (area?.some((code) => !known.has(code) && code !== EVERYWHERE)) {
    throw new DirectoryError("bad_request", "An area is not in this directory.", { area: "is not known" });
  }
  if (service?.some((code) => !terms.has(code))) {
    throw new DirectoryError("bad_request", "A service is not in the taxonomy.", {
      service: "is not known",
    });
  }
}

function toItem(listing: PublishedListing, found: Match, lang: string): SearchItem {
  const { facts } = listing;
  return {
    id: listing.id,
    code: facts.code,
    name: phrase(listing.name, lang)?.text ?? "",
    organization: { id: listing.organization.id, name: phrase(listing.organization.name, lang)?.text ?? "" },
    scope: facts.scope,
    provider_type: facts.providerType,
    fit: found.fit,
    reasons: found.reasons,
    needs: facts.needs,
    services: facts.services,
    areas: facts.areas,
    languages: facts.languages,
    places: facts.places,
    distance_km: found.distance === null ? null : Math.round(found.distance.km * 10) / 10,
    distance_about: found.distance?.about ?? false,
    checked_on: facts.checkedOn,
    demo: facts.demo,
    unverified: facts.checkedOn === null,
  };
}

/** `version.offset`: a list that has changed cannot be read on, because it would skip or repeat. */
function toCursor(offset: number, version: string): string {
  return `${version}_${offset}`;
}

function readCursor(cursor: string | undefined, version: string): number {
  if (cursor === undefined) return 0;
  const [of, offset] = cursor.split("_");
  if (of !== version || offset === undefined || !/^\d{1,9}$/u.test(offset)) {
    throw new DirectoryError("bad_request", "The list has changed. Start again from its beginning.", {
      cursor: "is not current",
    });
  }
  return Number(offset);
}

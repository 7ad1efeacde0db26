import { type Context, Hono } from "hono";
import type * as v from "valibot";
import { DirectoryError } from "#server/contract/errors.ts";
import {
  OneInput,
  OrganizationInput,
  OrganizationsInput,
  ServicesAtLocationsInput,
  ServicesInput,
  TaxonomiesInput,
  TaxonomyTermsInput,
} from "#server/contract/hsds/parameters.ts";
import { HSDS_VERSION } from "#server/contract/hsds/version.ts";
import { getSettings, listAreas, listTerms } from "#server/directory/directory.ts";
import { findListing, listRefs } from "#server/directory/walk-listings.ts";
import type { HsdsContext } from "#server/exchange/out/hsds/context.ts";
import { hsdsTaxonomies } from "#server/exchange/out/hsds/taxonomies.ts";
import { toHsdsOrganization } from "#server/exchange/out/hsds/to-organization.ts";
import { tieIdOf } from "#server/exchange/out/hsds/to-places.ts";
import { toHsdsServicesAtLocations } from "#server/exchange/out/hsds/to-service-at-location.ts";
import { toHsdsService } from "#server/exchange/out/hsds/to-service.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { answerList } from "./hsds-list.ts";
import {
  findOrganization,
  listOrganizations,
  listServices,
  listServicesAtLocations,
  listTaxonomies,
  listTaxonomyTerms,
} from "./hsds-lists.ts";
import { openToAll } from "./open-to-all.ts";
import { parseInput } from "./read-json.ts";
import { unchanged } from "./unchanged.ts";

type HsdsEnv = Context<PublicEnv>;
const both = (path: string) => [`/hsds${path}`, `/hsds${path}/`];
const GET_AND_POST = ["GET", "POST"];
const nothing = () => new DirectoryError("not_found", "There is no such record.");

/**
 * HSDS 3.1 (standards B.2): eleven operations, and a twin by POST for each list, so that a search need not stand in
 * an address. Open without a key, for every site (Open Referral UK).
 */
export const hsds = new Hono<PublicEnv>()
  .use("/hsds/*", openToAll)
  .use("/hsds/*", unchanged)
  .on("GET", both(""), async (c) => {
    const { publicName } = await getSettings(c.get("published"));
    const site = siteOf(c);
    return c.json({
      version: HSDS_VERSION,
      profile: `${site}/profile`,
      openapi_url: `${site}/openapi.json`,
      description:
        "Published listings alone. Places that are kept private have no address and no coordinates.",
      publisher: { name: publicName, website: site },
    });
  })
  .on(GET_AND_POST, both("/services"), async (c) => {
    const input = await readInput(c, ServicesInput);
    const list = listServices(c.get("published"), input, await contextOf(c, input.lang));
    return answerList(c, list, input, input.minimal);
  })
  .on("GET", both("/services/:id"), async (c) => {
    const listing = await findListing(c.get("published"), idOf(c));
    if (listing === null) throw nothing();
    return c.json(toHsdsService(listing, await contextOfOne(c)));
  })
  .on(GET_AND_POST, both("/taxonomies"), async (c) => {
    const input = await readInput(c, TaxonomiesInput);
    return answerList(c, listTaxonomies(input.search, await contextOf(c, input.lang)), input);
  })
  .on("GET", both("/taxonomies/:id"), async (c) => {
    const { taxonomies } = (await contextOfOne(c)).taxonomies;
    return c.json(found(taxonomies.find(({ id }) => id === idOf(c))));
  })
  .on(GET_AND_POST, both("/taxonomy_terms"), async (c) => {
    const input = await readInput(c, TaxonomyTermsInput);
    return answerList(c, listTaxonomyTerms(input, await contextOf(c, input.lang)), input);
  })
  .on("GET", both("/taxonomy_terms/:id"), async (c) => {
    const { taxonomies, terms } = (await contextOfOne(c)).taxonomies;
    const term = found(terms.find(({ id }) => id === idOf(c)));
    const detail = taxonomies.find(({ id }) => id === term.taxonomy_id);
    return c.json({ ...term, taxonomy_detail: detail });
  })
  .on(GET_AND_POST, both("/organizations"), async (c) => {
    const input = await readInput(c, OrganizationsInput);
    const list = await listOrganizations(c.get("published"), input, await contextOf(c, input.lang));
    return answerList(c, list, input);
  })
  .on("GET", both("/organizations/:id"), async (c) => {
    const input = parseInput(OrganizationInput, queryOf(c));
    const listings = await findOrganization(c.get("published"), idOf(c));
    if (listings === null) throw nothing();
    const services = input.full_service === true ? "full" : "basic";
    return c.json(toHsdsOrganization(listings, services, await contextOf(c, input.lang)));
  })
  .on(GET_AND_POST, both("/service_at_locations"), async (c) => {
    const input = await readInput(c, ServicesAtLocationsInput);
    const list = await listServicesAtLocations(c.get("published"), input, await contextOf(c, input.lang));
    return answerList(c, list, input);
  })
  .on("GET", both("/service_at_locations/:id"), async (c) => {
    const ref = (await listRefs(c.get("published"), {})).find((item) => tieOf(item, idOf(c)) >= 0);
    const listing = ref === undefined ? null : await findListing(c.get("published"), ref.id);
    if (ref === undefined || listing === null) throw nothing();
    const ties = toHsdsServicesAtLocations(listing, true, await contextOfOne(c));
    return c.json(found(ties[tieOf(ref, idOf(c))]));
  });

/** Which place of a listing has this id, or -1. */
function tieOf({ id, places }: { id: string; places: number }, wanted: string): number {
  for (let at = 0; at < places; at++) if (tieIdOf(id, at) === wanted) return at;
  return -1;
}

function found<T>(item: T | undefined): T {
  if (item === undefined) throw nothing();
  return item;
}

const idOf = (c: HsdsEnv): string => c.req.param("id") ?? "";
const siteOf = (c: HsdsEnv): string => new URL(c.req.url).origin;

const contextOfOne = (c: HsdsEnv) => contextOf(c, parseInput(OneInput, queryOf(c)).lang);

async function contextOf(c: HsdsEnv, lang: string | undefined): Promise<HsdsContext> {
  const db = c.get("published");
  const areas = new Map((await listAreas(db)).map((area) => [area.code, area]));
  const { languages } = await getSettings(db);
  const fallback = languages.includes("en") ? "en" : (languages[0] ?? "en");
  return {
    lang: lang ?? fallback,
    site: siteOf(c),
    areas,
    taxonomies: hsdsTaxonomies(await listTerms(db)),
  };
}

/** Parameters of the address and, for POST, of a JSON body. The same one in both is refused: they cannot both hold. */
async function readInput<S extends v.GenericSchema>(c: HsdsEnv, schema: S): Promise<v.InferOutput<S>> {
  const query = queryOf(c);
  if (c.req.method !== "POST") return parseInput(schema, query);
  const text = await c.req.text();
  let body: unknown = {};
  try {
    if (text.trim() !== "") body = JSON.parse(text);
  } catch {
    throw new DirectoryError("bad_request", "The body is not JSON.");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new DirectoryError("bad_request", "The body is not an object.");
  const twice = Object.keys(query).filter((name) => name in body);
  if (twice.length > 0)
    throw new DirectoryError("bad_request", "A parameter stands in the address and in the body.");
  return parseInput(schema, { ...query, ...body });
}

/** Parameters once as text, repeated ones as lists; an empty one was not given. */
function queryOf(c: HsdsEnv): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).flatMap(([name, values]) => {
      const given = values.filter((value) => value !== "");
      return given.length === 0 ? [] : [[name, given.length === 1 ? (given[0] ?? "") : given]];
    }),
  );
}

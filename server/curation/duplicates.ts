import { eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import { NUMBER_CHANNELS } from "#db/vocabulary.ts";
import type { AlikeRow, DuplicatePair } from "#server/contract/curate/desk.ts";
import { type Comparable, findDuplicates, likeness } from "#server/domain/duplicates.ts";
import { type Context, ownOrganization, requireEditor } from "./context.ts";
import { distinctPairs } from "./merge-listings.ts";

interface Known extends Comparable {
  readonly code: string;
  readonly name: string;
  readonly organization: string;
}

/** From here on a listing is shown while a new one is typed: less is known then, so the bar is lower. */
const WHILE_TYPING = 0.4;

/** Listings that look like one that is being typed, the likest first. */
export async function alikeListings(
  context: Context,
  typed: { readonly name: string; readonly organization: string; readonly number: string },
): Promise<readonly AlikeRow[]> {
  requireEditor(context);
  const draft: Comparable = {
    id: "",
    names: [typed.name],
    organizations: typed.organization.trim() === "" ? [] : [typed.organization],
    numbers: typed.number.trim() === "" ? [] : [typed.number],
    points: [],
    services: [],
    areas: [],
  };
  return (await readKnown(context))
    .map((known) => ({ known, result: likeness(draft, known) }))
    .filter(({ result }) => result.score >= WHILE_TYPING)
    .sort((a, b) => b.result.score - a.result.score)
    .slice(0, 5)
    .map(({ known, result }) => ({ ...brief(known), score: result.score, signs: result.signs }));
}

/** Pairs in the whole catalogue that are probably the same. Archived ones are left out. */
export async function duplicatePairs(context: Context): Promise<readonly DuplicatePair[]> {
  requireEditor(context);
  const known = await readKnown(context);
  const byId = new Map(known.map((one) => [one.id, one]));
  const distinct = await distinctPairs(context.catalogue);
  return findDuplicates(known).flatMap(({ a, b, likeness: { score, signs } }) => {
    if (distinct(a, b)) return [];
    const [left, right] = [byId.get(a), byId.get(b)];
    return left === undefined || right === undefined
      ? []
      : [{ a: brief(left), b: brief(right), score, signs }];
  });
}

const brief = ({ id, code, name, organization }: Known) => ({ id, code, name, organization });

async function readKnown(context: Context): Promise<readonly Known[]> {
  const { catalogue } = context;
  const own = ownOrganization(context);
  const services = (await catalogue.select().from(table.service)).filter(
    ({ curationState, organizationId }) =>
      curationState !== "archived" && (own === null || own === organizationId),
  );
  const names = group(
    await catalogue
      .select({ key: table.translation.entityId, value: table.translation.text })
      .from(table.translation)
      .where(eq(table.translation.field, "name")),
  );
  const numbers = group(
    await catalogue
      .select({ key: table.contact.entityId, value: table.contact.value })
      .from(table.contact)
      .where(inArray(table.contact.channel, [...NUMBER_CHANNELS])),
  );
  const codes = group(
    await catalogue
      .select({ key: table.serviceTaxonomyTerm.serviceId, value: table.serviceTaxonomyTerm.code })
      .from(table.serviceTaxonomyTerm),
  );
  const areas = group(
    await catalogue
      .select({ key: table.serviceArea.serviceId, value: table.serviceArea.area })
      .from(table.serviceArea),
  );
  const places = group(
    await catalogue
      .select({ key: table.serviceAtLocation.serviceId, value: table.serviceAtLocation.locationId })
      .from(table.serviceAtLocation),
  );
  const points = new Map(
    (await catalogue.select().from(table.location)).flatMap(({ id, latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [[id, [latitude, longitude] as const] as const],
    ),
  );
  return services.map(({ id, code, name, organizationId }) => {
    const placed = places.get(id) ?? [];
    const organizations = names.get(organizationId) ?? [];
    return {
      id,
      code,
      name,
      organization: organizations[0] ?? "",
      names: names.get(id) ?? [name],
      organizations,
      numbers: [id, organizationId, ...placed].flatMap((owner) => numbers.get(owner) ?? []),
      points: placed.flatMap((place) => {
        const point = points.get(place);
        return point === undefined ? [] : [point];
      }),
      services: codes.get(id) ?? [],
      areas: areas.get(id) ?? [],
    };
  });
}

function group(rows: readonly { readonly key: string; readonly value: string }[]) {
  const groups = new Map<string, string[]>();
  for (const { key, value } of rows) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return groups;
}

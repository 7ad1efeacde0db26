import { count, eq, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { Need, PublicWish } from "#db/vocabulary.ts";
import type { ListingPage, ListingRow, PublicState } from "#server/contract/curate/listing-row.ts";
import { fold } from "#server/domain/fold.ts";
import { type Context, ownOrganization, requireEditor } from "./context.ts";
import { PUBLIC_STATES } from "./save-listing.ts";

export interface ListFilter {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly need?: string | undefined;
  readonly area?: string | undefined;
  /** Rows to leave out at the start. */
  readonly from?: number | undefined;
}

/** Rows of one page. */
export const PAGE = 50;

/**
 * Listings by name in any writing, state, need and area. An editor of one organisation sees its own alone. Read
 * whole and filtered here: a country is a few thousand listings, and names are compared in a form that SQL lacks.
 */
export async function listListings(context: Context, filter: ListFilter): Promise<ListingPage> {
  requireEditor(context);
  const all = await readRows(context);
  const states: Record<string, number> = {};
  for (const { row } of all) {
    states[row.state] = (states[row.state] ?? 0) + 1;
    if (row.publicState === "still-public" || row.publicState === "going-out")
      states[row.publicState] = (states[row.publicState] ?? 0) + 1;
  }
  const q = fold(filter.q ?? "");
  const found = all.filter(
    ({ row, names }) =>
      (filter.state === undefined || row.state === filter.state || row.publicState === filter.state) &&
      (filter.need === undefined || (row.needs as readonly string[]).includes(filter.need)) &&
      (filter.area === undefined || row.areas.some((area) => area.startsWith(filter.area ?? ""))) &&
      (q === "" || names.some((name) => name.includes(q)) || fold(row.code).startsWith(q)),
  );
  const from = filter.from ?? 0;
  return {
    total: found.length,
    rows: found.slice(from, from + PAGE).map(({ row }) => row),
    next: from + PAGE < found.length ? from + PAGE : null,
    states,
  };
}

/**
 * How many listings are in each state: what stands over every part of the office, and is asked for after every change.
 * Counted by the database, because reading all listings for it takes seconds where there are a hundred thousand.
 */
export async function countStates(context: Context): Promise<ListingPage["states"]> {
  requireEditor(context);
  const { catalogue } = context;
  const own = ownOrganization(context);
  const mine = own === null ? undefined : eq(table.service.organizationId, own);
  const { curationState } = table.service;
  const rows = await catalogue
    .select({ state: curationState, n: count() })
    .from(table.service)
    .where(mine)
    .groupBy(curationState);
  const { wish, withholds } = table.outbox;
  const waiting = await catalogue
    .select({ state: curationState, wish, withholds, n: count() })
    .from(table.outbox)
    .innerJoin(table.service, eq(table.service.id, table.outbox.serviceId))
    .where(mine)
    .groupBy(curationState, wish, withholds);
  const states: Record<string, number> = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  for (const { state, n, ...wished } of waiting) {
    const known = publicState(state, wished);
    states[known] = (states[known] ?? 0) + n;
  }
  return states;
}

/** Whether the public sees what the catalogue says: what is wished and not yet carried out stands in the outbox. */
export function publicState(
  state: string,
  wished: { readonly wish: PublicWish; readonly withholds: boolean } | undefined,
): PublicState {
  if (wished?.wish === "gone" || wished?.withholds === true) return "still-public";
  if (wished?.wish === "public") return "going-out";
  return PUBLIC_STATES.includes(state) ? "public" : "not-public";
}

async function readRows(context: Context): Promise<{ row: ListingRow; names: readonly string[] }[]> {
  const { catalogue } = context;
  const own = ownOrganization(context);
  const organizations = new Map(
    (await catalogue.select().from(table.organization)).map((row) => [row.id, row.name]),
  );
  const wishes = new Map((await catalogue.select().from(table.outbox)).map((row) => [row.serviceId, row]));
  const checked = new Map(
    (
      await catalogue
        .select({
          id: table.verification.serviceId,
          on: sql<string>`max(${table.verification.verifiedOn})`,
        })
        .from(table.verification)
        .groupBy(table.verification.serviceId)
    ).map(({ id, on }) => [id, on]),
  );
  const needs = await needsByService(context);
  const areas = groupTexts(await catalogue.select().from(table.serviceArea), "serviceId", "area");
  const names = groupTexts(
    await catalogue
      .select({ id: table.translation.entityId, text: table.translation.text })
      .from(table.translation)
      .where(sql`${table.translation.field} = 'name'`),
    "id",
    "text",
  );
  const services = await catalogue.select().from(table.service).orderBy(table.service.name);
  return services
    .filter(({ organizationId }) => own === null || own === organizationId)
    .map((service) => ({
      row: {
        id: service.id,
        code: service.code,
        name: service.name,
        organization: organizations.get(service.organizationId) ?? "",
        state: service.curationState,
        publicState: publicState(service.curationState, wishes.get(service.id)),
        scope: service.scope,
        needs: needs.get(service.id) ?? [],
        areas: areas.get(service.id) ?? [],
        checkedOn: checked.get(service.id) ?? null,
        held: service.held.length > 0,
        demo: service.demo === "yes",
      },
      names: [...(names.get(service.id) ?? []), ...(names.get(service.organizationId) ?? [])].map(fold),
    }));
}

async function needsByService({ catalogue }: Context): Promise<ReadonlyMap<string, readonly Need[]>> {
  const terms = new Map(
    (await catalogue.select().from(table.taxonomyTerm)).map(({ code, need }) => [code, need]),
  );
  const found = new Map<string, Need[]>();
  for (const { serviceId, code } of await catalogue.select().from(table.serviceTaxonomyTerm)) {
    const need = terms.get(code);
    const known = found.get(serviceId) ?? [];
    if (need !== undefined && !known.includes(need)) known.push(need);
    found.set(serviceId, known);
  }
  return found;
}

function groupTexts<K extends string, T extends string>(
  rows: readonly Readonly<Record<K | T, string>>[],
  key: K,
  value: T,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group === undefined) groups.set(row[key], [row[value]]);
    else group.push(row[value]);
  }
  return groups;
}

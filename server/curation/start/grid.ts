import { and, eq, inArray, ne } from "drizzle-orm";
import * as v from "valibot";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { EVERYWHERE, NEEDS, type Need, SCOPES } from "#db/vocabulary.ts";
import {
  AddToCellInput,
  type CellInput,
  type GridListing,
  type GridView,
} from "#server/contract/curate/grid.ts";
import type { ContactForm } from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { countryOf } from "#server/domain/area-served.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { dialable } from "#server/domain/contact-number.ts";
import { fold } from "#server/domain/fold.ts";
import { needsOf } from "#server/domain/needs.ts";
import { openQuestions } from "#server/domain/open-questions.ts";
import { readSettings } from "#server/publication/settings.ts";
import { readTaxonomy } from "#server/publication/taxonomy.ts";
import { actorName, type Context, ownOrganization, requireEditor, today } from "../context.ts";
import { createWithin } from "../create-listing.ts";
import { publicState } from "../list-listings.ts";
import { curatorNames } from "../curator-names.ts";

/**
 * The grid of an area: twelve needs by two columns, with every listing of the catalogue that serves it, whatever
 * state it is in, archived ones apart. An editor of one organisation sees its own alone. Throws `forbidden`,
 * `not_found` for an area that there is not.
 */
export async function readGrid(context: Context, areas: AreaIndex, area: string): Promise<GridView> {
  requireEditor(context);
  if (!areas.isKnown(area)) throw new DirectoryError("not_found", "There is no such area.");
  const settings = await readSettings(context.catalogue);
  const listings = await listingsOf(context, area);
  const names = await curatorNames(context.catalogue);
  const gaps = await context.catalogue.select().from(table.knownGap).where(eq(table.knownGap.area, area));
  return {
    area: { code: area, name: settings.areaNames[area]?.["en"] ?? areas.name(area, ["en"]) },
    cells: NEEDS.flatMap((need) =>
      SCOPES.map((scope) => {
        const gap = gaps.find((one) => one.need === need && one.scope === scope);
        return {
          need,
          scope,
          listings: listings
            .filter((one) => one.scope === scope && one.needs.includes(need))
            .map(({ needs: _needs, scope: _scope, ...listing }) => listing),
          none: gap === undefined ? null : { on: gap.saidOn, by: names(gap.saidBy) },
        };
      }),
    ),
  };
}

type Placed = GridListing & { readonly needs: readonly Need[]; readonly scope: string | null };

async function listingsOf(context: Context, area: string): Promise<readonly Placed[]> {
  const { catalogue } = context;
  const own = ownOrganization(context);
  const wide = [area, countryOf(area), EVERYWHERE];
  const served = new Map<string, GridListing["serves"]>();
  const rows = await catalogue.select().from(table.serviceArea).where(inArray(table.serviceArea.area, wide));
  for (const { serviceId, area: code } of rows) {
    const how = code === area ? "area" : code === EVERYWHERE ? "everywhere" : "country";
    if (how === "area" || !served.has(serviceId)) served.set(serviceId, how);
  }
  const ids = [...served.keys()];
  const services = (
    await catalogue.select().from(table.service).where(ne(table.service.curationState, "archived"))
  )
    .filter(({ id }) => served.has(id))
    .filter(({ organizationId }) => own === null || own === organizationId);
  const { places } = await readTaxonomy(catalogue);
  const terms = groupBy(
    await rowsOf(ids, (some) =>
      catalogue
        .select({ id: table.serviceTaxonomyTerm.serviceId, value: table.serviceTaxonomyTerm.code })
        .from(table.serviceTaxonomyTerm)
        .where(inArray(table.serviceTaxonomyTerm.serviceId, some)),
    ),
  );
  const answers = new Map(
    (
      await rowsOf(ids, (some) =>
        catalogue.select().from(table.attribute).where(inArray(table.attribute.serviceId, some)),
      )
    ).map(({ serviceId, term, answer }) => [`${serviceId} ${term}`, answer]),
  );
  const wishes = new Map((await catalogue.select().from(table.outbox)).map((row) => [row.serviceId, row]));
  return services
    .map(({ id, code, name, curationState, scope }) => {
      const offered = terms.get(id) ?? [];
      return {
        id,
        code,
        name,
        scope,
        needs: needsOf(offered, places),
        state: curationState,
        publicState: publicState(curationState, wishes.get(id)),
        toAsk: openQuestions(offered, (term) => answers.get(`${id} ${term}`) ?? null).length,
        serves: served.get(id) ?? ("area" as const),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Values are bound: as many at once as any libSQL takes. */
async function rowsOf<T>(ids: readonly string[], load: (some: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < ids.length; at += 500) found.push(...(await load(ids.slice(at, at + 500))));
  return found;
}

function groupBy(rows: readonly { id: string; value: string }[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, value } of rows) groups.set(id, [...(groups.get(id) ?? []), value]);
  return groups;
}

/**
 * A listing typed into a cell: a draft with what the cell says, the kind of help and, when there is one, a number.
 * It belongs to an organisation of the same name, an existing one where there is one. All or nothing; a "none
 * known" of the cell goes. Throws `forbidden`, `bad_request` naming the field.
 */
export async function addToCell(
  context: Context,
  areas: AreaIndex,
  input: AddToCellInput,
): Promise<{ id: string; code: string }> {
  requireEditor(context);
  const read = v.safeParse(AddToCellInput, input);
  if (!read.success)
    throw new DirectoryError("bad_request", "Give it a name and say which kind of help it is.", {
      name: "is not valid",
    });
  const { area, need, scope, name, language, service, phone } = read.output;
  if (!areas.isKnown(area))
    throw new DirectoryError("bad_request", "There is no such area.", { area: "is not known" });
  return context.catalogue.transaction(async (tx) => {
    const { places } = await readTaxonomy(tx);
    if (!needsOf([service], places).includes(need))
      throw new DirectoryError("bad_request", "This kind of help belongs to another need.", {
        service: "is not valid",
      });
    const made = await createWithin(
      tx,
      context,
      { name, language, organization: await organizationFor(tx, context, name) },
      {
        scope,
        services: [service],
        areas: [area],
        // Whoever types it knows it: until a better source is named, it is the directory's own word of today.
        sourceName: (await readSettings(tx)).publicName,
        sourceDate: today(context),
        ...(phone === null ? {} : { [`contact:${crypto.randomUUID()}`]: contactOf(phone, area) }),
      },
    );
    await takeBackIn(tx, context, { area, need, scope });
    return made;
  });
}

/** The organisation of the same name; the editor's own where they edit one alone; else one that is made. */
async function organizationFor(
  tx: CatalogueTx,
  context: Context,
  name: string,
): Promise<{ readonly id: string } | { readonly name: string }> {
  const own = ownOrganization(context);
  if (own !== null) return { id: own };
  const rows = await tx
    .select({ id: table.organization.id, name: table.organization.name })
    .from(table.organization);
  const same = rows.find((row) => fold(row.name) === fold(name));
  return same === undefined ? { name } : { id: same.id };
}

function contactOf(value: string, area: string): ContactForm {
  const country = area === EVERYWHERE ? null : countryOf(area);
  const { dial, dialScope } = dialable(value, country ?? undefined);
  return {
    channel: "phone",
    value,
    dial,
    dialScope,
    country,
    label: {},
    hours: {},
    whoAnswers: null,
    recorded: null,
    free: null,
    tells: {},
    audience: "public",
    keptFrom: [],
    released: false,
    owner: "service",
    position: 0,
  };
}

/** Says that somebody looked and found none. Throws `forbidden`, `not_found` for an unknown area, `conflict` where one is listed. */
export async function sayNoneKnown(context: Context, areas: AreaIndex, cell: CellInput): Promise<void> {
  requireEditorOfAll(context);
  const { cells } = await readGrid(context, areas, cell.area);
  const here = cells.find(({ need, scope }) => need === cell.need && scope === cell.scope);
  if ((here?.listings.length ?? 0) > 0)
    throw new DirectoryError("conflict", "There is a listing here. Archive it first if it is gone.");
  await context.catalogue.transaction(async (tx) => {
    const row = { ...cell, saidOn: today(context), saidBy: actorName(context) };
    const { area, need, scope } = table.knownGap;
    await tx
      .insert(table.knownGap)
      .values(row)
      .onConflictDoUpdate({ target: [area, need, scope], set: row });
    await record(tx, context, "create", cell);
  });
}

/** Takes "none known" back. Nothing happens where nobody said it. Throws `forbidden`. */
export async function takeBackNoneKnown(context: Context, cell: CellInput): Promise<void> {
  requireEditorOfAll(context);
  await context.catalogue.transaction((tx) => takeBackIn(tx, context, cell));
}

/** Whoever edits one organisation alone does not see what else there is. */
function requireEditorOfAll(context: Context): void {
  requireEditor(context);
  if (ownOrganization(context) !== null)
    throw new DirectoryError("forbidden", "You see one organisation alone.");
}

async function takeBackIn(tx: CatalogueTx, context: Context, cell: CellInput): Promise<void> {
  const { knownGap } = table;
  const gone = await tx
    .delete(knownGap)
    .where(and(eq(knownGap.area, cell.area), eq(knownGap.need, cell.need), eq(knownGap.scope, cell.scope)))
    .returning();
  if (gone.length > 0) await record(tx, context, "delete", cell);
}

async function record(
  tx: CatalogueTx,
  context: Context,
  action: "create" | "delete",
  { area, need, scope }: CellInput,
): Promise<void> {
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action,
    entity: "known-gap",
    entityId: `${area}/${need}/${scope}`,
    changed: [],
  });
}

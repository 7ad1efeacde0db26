import { desc, eq, ne } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { ListingTranslations, TranslationsView } from "#server/contract/curate/translations.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { readSettings } from "#server/publication/settings.ts";
import { type Context, ownOrganization, requireEditor, requireEditorOf } from "../context.ts";
import { curatorNames } from "../curator-names.ts";
import { countStandings, readTranslatable, standingOf, toView, type Unit } from "./units.ts";

/** Only what is translated: texts whose source is in another language. */
const isFor = (language: string) => (unit: Unit) => unit.sourceLanguage !== language;

/** Listings of which words may still change are not offered to translators first. */
const isSettled = ({ curationState }: table.ServiceRow) => curationState !== "draft";

/**
 * Where every listing stands in a language, those with most to do first. Texts that listings share, such as the
 * name of who runs them, count once. Throws `forbidden`, `bad_request` for a language that is not offered.
 */
export async function readTranslations(context: Context, language: string): Promise<TranslationsView> {
  requireEditor(context);
  const { catalogue } = context;
  const settings = await readSettings(catalogue);
  if (!settings.languages.includes(language))
    throw new DirectoryError("bad_request", "This language is not offered.", { language: "is not valid" });
  const own = ownOrganization(context);
  const services = (
    await catalogue.select().from(table.service).where(ne(table.service.curationState, "archived"))
  ).filter(({ organizationId }) => own === null || own === organizationId);
  const { unitsOf } = await readTranslatable(catalogue, services);
  const counted = new Map<string, ReturnType<typeof standingOf>>();
  const listings = services.map((service) => {
    const units = unitsOf(service).filter(isFor(language));
    for (const unit of units) counted.set(`${unit.entityId} ${unit.field}`, standingOf(unit, language));
    return {
      id: service.id,
      name: service.name,
      settled: isSettled(service),
      counts: countStandings(units.map((unit) => standingOf(unit, language))),
    };
  });
  const names = await curatorNames(catalogue);
  const check = settings.languageChecks[language];
  return {
    language,
    counts: countStandings([...counted.values()]),
    listings: listings.sort(
      (a, b) =>
        Number(b.settled) - Number(a.settled) ||
        toDo(b.counts) - toDo(a.counts) ||
        a.name.localeCompare(b.name, "en"),
    ),
    interface: check === undefined ? null : { on: check.on, by: names(check.by) },
  };
}

const toDo = ({ missing, draft, ready, stale, translated }: TranslationsView["counts"]): number =>
  (missing + draft + ready + stale) * 1000 + translated;

/** The texts of one listing side by side. Throws `forbidden`, `not_found`. */
export async function readListingTranslations(
  context: Context,
  id: string,
  language: string,
): Promise<ListingTranslations> {
  requireEditor(context);
  const { catalogue } = context;
  const [service] = await catalogue.select().from(table.service).where(eq(table.service.id, id));
  if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
  requireEditorOf(context, service.organizationId);
  const { unitsOf } = await readTranslatable(catalogue, [service]);
  const names = await curatorNames(catalogue);
  const changed = await changeDays(catalogue, id);
  return {
    id,
    name: service.name,
    state: service.curationState,
    settled: isSettled(service),
    revision: service.revision,
    units: unitsOf(service)
      .filter(isFor(language))
      .map((unit) => toView(unit, language, changed(unit), names)),
  };
}

/** The day on which the source of a text last changed, as the history of the listing tells. */
async function changeDays(tx: CatalogueTx, id: string): Promise<(unit: Unit) => string | null> {
  const rows = await tx
    .select({ at: table.audit.at, changed: table.audit.changed })
    .from(table.audit)
    .where(eq(table.audit.entityId, id))
    .orderBy(desc(table.audit.at));
  return ({ unit, sourceLanguage }) => {
    const [kind = "", name = ""] = unit.split(":");
    const field =
      kind === "text" || kind === "organization"
        ? `${unit}:${sourceLanguage}`
        : kind === "costs" || kind === "requiredDocuments"
          ? kind
          : `${kind}:${name}`;
    return rows.find(({ changed }) => changed.includes(field))?.at.slice(0, 10) ?? null;
  };
}

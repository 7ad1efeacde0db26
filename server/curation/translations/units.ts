import { eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type {
  StandingCounts,
  TranslationStanding,
  TranslationUnit,
} from "#server/contract/curate/translations.ts";
import { LISTING_TEXTS } from "#server/contract/listing.ts";
import { groupBy } from "#server/domain/group-by.ts";

/** A text that stands in the catalogue, with all its languages. */
export interface Unit {
  readonly unit: string;
  readonly entityId: string;
  readonly field: string;
  readonly source: string;
  readonly sourceLanguage: string;
  readonly rows: readonly table.TranslationRow[];
}

interface Slot {
  readonly unit: string;
  readonly entityId: string;
  readonly field: string;
  /** The language it should be written in; another one where there is nothing in that. */
  readonly language: string;
}

/** Everything that may be translated, read at once for many listings. Streets are not: nobody translates an address. */
export interface Translatable {
  readonly services: readonly table.ServiceRow[];
  unitsOf(service: table.ServiceRow): readonly Unit[];
}

/** Reads the texts of listings, with what hangs on them. */
export async function readTranslatable(
  tx: CatalogueTx,
  services: readonly table.ServiceRow[],
): Promise<Translatable> {
  const organizations = new Map((await tx.select().from(table.organization)).map((row) => [row.id, row]));
  const placed = groupBy(await tx.select().from(table.serviceAtLocation), ({ serviceId }) => serviceId);
  const contacts = groupBy(await tx.select().from(table.contact), ({ entityId }) => entityId);
  const costs = groupBy(await tx.select().from(table.costOption), ({ serviceId }) => serviceId);
  const documents = groupBy(await tx.select().from(table.requiredDocument), ({ serviceId }) => serviceId);
  const rows = groupBy(
    services.length === 1 ? await rowsUnder(tx, services[0]) : await tx.select().from(table.translation),
    ({ entityId, field }) => `${entityId} ${field}`,
  );
  const slotsOf = (service: table.ServiceRow): readonly Slot[] => {
    const { id, organizationId, language } = service;
    const places = (placed.get(id) ?? []).map(({ locationId }) => locationId);
    const slot = (unit: string, entityId: string, field: string): Slot => ({
      unit,
      entityId,
      field,
      language,
    });
    return [
      ...["name", ...LISTING_TEXTS].map((field) => slot(`text:${field}`, id, field)),
      {
        ...slot("organization:name", organizationId, "name"),
        language: organizations.get(organizationId)?.language ?? language,
      },
      ...[id, organizationId, ...places].flatMap((owner) =>
        (contacts.get(owner) ?? []).flatMap((contact) =>
          ["label", "hours"].map((field) => slot(`contact:${contact.id}:${field}`, contact.id, field)),
        ),
      ),
      ...places.flatMap((place) =>
        ["name", "directions"].map((field) => slot(`place:${place}:${field}`, place, field)),
      ),
      ...(costs.get(id) ?? []).map((cost) => slot(`costs:${cost.position}`, cost.id, "description")),
      ...(documents.get(id) ?? []).map((one) =>
        slot(`requiredDocuments:${one.position}`, one.id, "document"),
      ),
    ];
  };
  return {
    services,
    unitsOf: (service) =>
      slotsOf(service).flatMap(({ language, ...slot }) => {
        const own = rows.get(`${slot.entityId} ${slot.field}`) ?? [];
        const source =
          own.find((row) => row.language === language) ??
          own.find((row) => row.language === "en") ??
          own.find((row) => row.state === "checked") ??
          own[0];
        return source === undefined
          ? []
          : [{ ...slot, source: source.text, sourceLanguage: source.language, rows: own }];
      }),
  };
}

async function rowsUnder(
  tx: CatalogueTx,
  service: table.ServiceRow | undefined,
): Promise<readonly table.TranslationRow[]> {
  if (service === undefined) return [];
  const places = await tx
    .select({ id: table.serviceAtLocation.locationId })
    .from(table.serviceAtLocation)
    .where(eq(table.serviceAtLocation.serviceId, service.id));
  const owners = [service.id, service.organizationId, ...places.map(({ id }) => id)];
  const contacts = await tx
    .select({ id: table.contact.id })
    .from(table.contact)
    .where(inArray(table.contact.entityId, owners));
  const lists = [
    ...(await tx
      .select({ id: table.costOption.id })
      .from(table.costOption)
      .where(eq(table.costOption.serviceId, service.id))),
    ...(await tx
      .select({ id: table.requiredDocument.id })
      .from(table.requiredDocument)
      .where(eq(table.requiredDocument.serviceId, service.id))),
  ];
  return tx
    .select()
    .from(table.translation)
    .where(inArray(table.translation.entityId, [...owners, ...[...contacts, ...lists].map(({ id }) => id)]));
}

/** Where a text stands in a language. */
export function standingOf({ rows }: Unit, language: string): TranslationStanding {
  return rows.find((row) => row.language === language)?.state ?? "missing";
}

/** A text as the desk shows it. `changes`: by unit, the day on which its source last changed. */
export function toView(
  unit: Unit,
  language: string,
  changedOn: string | null,
  names: (id: string) => string,
): TranslationUnit {
  const row = unit.rows.find((one) => one.language === language);
  const moved = row?.state === "stale" && row.basis !== null && row.basis !== unit.source;
  return {
    unit: unit.unit,
    field: unit.field,
    source: unit.source,
    sourceLanguage: unit.sourceLanguage,
    text: row?.text ?? "",
    standing: standingOf(unit, language),
    before: moved ? row.basis : null,
    changedOn: row?.state === "stale" ? changedOn : null,
    touchedOn: row?.touchedOn ?? null,
    touchedBy: row?.touchedBy == null ? null : names(row.touchedBy),
  };
}

/** How many of them stand where. */
export function countStandings(standings: readonly TranslationStanding[]): StandingCounts {
  const counts = { missing: 0, draft: 0, ready: 0, translated: 0, checked: 0, stale: 0 };
  for (const standing of standings) counts[standing] += 1;
  return counts;
}

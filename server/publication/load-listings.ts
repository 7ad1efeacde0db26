import { and, eq, inArray, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { Localized, TextMark } from "#server/contract/listing.ts";
import type {
  CatalogueContact,
  CatalogueListing,
  CatalogueLocation,
  CatalogueSchedule,
  FieldMarks,
} from "#server/domain/catalogue-listing.ts";
import { markOf } from "#server/domain/text-marks.ts";
import { groupBy } from "#server/domain/group-by.ts";

/** Listings read at once: keeps the number of bound values and the memory low. */
const CHUNK = 200;

/** Whole listings by id, in chunks, in the order given; ids that are not there are left out. */
export async function* loadListings(
  tx: CatalogueTx,
  ids: readonly string[],
): AsyncGenerator<readonly CatalogueListing[]> {
  for (let at = 0; at < ids.length; at += CHUNK) yield await loadChunk(tx, ids.slice(at, at + CHUNK));
}

async function loadChunk(tx: CatalogueTx, ids: readonly string[]): Promise<readonly CatalogueListing[]> {
  const of = [...ids];
  const services = await tx.select().from(table.service).where(inArray(table.service.id, of));
  const organizationIds = [...new Set(services.map((row) => row.organizationId))];
  const organizations = new Map(
    (await tx.select().from(table.organization).where(inArray(table.organization.id, organizationIds))).map(
      (row) => [row.id, row],
    ),
  );
  const placed = await tx
    .select()
    .from(table.serviceAtLocation)
    .where(inArray(table.serviceAtLocation.serviceId, of))
    .orderBy(table.serviceAtLocation.position);
  const locationIds = [...new Set(placed.map((row) => row.locationId))];
  const owners = [...of, ...organizationIds, ...locationIds];

  const contacts = await tx
    .select()
    .from(table.contact)
    .where(inArray(table.contact.entityId, owners))
    .orderBy(table.contact.position);
  const schedules = await tx
    .select()
    .from(table.schedule)
    .where(inArray(table.schedule.entityId, owners))
    .orderBy(table.schedule.position);
  const costs = await tx
    .select()
    .from(table.costOption)
    .where(inArray(table.costOption.serviceId, of))
    .orderBy(table.costOption.position);
  const documents = await tx
    .select()
    .from(table.requiredDocument)
    .where(inArray(table.requiredDocument.serviceId, of))
    .orderBy(table.requiredDocument.position);
  const notes = await tx
    .select()
    .from(table.note)
    .where(inArray(table.note.serviceId, of))
    .orderBy(table.note.position);
  const affiliationsOf = groupBy(
    await tx
      .select()
      .from(table.organizationAffiliation)
      .where(inArray(table.organizationAffiliation.organizationId, organizationIds))
      .orderBy(table.organizationAffiliation.code),
    (row) => row.organizationId,
  );
  const texts = await loadTexts(tx, [
    ...owners,
    ...notes.map((row) => row.id),
    ...contacts.map((row) => row.id),
    ...costs.map((row) => row.id),
    ...documents.map((row) => row.id),
  ]);

  const formerOf = groupBy(
    await tx.select().from(table.listingRedirect).where(inArray(table.listingRedirect.serviceId, of)),
    (row) => row.serviceId,
  );
  const notesOf = groupBy(notes, (row) => row.serviceId);
  const contactsOf = groupBy(contacts, (row) => row.entityId);
  const schedulesOf = groupBy(schedules, (row) => row.entityId);
  const costsOf = groupBy(costs, (row) => row.serviceId);
  const documentsOf = groupBy(documents, (row) => row.serviceId);
  const areasOf = groupBy(
    await tx
      .select()
      .from(table.serviceArea)
      .where(inArray(table.serviceArea.serviceId, of))
      .orderBy(table.serviceArea.area),
    (row) => row.serviceId,
  );
  const termsOf = groupBy(
    await tx
      .select()
      .from(table.serviceTaxonomyTerm)
      .where(inArray(table.serviceTaxonomyTerm.serviceId, of))
      .orderBy(table.serviceTaxonomyTerm.code),
    (row) => row.serviceId,
  );
  const answersOf = groupBy(
    await tx
      .select()
      .from(table.attribute)
      .where(inArray(table.attribute.serviceId, of))
      .orderBy(table.attribute.term),
    (row) => row.serviceId,
  );
  const languagesOf = groupBy(
    await tx
      .select()
      .from(table.language)
      .where(inArray(table.language.serviceId, of))
      .orderBy(table.language.position),
    (row) => row.serviceId,
  );
  const placesOf = groupBy(placed, (row) => row.serviceId);
  const verified = new Map(
    (
      await tx
        .select({
          serviceId: table.verification.serviceId,
          on: sql<string>`max(${table.verification.verifiedOn})`,
        })
        .from(table.verification)
        .where(inArray(table.verification.serviceId, of))
        .groupBy(table.verification.serviceId)
    ).map((row) => [row.serviceId, row.on]),
  );

  const toContacts = (id: string): readonly CatalogueContact[] =>
    (contactsOf.get(id) ?? []).map((row) => ({
      channel: row.channel,
      value: row.value,
      dial: row.dial,
      dialScope: row.dialScope,
      country: row.country,
      label: texts(row.id, "label"),
      marks: texts.marks(row.id),
      whoAnswers: row.whoAnswers,
      recorded: row.recorded,
      free: row.free,
      tells: row.tells,
      audience: row.audience,
      released: row.released,
      keptFrom: row.keptFrom,
      hours: texts(row.id, "hours"),
      sourceName: row.sourceName,
      sourceUrl: row.sourceUrl,
      sourceDate: row.sourceDate,
    }));
  const toSchedules = (id: string): readonly CatalogueSchedule[] => schedulesOf.get(id) ?? [];
  const locations = await loadLocations(tx, locationIds, texts, toContacts, toSchedules);

  const guarded = await guardedOrganizations(tx, organizationIds);
  const byId = new Map(
    services.flatMap((row): [string, CatalogueListing][] => {
      const organization = organizations.get(row.organizationId);
      if (organization === undefined) return [];
      return [
        [
          row.id,
          {
            ...row,
            name: texts(row.id, "name"),
            texts: texts.all(row.id),
            marks: texts.marks(row.id),
            organization: {
              id: organization.id,
              name: texts(organization.id, "name"),
              marks: texts.marks(organization.id),
              website: organization.website,
              websiteReleased: organization.websiteReleased,
              guarded: guarded.has(organization.id),
              providerType: organization.providerType,
              contacts: toContacts(organization.id),
              affiliations: (affiliationsOf.get(organization.id) ?? []).map(({ code }) => code),
            },
            services: (termsOf.get(row.id) ?? []).map(({ code }) => code),
            areas: (areasOf.get(row.id) ?? []).map(({ area }) => area),
            locations: (placesOf.get(row.id) ?? []).flatMap(
              ({ locationId }) => locations.get(locationId) ?? [],
            ),
            contacts: toContacts(row.id),
            formerCodes: (formerOf.get(row.id) ?? []).map(({ code }) => code),
            notes: (notesOf.get(row.id) ?? []).map(({ id, about, audience, keptFrom }) => ({
              about,
              audience,
              keptFrom,
              words: texts(id, "note"),
            })),
            schedules: toSchedules(row.id),
            answers: toAnswers(answersOf.get(row.id) ?? []),
            languages: (languagesOf.get(row.id) ?? []).map(({ code, mode }) => ({ code, mode })),
            costs: (costsOf.get(row.id) ?? []).map((cost) => ({
              option: cost.option,
              amount: cost.amount,
              currency: cost.currency,
              description: texts(cost.id, "description"),
              marks: texts.marks(cost.id),
            })),
            requiredDocuments: (documentsOf.get(row.id) ?? []).map(({ id }) => texts(id, "document")),
            documentMarks: (documentsOf.get(row.id) ?? []).map(({ id }) => texts.marks(id)),
            verifiedOn: verified.get(row.id) ?? null,
            demo: row.demo === "yes",
            starter: row.starter === "yes",
          },
        ],
      ];
    }),
  );
  return of.flatMap((id) => byId.get(id) ?? []);
}

/** Organisations with a withheld place, whichever of their services is given there. */
async function guardedOrganizations(tx: CatalogueTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { location } = table;
  const rows = await tx
    .selectDistinct({ id: location.organizationId })
    .from(location)
    .where(and(inArray(location.organizationId, [...ids]), eq(location.privacy, "withheld")));
  return new Set(rows.map(({ id }) => id));
}

async function loadLocations(
  tx: CatalogueTx,
  ids: readonly string[],
  texts: Texts,
  contacts: (id: string) => readonly CatalogueContact[],
  schedules: (id: string) => readonly CatalogueSchedule[],
): Promise<ReadonlyMap<string, CatalogueLocation>> {
  const rows = await tx
    .select()
    .from(table.location)
    .where(inArray(table.location.id, [...ids]));
  const addresses = new Map(
    (
      await tx
        .select()
        .from(table.address)
        .where(inArray(table.address.locationId, [...ids]))
    ).map((row) => [row.locationId, row]),
  );
  return new Map(
    rows.map((row): [string, CatalogueLocation] => [
      row.id,
      {
        id: row.id,
        name: texts(row.id, "name"),
        latitude: row.latitude,
        longitude: row.longitude,
        area: row.area,
        privacy: row.privacy,
        residential: row.residential,
        timeZone: row.timeZone,
        lines: texts(row.id, "lines"),
        city: texts(row.id, "city"),
        postalCode: addresses.get(row.id)?.postalCode ?? null,
        directions: texts(row.id, "directions"),
        marks: texts.marks(row.id),
        contacts: contacts(row.id),
        schedules: schedules(row.id),
      },
    ]),
  );
}

interface Texts {
  (entityId: string, field: string): Localized;
  all(entityId: string): Readonly<Record<string, Localized>>;
  /** Undefined when every text of the entity is checked. */
  marks(entityId: string): FieldMarks | undefined;
}

/** Texts by entity and field. Drafts and texts that are only ready for translation are not shown to anybody. */
async function loadTexts(tx: CatalogueTx, entityIds: readonly string[]): Promise<Texts> {
  const found = new Map<string, Record<string, Record<string, string>>>();
  const marks = new Map<string, Record<string, Record<string, TextMark>>>();
  for (let at = 0; at < entityIds.length; at += 500) {
    const rows = await tx
      .select()
      .from(table.translation)
      .where(inArray(table.translation.entityId, entityIds.slice(at, at + 500)))
      .orderBy(table.translation.entityId, table.translation.field, table.translation.language);
    for (const { entityId, field, language, text, state } of rows) {
      if (state === "draft" || state === "ready") continue;
      const fields = found.get(entityId) ?? {};
      (fields[field] ??= {})[language] = text;
      found.set(entityId, fields);
      const mark = markOf(state);
      if (mark === null) continue;
      const marked = marks.get(entityId) ?? {};
      (marked[field] ??= {})[language] = mark;
      marks.set(entityId, marked);
    }
  }
  const texts = (entityId: string, field: string): Localized => found.get(entityId)?.[field] ?? {};
  return Object.assign(texts, {
    all: (entityId: string) => found.get(entityId) ?? {},
    marks: (entityId: string) => marks.get(entityId),
  });
}

function toAnswers(rows: readonly { term: string; answer: "yes" | "no" }[]): CatalogueListing["answers"] {
  const answers: Record<string, Record<string, "yes" | "no">> = {};
  for (const { term, answer } of rows) {
    const [facet, code] = term.split(":");
    if (facet !== undefined && code !== undefined) (answers[facet] ??= {})[code] = answer;
  }
  return answers;
}

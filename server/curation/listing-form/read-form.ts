import { asc, eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type {
  ContactForm,
  ListingForm,
  NoteForm,
  PlaceForm,
  ScheduleForm,
} from "#server/contract/curate/listing-form.ts";
import { textsUnder } from "../texts-under.ts";
import { DirectoryError } from "#server/contract/errors.ts";

export interface ReadForm {
  readonly service: table.ServiceRow;
  readonly form: ListingForm;
}

/** A listing as the editor holds it. Throws `not_found`. */
export async function readForm(tx: CatalogueTx, id: string): Promise<ReadForm> {
  const [service] = await tx.select().from(table.service).where(eq(table.service.id, id));
  if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
  const form: Record<string, unknown> = {
    ...plain(service),
    ...(await ownLists(tx, id)),
    ...(await organizationFields(tx, service.organizationId)),
  };
  const placed = await tx
    .select()
    .from(table.serviceAtLocation)
    .where(eq(table.serviceAtLocation.serviceId, id))
    .orderBy(asc(table.serviceAtLocation.position));
  for (const { locationId, position } of placed)
    form[`place:${locationId}`] = await readPlace(tx, locationId, position);
  const owners = [id, service.organizationId, ...placed.map(({ locationId }) => locationId)];
  for (const [field, contact] of await readContacts(tx, owners, id, service.organizationId))
    form[field] = contact;
  for (const [field, note] of await readNotes(tx, id)) form[field] = note;
  for (const { field, language, text } of await tx
    .select()
    .from(table.translation)
    .where(eq(table.translation.entityId, id)))
    form[`text:${field}:${language}`] = text;
  return { service, form };
}

function plain(row: table.ServiceRow): Record<string, unknown> {
  const { status, scope, minimumAge, maximumAge, maxChildAge, boysMaxAge, maxMonthsSince } = row;
  const { validTo, doNotRefer, doNotList, sourceName, sourceUrl, sourceDate, privateNote, held } = row;
  return {
    status,
    scope,
    minimumAge,
    maximumAge,
    maxChildAge,
    boysMaxAge,
    maxMonthsSince,
    validTo,
    doNotRefer,
    doNotList,
    sourceName,
    sourceUrl,
    sourceDate,
    privateNote,
    held,
  };
}

async function ownLists(tx: CatalogueTx, id: string): Promise<Record<string, unknown>> {
  const answers = await tx.select().from(table.attribute).where(eq(table.attribute.serviceId, id));
  const terms = await tx
    .select()
    .from(table.serviceTaxonomyTerm)
    .where(eq(table.serviceTaxonomyTerm.serviceId, id))
    .orderBy(asc(table.serviceTaxonomyTerm.position));
  const areas = await tx
    .select()
    .from(table.serviceArea)
    .where(eq(table.serviceArea.serviceId, id))
    .orderBy(asc(table.serviceArea.area));
  const languages = await tx
    .select()
    .from(table.language)
    .where(eq(table.language.serviceId, id))
    .orderBy(asc(table.language.position));
  const costs = await tx
    .select()
    .from(table.costOption)
    .where(eq(table.costOption.serviceId, id))
    .orderBy(asc(table.costOption.position));
  const documents = await tx
    .select()
    .from(table.requiredDocument)
    .where(eq(table.requiredDocument.serviceId, id))
    .orderBy(asc(table.requiredDocument.position));
  const texts = await textsOf(tx, id);
  return {
    ...Object.fromEntries(answers.map(({ term, answer }) => [`answer:${term}`, answer])),
    services: terms.map(({ code }) => code),
    areas: areas.map(({ area }) => area),
    languages: languages.map(({ code, mode }) => ({ code, mode })),
    schedules: await readSchedules(tx, id),
    costs: costs.map(({ id: costId, option, amount, currency }) => ({
      option,
      amount,
      currency,
      description: texts(costId, "description"),
    })),
    requiredDocuments: documents.map(({ id: documentId }) => texts(documentId, "document")),
  };
}

async function organizationFields(tx: CatalogueTx, id: string): Promise<Record<string, unknown>> {
  const [row] = await tx.select().from(table.organization).where(eq(table.organization.id, id));
  const texts = await textsOf(tx, id);
  return {
    "organization:website": row?.website ?? null,
    "organization:providerType": row?.providerType ?? null,
    "organization:affiliations": (
      await tx
        .select({ code: table.organizationAffiliation.code })
        .from(table.organizationAffiliation)
        .where(eq(table.organizationAffiliation.organizationId, id))
        .orderBy(asc(table.organizationAffiliation.code))
    ).map(({ code }) => code),
    ...Object.fromEntries(
      Object.entries(texts(id, "name")).map(([language, text]) => [`organization:name:${language}`, text]),
    ),
  };
}

async function readPlace(tx: CatalogueTx, id: string, position: number): Promise<PlaceForm> {
  const [row] = await tx.select().from(table.location).where(eq(table.location.id, id));
  const [address] = await tx.select().from(table.address).where(eq(table.address.locationId, id));
  const texts = await textsOf(tx, id);
  return {
    name: texts(id, "name"),
    lines: texts(id, "lines"),
    city: texts(id, "city"),
    directions: texts(id, "directions"),
    postalCode: address?.postalCode ?? null,
    area: row?.area ?? null,
    latitude: row?.latitude ?? null,
    longitude: row?.longitude ?? null,
    privacy: row?.privacy ?? null,
    residential: row?.residential ?? false,
    timeZone: row?.timeZone ?? null,
    schedules: await readSchedules(tx, id),
    position,
  };
}

async function readSchedules(tx: CatalogueTx, entityId: string): Promise<ScheduleForm[]> {
  const rows = await tx
    .select()
    .from(table.schedule)
    .where(eq(table.schedule.entityId, entityId))
    .orderBy(asc(table.schedule.position));
  return rows.map(({ kind, byday, opensAt, closesAt, interval, validFrom, validTo }) => ({
    kind,
    byday: [...byday],
    opensAt,
    closesAt,
    interval,
    validFrom,
    validTo,
  }));
}

async function readContacts(
  tx: CatalogueTx,
  owners: readonly string[],
  serviceId: string,
  organizationId: string,
): Promise<readonly (readonly [string, ContactForm])[]> {
  const rows = await tx
    .select()
    .from(table.contact)
    .where(inArray(table.contact.entityId, [...owners]))
    .orderBy(asc(table.contact.position));
  const found: (readonly [string, ContactForm])[] = [];
  for (const row of rows) {
    const texts = await textsOf(tx, row.id);
    const { channel, value, dial, dialScope, country, whoAnswers, recorded, free, tells } = row;
    const owner =
      row.entityId === serviceId
        ? "service"
        : row.entityId === organizationId
          ? "organization"
          : row.entityId;
    found.push([
      `contact:${row.id}`,
      {
        channel,
        value,
        dial,
        dialScope,
        country,
        label: texts(row.id, "label"),
        hours: texts(row.id, "hours"),
        whoAnswers,
        recorded,
        free,
        tells: { ...tells },
        audience: row.audience,
        keptFrom: [...row.keptFrom],
        released: row.released,
        owner,
        position: row.position,
      },
    ]);
  }
  return found;
}

async function readNotes(
  tx: CatalogueTx,
  serviceId: string,
): Promise<readonly (readonly [string, NoteForm])[]> {
  const rows = await tx
    .select()
    .from(table.note)
    .where(eq(table.note.serviceId, serviceId))
    .orderBy(asc(table.note.position));
  const found: (readonly [string, NoteForm])[] = [];
  for (const { id, about, audience, keptFrom, position } of rows) {
    const texts = await textsOf(tx, id);
    found.push([
      `note:${id}`,
      { about, words: texts(id, "note"), audience, keptFrom: [...keptFrom], position },
    ]);
  }
  return found;
}

/** Texts of an entity and of what hangs on it, by id and field. */
async function textsOf(
  tx: CatalogueTx,
  id: string,
): Promise<(entityId: string, field: string) => Record<string, string>> {
  const rows = await tx.select().from(table.translation).where(textsUnder(id));
  return (entityId, field) =>
    Object.fromEntries(
      rows
        .filter((row) => row.entityId === entityId && row.field === field)
        .map(({ language, text }) => [language, text]),
    );
}

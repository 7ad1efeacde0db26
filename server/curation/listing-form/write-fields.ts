import { and, eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { Answer } from "#db/vocabulary.ts";
import {
  type ContactForm,
  isPlainField,
  type NoteForm,
  type PlaceForm,
} from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { readSettings } from "#server/publication/settings.ts";
import { writeContact } from "./write-contact.ts";
import { writeCosts, writeDocuments, writeLanguages, writeSchedules } from "./write-lists.ts";
import { writeNote } from "./write-note.ts";
import { writePlace } from "./write-place.ts";
import { writeText } from "./write-text.ts";

/** Columns of `service` that fields write straight. */
const COLUMNS = new Set([
  "status",
  "scope",
  "minimumAge",
  "maximumAge",
  "maxChildAge",
  "boysMaxAge",
  "maxMonthsSince",
  "validTo",
  "doNotRefer",
  "doNotList",
  "sourceName",
  "sourceUrl",
  "sourceDate",
  "privateNote",
  "held",
]);

/**
 * Writes fields of a listing; their values have been checked (`fieldSchema`). Belongs into a transaction. Answers
 * ids of other listings whose public face may change with it: they share the organisation or the place.
 */
export async function writeFields(
  tx: CatalogueTx,
  service: table.ServiceRow,
  fields: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const columns: Record<string, unknown> = {};
  const alsoMoved = new Set<string>();
  for (const [name, value] of Object.entries(fields)) {
    if (COLUMNS.has(name)) columns[name] = value;
    else if (isPlainField(name)) await writeNamed(tx, service, name, value);
    else await writePrefixed(tx, service, name, value);
    if (name.startsWith("organization:"))
      for (const id of await ofOrganization(tx, service)) alsoMoved.add(id);
    if (name.startsWith("place:")) for (const id of await ofPlace(tx, name.slice(6))) alsoMoved.add(id);
  }
  if (Object.keys(columns).length > 0)
    await tx.update(table.service).set(columns).where(eq(table.service.id, service.id));
  alsoMoved.delete(service.id);
  return [...alsoMoved];
}

async function writeNamed(
  tx: CatalogueTx,
  { id, organizationId }: table.ServiceRow,
  name: string,
  value: unknown,
): Promise<void> {
  if (name === "services") {
    await tx.delete(table.serviceTaxonomyTerm).where(eq(table.serviceTaxonomyTerm.serviceId, id));
    const rows = [...new Set(value as string[])].map((code, position) => ({ serviceId: id, code, position }));
    if (rows.length > 0) await tx.insert(table.serviceTaxonomyTerm).values(rows);
  } else if (name === "areas") {
    await tx.delete(table.serviceArea).where(eq(table.serviceArea.serviceId, id));
    const rows = [...new Set(value as string[])].map((area) => ({ serviceId: id, area }));
    if (rows.length > 0) await tx.insert(table.serviceArea).values(rows);
  } else if (name === "languages") await writeLanguages(tx, id, value);
  else if (name === "schedules") await writeSchedules(tx, "service", id, value);
  else if (name === "costs") await writeCosts(tx, id, value);
  else if (name === "requiredDocuments") await writeDocuments(tx, id, value);
  else if (name === "organization:affiliations") await writeAffiliations(tx, organizationId, value);
  else if (name === "organization:website" || name === "organization:providerType") {
    await tx
      .update(table.organization)
      .set({ [name.slice("organization:".length)]: value })
      .where(eq(table.organization.id, organizationId));
  }
}

/** What an organisation belongs to or keeps. Throws `bad_request` for a code that the settings do not list. */
async function writeAffiliations(tx: CatalogueTx, organizationId: string, value: unknown): Promise<void> {
  const codes = [...new Set(value as string[])];
  const known = new Set((await readSettings(tx)).affiliations.map(({ code }) => code));
  if (!codes.every((code) => known.has(code)))
    throw new DirectoryError("bad_request", "This is not in the list of the settings.", {
      "organization:affiliations": "is not known",
    });
  const { organizationAffiliation } = table;
  await tx.delete(organizationAffiliation).where(eq(organizationAffiliation.organizationId, organizationId));
  if (codes.length > 0)
    await tx.insert(organizationAffiliation).values(codes.map((code) => ({ organizationId, code })));
}

async function writePrefixed(
  tx: CatalogueTx,
  service: table.ServiceRow,
  name: string,
  value: unknown,
): Promise<void> {
  const [kind = "", ...rest] = name.split(":");
  if (kind === "answer") return writeAnswer(tx, service.id, rest.join(":"), value as Answer | null);
  if (kind === "contact") return writeContact(tx, service, rest.join(":"), value as ContactForm | null);
  if (kind === "note") return writeNote(tx, service, rest.join(":"), value as NoteForm | null);
  if (kind === "place") return writePlace(tx, service, rest.join(":"), value as PlaceForm | null);
  const [field = "", language = ""] = rest;
  const [entityId, source] =
    kind === "organization"
      ? [service.organizationId, await organizationLanguage(tx, service.organizationId)]
      : [service.id, service.language];
  await writeText(tx, { entityId, field, language, text: value as string | null, source });
  if (field !== "name" || language !== source || value === null) return;
  // The columns keep the name for sorting and finding.
  if (kind === "organization")
    await tx
      .update(table.organization)
      .set({ name: String(value) })
      .where(eq(table.organization.id, entityId));
  else
    await tx
      .update(table.service)
      .set({ name: String(value) })
      .where(eq(table.service.id, entityId));
}

async function writeAnswer(
  tx: CatalogueTx,
  serviceId: string,
  term: string,
  answer: Answer | null,
): Promise<void> {
  const { attribute } = table;
  if (answer === null)
    await tx.delete(attribute).where(and(eq(attribute.serviceId, serviceId), eq(attribute.term, term)));
  else
    await tx
      .insert(attribute)
      .values({ serviceId, term, answer })
      .onConflictDoUpdate({ target: [attribute.serviceId, attribute.term], set: { answer } });
}

async function organizationLanguage(tx: CatalogueTx, id: string): Promise<string> {
  const [row] = await tx
    .select({ language: table.organization.language })
    .from(table.organization)
    .where(eq(table.organization.id, id));
  return row?.language ?? "en";
}

async function ofOrganization(tx: CatalogueTx, service: table.ServiceRow): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: table.service.id })
    .from(table.service)
    .where(eq(table.service.organizationId, service.organizationId));
  return rows.map(({ id }) => id);
}

async function ofPlace(tx: CatalogueTx, locationId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: table.serviceAtLocation.serviceId })
    .from(table.serviceAtLocation)
    .where(eq(table.serviceAtLocation.locationId, locationId));
  return rows.map(({ id }) => id);
}

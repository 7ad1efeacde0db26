import { and, eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { NUMBER_CHANNELS } from "#db/vocabulary.ts";
import type { ContactForm } from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { dialable } from "#server/domain/contact-number.ts";
import { writeTexts } from "./write-lists.ts";

/**
 * Writes, or with null deletes, one contact of a listing, of its organisation, or of one of its places. Throws
 * `bad_request` for a contact that belongs to something else.
 */
export async function writeContact(
  tx: CatalogueTx,
  service: table.ServiceRow,
  id: string,
  form: ContactForm | null,
): Promise<void> {
  const owners = await ownersOf(tx, service);
  const [before] = await tx.select().from(table.contact).where(eq(table.contact.id, id));
  if (before !== undefined && !owners.has(before.entityId)) refuse();
  if (form === null) {
    await tx.delete(table.contact).where(eq(table.contact.id, id));
    await tx.delete(table.translation).where(eq(table.translation.entityId, id));
    return;
  }
  const entityId =
    form.owner === "service"
      ? service.id
      : form.owner === "organization"
        ? service.organizationId
        : form.owner;
  const entity = owners.get(entityId) ?? refuse();
  const { owner: _owner, label, hours, ...own } = form;
  const row = {
    ...own,
    ...dialled(form, before),
    id,
    entity,
    entityId,
    label: Object.values(label)[0] ?? null,
    hours: Object.values(hours)[0] ?? null,
    language: Object.keys(label)[0] ?? "en",
  };
  await tx.insert(table.contact).values(row).onConflictDoUpdate({ target: table.contact.id, set: row });
  await writeTexts(tx, id, { label, hours });
}

/** A new number is dialled only where it is valid; what a person wrote to be dialled stands. */
function dialled(
  form: ContactForm,
  before: table.ContactRow | undefined,
): Pick<ContactForm, "dial" | "dialScope"> {
  const { dial, dialScope, channel, value, country } = form;
  const isNumber = (NUMBER_CHANNELS as readonly string[]).includes(channel);
  if (!isNumber) return { dial: null, dialScope: "unknown" };
  const same = before?.value === value && before.country === country && before.channel === channel;
  const typed = dial !== null && dial !== before?.dial;
  if (same || typed) return { dial, dialScope };
  const found = dialable(value, country ?? undefined);
  return { dial: found.dial ?? null, dialScope: found.dialScope };
}

async function ownersOf(
  tx: CatalogueTx,
  service: table.ServiceRow,
): Promise<ReadonlyMap<string, "service" | "organization" | "location">> {
  const placed = await tx
    .select({ id: table.location.id })
    .from(table.location)
    .innerJoin(table.serviceAtLocation, eq(table.serviceAtLocation.locationId, table.location.id))
    .where(
      and(
        eq(table.serviceAtLocation.serviceId, service.id),
        inArray(table.location.organizationId, [service.organizationId]),
      ),
    );
  return new Map([
    [service.id, "service"] as const,
    [service.organizationId, "organization"] as const,
    ...placed.map(({ id }) => [id, "location"] as const),
  ]);
}

function refuse(): never {
  throw new DirectoryError("bad_request", "This contact belongs to something else.");
}

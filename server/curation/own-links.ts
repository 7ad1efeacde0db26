import { and, eq, isNull } from "drizzle-orm";
import * as v from "valibot";
import * as table from "#db/schema/catalogue/index.ts";
import type { Catalogue, CatalogueTx } from "#db/stores.ts";
import {
  type ContactForm,
  fieldSchema,
  type ListingForm,
  type PlaceForm,
} from "#server/contract/curate/listing-form.ts";
import type { OwnListing, SendInput } from "#server/contract/curate/own-link.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { sha256 } from "#server/domain/digest.ts";
import { openQuestions } from "#server/domain/open-questions.ts";
import { actorName, type Context, requireEditorOf } from "./context.ts";
import { type ReadForm, readForm } from "./listing-form/read-form.ts";

/** States in which a service may look through its own listing. */
const SHOWN: readonly string[] = ["published", "due", "hidden"];

/** Makes a link by which a service looks through its listing, without an account. Earlier ones stop working. */
export async function makeOwnLink(
  context: Context,
  serviceId: string,
  days: number,
): Promise<{ token: string; expiresAt: string }> {
  const { catalogue, now } = context;
  const { service } = await readForm(catalogue, serviceId);
  requireEditorOf(context, service.organizationId);
  if (!SHOWN.includes(service.curationState))
    throw new DirectoryError("conflict", "Only a listing that is or was public has such a link.");
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const token = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString();
  await catalogue.transaction(async (tx) => {
    await tx.delete(table.ownLink).where(eq(table.ownLink.serviceId, serviceId));
    await tx.insert(table.ownLink).values({
      digest: await sha256(token),
      serviceId,
      madeBy: actorName(context),
      madeAt: now.toISOString(),
      expiresAt,
      language: service.language,
    });
    await record(tx, now, actorName(context), "create", serviceId, []);
  });
  return { token, expiresAt };
}

/** Recalls the link of a listing: it stops working at once. */
export async function recallOwnLink(context: Context, serviceId: string): Promise<void> {
  const { service } = await readForm(context.catalogue, serviceId);
  requireEditorOf(context, service.organizationId);
  await context.catalogue.transaction(async (tx) => {
    await tx.delete(table.ownLink).where(eq(table.ownLink.serviceId, serviceId));
    await record(tx, context.now, actorName(context), "delete", serviceId, []);
  });
}

/** What a service sees by its link. Throws `gone` for a link that was used, recalled, is too old, or never was. */
export async function openOwnLink(catalogue: Catalogue, token: string, now: Date): Promise<OwnListing> {
  const link = await linkOf(catalogue, token, now);
  const read = await readForm(catalogue, link.serviceId);
  return { name: read.service.name, expiresAt: link.expiresAt, facts: ownFacts(read) };
}

/**
 * Takes what a service said of itself: a proposal that a person accepts field by field; nothing is changed by it
 * and nothing is confirmed. The link is used up. Throws `gone`, and `bad_request` for fields that were not shown.
 */
export async function sendOwnListing(
  catalogue: Catalogue,
  { token, right, changes }: v.InferOutput<typeof SendInput>,
  now: Date,
): Promise<void> {
  await catalogue.transaction(async (tx) => {
    const link = await linkOf(tx, token, now);
    const read = await readForm(tx, link.serviceId);
    const shown = new Set(ownFacts(read).map(({ field }) => field));
    const proposed = Object.entries(changes).map(([field, value]) =>
      shown.has(field) ? toChange(read.form, field, value) : refuse(field),
    );
    const used = await tx
      .update(table.ownLink)
      .set({ usedAt: now.toISOString() })
      .where(and(eq(table.ownLink.digest, link.digest), isNull(table.ownLink.usedAt)))
      .returning({ digest: table.ownLink.digest });
    if (used.length === 0) throw new DirectoryError("gone", "This link was used already.");
    if (proposed.length > 0)
      await tx.insert(table.proposal).values({
        id: crypto.randomUUID(),
        serviceId: link.serviceId,
        at: now.toISOString(),
        by: "own-link",
        base: read.service.revision,
        changes: proposed,
      });
    const said = right.filter((field) => shown.has(field));
    await record(tx, now, "own-link", "create", link.serviceId, said);
  });
}

async function linkOf(tx: CatalogueTx, token: string, now: Date) {
  const [link] = await tx
    .select()
    .from(table.ownLink)
    .where(eq(table.ownLink.digest, await sha256(token)));
  // Made in what is still to come: a clock was ahead, and so is its end.
  const isOfTomorrow = link !== undefined && Date.parse(link.madeAt) > now.getTime() + 3_600_000;
  if (link === undefined || link.usedAt !== null || link.expiresAt <= now.toISOString() || isOfTomorrow)
    throw new DirectoryError("gone", "This link was used, recalled, or is too old.");
  return link;
}

/** Only what is public about a listing, and the questions that are open in public. */
function ownFacts({ service, form }: ReadForm): OwnListing["facts"] {
  const answerOf = (term: string) => {
    const found = form[`answer:${term}`];
    return found === "yes" || found === "no" ? found : null;
  };
  const open = openQuestions((form["services"] ?? []) as readonly string[], answerOf);
  const texts = Object.keys(form).filter((f) => f.startsWith("text:") && f.endsWith(`:${service.language}`));
  const contacts = Object.entries(form).filter(([field, value]) => isPublicContact(form, field, value));
  return [
    ...texts.sort().map((field) => ({ field, value: String(form[field]) })),
    ...contacts.map(([field, value]) => ({ field, value: (value as ContactForm).value })),
    ...(["minimumAge", "maximumAge"] as const).map((field) => ({
      field,
      value: (form[field] ?? null) as number | null,
    })),
    ...open.map((term) => ({ field: `answer:${term}`, value: null })),
  ];
}

function isPublicContact(form: ListingForm, field: string, value: unknown): boolean {
  if (!field.startsWith("contact:")) return false;
  const { audience, owner, released } = value as ContactForm;
  if (audience !== "public") return false;
  const places = Object.entries(form).filter(([name]) => name.startsWith("place:"));
  const isPrivate = (place: unknown) =>
    (place as PlaceForm).privacy !== "public" && (place as PlaceForm).privacy !== "area-only";
  if (owner === "service" || released) return true;
  if (owner === "organization") return !places.some(([, place]) => isPrivate(place));
  return !places.some(([name, place]) => name === `place:${owner}` && isPrivate(place));
}

function toChange(form: ListingForm, field: string, value: string | number | null): table.FieldChange {
  const before = form[field] ?? null;
  const after = field.startsWith("contact:") ? { ...(before as ContactForm), value, dial: null } : value;
  const schema = fieldSchema(field);
  if (schema === null || !v.is(schema, after)) refuse(field);
  return { field, before, after };
}

function refuse(field: string): never {
  throw new DirectoryError("bad_request", "Something here cannot be changed like this.", {
    [field.slice(0, 100)]: "is not valid",
  });
}

async function record(
  tx: CatalogueTx,
  now: Date,
  actor: string,
  action: "create" | "delete",
  serviceId: string,
  changed: readonly string[],
): Promise<void> {
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: now.toISOString(),
    actor,
    action,
    entity: actor === "own-link" ? "own-answer" : "own-link",
    entityId: serviceId,
    changed,
  });
}

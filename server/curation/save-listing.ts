import { and, asc, eq, gt } from "drizzle-orm";
import * as v from "valibot";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import {
  type Conflict,
  fieldSchema,
  type ListingForm,
  type SaveInput,
  type Saved,
} from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requireEditor, requireEditorOf } from "./context.ts";
import { readForm } from "./listing-form/read-form.ts";
import { writeFields } from "./listing-form/write-fields.ts";
import { whyWrong } from "./why-wrong.ts";

/** States in which the public sees a listing. */
export const PUBLIC_STATES: readonly string[] = ["published", "due"];

/**
 * Saves fields of a listing. What somebody else changed since `base` and this save changes too comes back as a
 * conflict and is not written, unless `mine` names it; everything else is. An editor's change of a public listing
 * becomes a proposal that a publisher looks at. An edit confirms nothing: no date of checking moves.
 *
 * Throws `forbidden`, `not_found`, and `bad_request` naming the fields that do not fit: then nothing is written.
 */
export async function saveListing(context: Context, id: string, input: SaveInput): Promise<Saved> {
  return context.catalogue.transaction((tx) => saveWithin(tx, context, id, input));
}

/** `saveListing` inside a transaction that does more. */
export async function saveWithin(
  tx: CatalogueTx,
  context: Context,
  id: string,
  input: SaveInput,
): Promise<Saved> {
  requireEditor(context);
  const given = checkFields(input.changes);
  const { service, form } = await readForm(tx, id);
  requireEditorOf(context, service.organizationId);
  const others = await changedSince(tx, id, input.base, actorName(context));
  const theirs = new Map(others.map((conflict) => [conflict.field, conflict]));
  const mine = new Set(input.mine ?? []);
  const conflicts: Conflict[] = [];
  const moved: table.FieldChange[] = [];
  for (const [field, after] of Object.entries(given)) {
    const before = form[field] ?? null;
    if (stableJson(before) === stableJson(after)) continue;
    const theirChange = theirs.get(field);
    if (theirChange !== undefined && !mine.has(field)) conflicts.push({ ...theirChange, theirs: before });
    else moved.push({ field, before, after });
  }
  const proposed = moved.length > 0 && isEditor(context) && PUBLIC_STATES.includes(service.curationState);
  if (proposed) await propose(tx, context, service, moved);
  const revision =
    proposed || moved.length === 0
      ? service.revision
      : await write(tx, context, service, moved, input.reason ?? null);
  return { revision, conflicts, others, proposed };
}

/** Only editors wait for a publisher. */
const isEditor = ({ actor }: Context): boolean => actor.type === "curator" && actor.role === "editor";

/** Checks every field by its own rule. Throws `bad_request` with what is wrong, never with what was sent. */
export function checkFields(changes: Readonly<Record<string, unknown>>): ListingForm {
  const wrong: Record<string, string> = {};
  const read: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(changes)) {
    const schema = fieldSchema(field);
    const result = schema === null ? null : v.safeParse(schema, value);
    if (result === null) wrong["(other)"] = "is not known here";
    else if (result.success) read[field] = result.output;
    else wrong[field] = whyWrong(result.issues);
  }
  if (Object.keys(wrong).length > 0)
    throw new DirectoryError("bad_request", "Something in the listing is not valid.", wrong);
  return read;
}

/** What others changed after a revision, the newest change of each field. */
async function changedSince(
  tx: CatalogueTx,
  id: string,
  base: number,
  self: string,
): Promise<readonly Conflict[]> {
  const rows = await tx
    .select()
    .from(table.audit)
    .where(and(eq(table.audit.entityId, id), gt(table.audit.revision, base)))
    .orderBy(asc(table.audit.revision));
  const found = new Map<string, Conflict>();
  for (const { actor, at, detail } of rows) {
    if (actor === self) continue;
    for (const { field, after } of detail ?? []) found.set(field, { field, theirs: after, by: actor, at });
  }
  return [...found.values()];
}

/** Writes the changes with their audit row and, where the public sees the listing, the wish to carry them over. */
async function write(
  tx: CatalogueTx,
  context: Context,
  service: table.ServiceRow,
  changes: readonly table.FieldChange[],
  reason: string | null,
): Promise<number> {
  const fields = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  const alsoMoved = await writeFields(tx, service, fields);
  const revision = service.revision + 1;
  await tx.update(table.service).set({ revision }).where(eq(table.service.id, service.id));
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "update",
    entity: "service",
    entityId: service.id,
    changed: changes.map(({ field }) => field),
    detail: changes,
    revision,
    reason,
  });
  await wishPublic(tx, [service.id, ...alsoMoved], changes.some(withholds));
  return revision;
}

/**
 * Whether a change withholds something that may be public now (architecture: "Taking away"): a place that is shown
 * less, a contact or note that fewer people see or that goes.
 */
function withholds({ field, before, after }: table.FieldChange): boolean {
  const read = (value: unknown) =>
    (value ?? {}) as {
      privacy?: string;
      audience?: string;
      released?: boolean;
      keptFrom?: readonly string[];
    };
  const [was, is] = [read(before), read(after)];
  if (field.startsWith("place:"))
    return before !== null && was.privacy !== "withheld" && is.privacy !== was.privacy;
  if (!field.startsWith("contact:") && !field.startsWith("note:")) return false;
  if (was.audience !== "public") return false;
  const kept = (is.keptFrom ?? []).some((outlet) => !(was.keptFrom ?? []).includes(outlet));
  return is.audience !== "public" || kept || (was.released === true && is.released !== true);
}

/** Wishes those of some listings carried over that are public; the others change nothing that anybody sees. */
async function wishPublic(tx: CatalogueTx, ids: readonly string[], takesAway: boolean): Promise<void> {
  for (const id of ids) {
    const [row] = await tx
      .select({ state: table.service.curationState })
      .from(table.service)
      .where(eq(table.service.id, id));
    if (row !== undefined && PUBLIC_STATES.includes(row.state)) await wish(tx, [id], "public", takesAway);
  }
}

async function propose(
  tx: CatalogueTx,
  context: Context,
  service: table.ServiceRow,
  changes: readonly table.FieldChange[],
): Promise<void> {
  await tx.insert(table.proposal).values({
    id: crypto.randomUUID(),
    serviceId: service.id,
    at: context.now.toISOString(),
    by: actorName(context),
    base: service.revision,
    changes,
  });
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "create",
    entity: "proposal",
    entityId: service.id,
    changed: changes.map(({ field }) => field),
  });
}

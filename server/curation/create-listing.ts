import { eq } from "drizzle-orm";
import * as v from "valibot";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { CreateInput } from "#server/contract/curate/listing-row.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import {
  actorName,
  type Context,
  ownOrganization,
  requireEditor,
  requireEditorOf,
  today,
} from "./context.ts";
import { writeFields } from "./listing-form/write-fields.ts";
import { keepDistinct } from "./merge-listings.ts";
import { freeShortCode, takenCodes } from "./short-codes.ts";

/**
 * A new listing as a draft, under an organisation that is there or is made with it. Nothing about it is known yet.
 * Throws `forbidden`; `bad_request` for names that do not fit; `not_found` for an unknown organisation.
 */
export async function createListing(
  context: Context,
  input: v.InferInput<typeof CreateInput>,
): Promise<{ id: string; code: string }> {
  return context.catalogue.transaction((tx) => createWithin(tx, context, input));
}

/**
 * `createListing` inside a transaction that does more. `fields` of the form that are known already are written with
 * it; their values have been checked.
 */
export async function createWithin(
  tx: CatalogueTx,
  context: Context,
  input: v.InferInput<typeof CreateInput>,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; code: string }> {
  requireEditor(context);
  const read = v.safeParse(CreateInput, input);
  if (!read.success)
    throw new DirectoryError("bad_request", "Give the service and who runs it a name.", {
      name: "is not valid",
    });
  const { name, language, organization, distinctFrom } = read.output;
  const organizationId = await organizationOf(tx, context, organization, language);
  requireEditorOf(context, organizationId);
  const taken = await takenCodes(tx);
  const id = crypto.randomUUID();
  const code = await freeShortCode(id, taken);
  const [row] = await tx
    .insert(table.service)
    .values({
      id,
      organizationId,
      code,
      name,
      language,
      status: "active",
      curationState: "draft",
      cameOn: today(context),
    })
    .returning();
  await tx
    .insert(table.translation)
    .values({ entityId: id, field: "name", language, text: name, state: "checked" });
  if (row !== undefined) await writeFields(tx, row, fields);
  const detail = Object.entries(fields).map(([field, after]) => ({ field, before: null, after }));
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "create",
    entity: "service",
    entityId: id,
    changed: ["name", ...detail.map(({ field }) => field)],
    ...(detail.length === 0 ? {} : { detail }),
    revision: 1,
  });
  for (const other of distinctFrom)
    await keepDistinct(tx, context, id, other, "looked alike when it was made");
  return { id, code };
}

async function organizationOf(
  tx: CatalogueTx,
  context: Context,
  given: v.InferOutput<typeof CreateInput>["organization"],
  language: string,
): Promise<string> {
  if ("id" in given) {
    const [row] = await tx
      .select({ id: table.organization.id })
      .from(table.organization)
      .where(eq(table.organization.id, given.id));
    if (row === undefined) throw new DirectoryError("not_found", "There is no such organisation.");
    return row.id;
  }
  if (ownOrganization(context) !== null)
    throw new DirectoryError("forbidden", "You edit one organisation alone.");
  const id = crypto.randomUUID();
  await tx.insert(table.organization).values({ id, name: given.name, language });
  await tx
    .insert(table.translation)
    .values({ entityId: id, field: "name", language, text: given.name, state: "checked" });
  return id;
}

import { eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { ListingForm } from "#server/contract/curate/listing-form.ts";
import { fold } from "#server/domain/fold.ts";
import { type Context, ownOrganization, requireEditor } from "./context.ts";
import { createWithin } from "./create-listing.ts";
import { readForm } from "./listing-form/read-form.ts";
import { saveWithin } from "./save-listing.ts";

/** A listing as it stands now. */
export interface StandingListing {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly revision: number;
  readonly form: ListingForm;
}

/** What may be done to listings in one go. */
export interface Batch {
  byCode(code: string): Promise<StandingListing | null>;
  /** The listing of an organisation that is called so, whatever the writing. */
  byName(organization: string, name: string): Promise<StandingListing | null>;
  save(listing: StandingListing, changes: ListingForm): Promise<void>;
  /** A new draft, under the organisation of that name or a new one. */
  create(name: string, organization: string, lang: string): Promise<StandingListing>;
}

/**
 * Works on many listings in one transaction: all or nothing. With `keep` false it is rolled back at the end, and what
 * `work` answers is what would happen. Throws `forbidden` for those who may not edit, and whatever `work` throws.
 */
export async function wholeBatch<T>(
  context: Context,
  keep: boolean,
  work: (batch: Batch) => Promise<T>,
): Promise<T> {
  requireEditor(context);
  const undo = new Error("rolled back on purpose");
  let result: { readonly value: T } | undefined;
  try {
    await context.catalogue.transaction(async (tx) => {
      result = { value: await work(batchOf(tx, context)) };
      if (!keep) throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (result === undefined) throw undo;
  return result.value;
}

function batchOf(tx: CatalogueTx, context: Context): Batch {
  const read = async (id: string): Promise<StandingListing> => {
    const { service, form } = await readForm(tx, id);
    const { code, name, revision } = service;
    return { id, code, name, revision, form };
  };
  const organizationNamed = async (name: string): Promise<string | null> => {
    const rows = await tx
      .select({ id: table.organization.id, name: table.organization.name })
      .from(table.organization);
    return rows.find((row) => fold(row.name) === fold(name))?.id ?? null;
  };
  return {
    async byCode(code) {
      const [row] = await tx
        .select({ id: table.service.id })
        .from(table.service)
        .where(eq(table.service.code, code));
      return row === undefined ? null : read(row.id);
    },
    async byName(organization, name) {
      const organizationId = await organizationNamed(organization);
      if (organizationId === null) return null;
      const rows = await tx
        .select({ id: table.service.id, name: table.service.name })
        .from(table.service)
        .where(eq(table.service.organizationId, organizationId));
      const found = rows.find((row) => fold(row.name) === fold(name));
      return found === undefined ? null : read(found.id);
    },
    async save({ id, revision }, changes) {
      await saveWithin(tx, context, id, { base: revision, changes, reason: "workbook" });
    },
    async create(name, organization, lang) {
      const id = await organizationNamed(organization);
      const made = await createWithin(tx, context, {
        name,
        language: lang,
        organization: id === null ? { name: organization } : { id },
      });
      return read(made.id);
    },
  };
}

export interface BatchFilter {
  /** Name or id of an organisation. */
  readonly organization?: string | undefined;
  /** Listings that serve an area whose code begins so. */
  readonly area?: string | undefined;
}

/** Listings as they stand, by organisation and name; those of one's own organisation for an editor of one. */
export async function standingListings(
  context: Context,
  { organization, area }: BatchFilter,
): Promise<readonly StandingListing[]> {
  requireEditor(context);
  const own = ownOrganization(context);
  const { catalogue } = context;
  const rows = await catalogue
    .select({ id: table.service.id, name: table.service.name, of: table.organization })
    .from(table.service)
    .innerJoin(table.organization, eq(table.organization.id, table.service.organizationId));
  const wanted = organization === undefined ? null : fold(organization);
  const found = rows
    .filter(({ of }) => own === null || of.id === own)
    .filter(({ of }) => wanted === null || of.id === organization || fold(of.name) === wanted)
    .toSorted((a, b) => (a.of.name + a.name < b.of.name + b.name ? -1 : 1));
  const listings: StandingListing[] = [];
  for (const { id } of found) {
    const { service, form } = await readForm(catalogue, id);
    const areas = form["areas"] as readonly string[];
    if (area !== undefined && !areas.some((code) => code.startsWith(area))) continue;
    listings.push({ id, code: service.code, name: service.name, revision: service.revision, form });
  }
  return listings;
}

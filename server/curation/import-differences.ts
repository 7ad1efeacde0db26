import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { AUDIENCES, type Audience, PRIVACIES, type Privacy } from "#db/vocabulary.ts";
import type { ImportChoices, ImportDifference, Whose } from "#server/contract/curate/import.ts";
import type { ListingForm } from "#server/contract/curate/listing-form.ts";
import type { Context } from "./context.ts";
import { differingFields } from "./feeds.ts";
import { readForm } from "./listing-form/read-form.ts";
import { saveWithin } from "./save-listing.ts";
import type { ChangeWatch } from "./write-records.ts";

/** Listings whose differences are told one by one; the rest is counted. */
const MOST = 500;

/** Fields in which a source only ever holds back; what it holds back is not for choosing. */
const NOT_CHOSEN = /^(?:doNotRefer|doNotList|held)$/u;
/** Fields that several listings of an organization share. */
const SHARED = /^(?:organization|place|contact):/u;

interface Before {
  readonly id: string;
  readonly form: ListingForm;
}

/**
 * Watches records that a source brings again: what differs of each listing, field by field. Where a person changed a
 * field here since the source last wrote it, and the source says something else now, it is a conflict: it stays as it
 * is here until a person chooses. Everything else is taken, unless somebody chose otherwise. What stays is saved like
 * any other change, with its audit row, so that the next time it is known.
 */
export class ImportDifferences implements ChangeWatch {
  readonly found: ImportDifference[] = [];
  /** Conflicts that nobody decided. */
  open = 0;
  /** Listings that differ, those beyond `found` included. */
  listings = 0;
  private readonly context: Context;
  private readonly choices: ImportChoices;
  private readonly all: Whose | undefined;
  private standing: readonly Before[] = [];
  private touched: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  /** `all` decides every conflict that `choices` does not name. */
  constructor(context: Context, choices: ImportChoices = {}, all?: Whose) {
    this.context = context;
    this.choices = choices;
    this.all = all;
  }

  async before(tx: CatalogueTx, serviceIds: readonly string[]): Promise<void> {
    const rows = await tx
      .select({ id: table.service.id })
      .from(table.service)
      .where(inArray(table.service.id, [...serviceIds]));
    const standing: Before[] = [];
    for (const { id } of rows) standing.push({ id, form: (await readForm(tx, id)).form });
    this.standing = standing;
    this.touched = await touchedSinceImport(
      tx,
      standing.map(({ id }) => id),
    );
  }

  async after(tx: CatalogueTx): Promise<void> {
    const told = new Set<string>();
    const shared = new Set([...this.touched.values()].flatMap((fields) => [...fields]));
    for (const { id, form } of this.standing) {
      const { service, form: now } = await readForm(tx, id);
      const touched = this.touched.get(id) ?? new Set<string>();
      const stay: Record<string, unknown> = {};
      const fields = differingFields(form, now)
        .filter(({ field }) => !SHARED.test(field) || !told.has(field))
        .map(({ field, ours, theirs }) => {
          told.add(field);
          const isTouched = SHARED.test(field) ? shared.has(field) : touched.has(field);
          const conflict = isTouched && !NOT_CHOSEN.test(field);
          const chosen = this.choices[id]?.[field] ?? (conflict ? this.all : undefined);
          const whose = NOT_CHOSEN.test(field) ? "theirs" : (chosen ?? (conflict ? "ours" : "theirs"));
          if (conflict && chosen === undefined) this.open += 1;
          if (whose === "ours") stay[field] = stricter(field, ours, theirs);
          return { field, ours, theirs, conflict, whose };
        });
      if (fields.length === 0) continue;
      this.listings += 1;
      if (this.found.length < MOST) this.found.push({ id, code: service.code, name: service.name, fields });
      if (Object.keys(stay).length > 0)
        await saveWithin(tx, this.context, id, { base: service.revision, changes: stay, reason: "import" });
    }
    this.standing = [];
  }
}

/** Fields that people changed in each listing since a source last wrote it. */
async function touchedSinceImport(
  tx: CatalogueTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const touched = new Map<string, Set<string>>();
  if (ids.length === 0) return touched;
  const { audit } = table;
  const rows = await tx
    .select({ id: audit.entityId, action: audit.action, detail: audit.detail })
    .from(audit)
    .where(and(inArray(audit.entityId, [...ids]), or(eq(audit.action, "import"), isNotNull(audit.detail))))
    .orderBy(asc(audit.at), sql`rowid`);
  for (const { id, action, detail } of rows) {
    if (action === "import") touched.delete(id);
    else {
      const fields = touched.get(id) ?? new Set<string>();
      for (const { field } of detail ?? []) fields.add(field);
      touched.set(id, fields);
    }
  }
  return touched;
}

/**
 * What stays as it is here, except that a source which holds a place, a contact or a note back more strictly is obeyed
 * whatever was chosen: choosing between versions never shows anybody more.
 */
function stricter(field: string, ours: unknown, theirs: unknown): unknown {
  const [is, says] = [ours, theirs] as ({ privacy?: Privacy; audience?: Audience } | null)[];
  if (is === null || is === undefined || says === null || says === undefined) return ours;
  if (
    field.startsWith("place:") &&
    PRIVACIES.indexOf(says.privacy ?? "public") > PRIVACIES.indexOf(is.privacy ?? "public")
  )
    return { ...is, privacy: says.privacy };
  if (
    /^(?:contact|note):/u.test(field) &&
    AUDIENCES.indexOf(says.audience ?? "public") > AUDIENCES.indexOf(is.audience ?? "public")
  )
    return { ...is, audience: says.audience };
  return ours;
}

import { count, eq, max } from "drizzle-orm";
import taxonomySeed from "#db/seed/taxonomy.json" with { type: "json" };
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { AddTermInput, RenameTermInput, TermView } from "#server/contract/curate/settings.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { bannedWordIn } from "#server/domain/banned-words.ts";
import { actorName, type Context, requireEditor, requirePublisher } from "../context.ts";

const { taxonomyTerm, serviceTaxonomyTerm } = table;

/** The sub-services in their order, with what they are called here and how many listings offer each. */
export async function listTerms(context: Context): Promise<readonly TermView[]> {
  requireEditor(context);
  const { catalogue } = context;
  const used = new Map(
    (
      await catalogue
        .select({ code: serviceTaxonomyTerm.code, n: count() })
        .from(serviceTaxonomyTerm)
        .groupBy(serviceTaxonomyTerm.code)
    ).map(({ code, n }) => [code, n]),
  );
  const rows = await catalogue.select().from(taxonomyTerm).orderBy(taxonomyTerm.position);
  return rows.map(({ position: _position, ...term }) => ({ ...term, used: used.get(term.code) ?? 0 }));
}

/** Adds a sub-service of this deployment. Throws `forbidden`, `conflict` when the code is taken, `bad_request`. */
export async function addTerm(context: Context, input: AddTermInput): Promise<void> {
  requirePublisher(context);
  refuseBanned([input.label, input.about]);
  await context.catalogue.transaction(async (tx) => {
    const [known] = await tx.select().from(taxonomyTerm).where(eq(taxonomyTerm.code, input.code));
    if (known !== undefined)
      throw new DirectoryError("conflict", "There is a kind of help with this code.", { code: "is taken" });
    const [last] = await tx.select({ position: max(taxonomyTerm.position) }).from(taxonomyTerm);
    await tx.insert(taxonomyTerm).values({
      code: input.code,
      need: input.need,
      alsoIn: (input.alsoIn ?? []).filter((need) => need !== input.need),
      name: input.label,
      description: input.about,
      position: (last?.position ?? 0) + 1,
      names: { en: { label: input.label, about: input.about } },
      own: true,
    });
    await record(tx, context, "create", input.code, []);
  });
}

/**
 * What a sub-service is called, by language; null gives it back the words that come with Waymark. Throws
 * `forbidden`, `not_found`, and `bad_request` for words that no public page says or an own one without English.
 */
export async function renameTerm(context: Context, code: string, { names }: RenameTermInput): Promise<void> {
  requirePublisher(context);
  refuseBanned(Object.values(names).flatMap((name) => (name === null ? [] : [name.label, name.about])));
  await context.catalogue.transaction(async (tx) => {
    const term = await termOf(tx, code);
    const merged = Object.fromEntries(
      Object.entries({ ...term.names, ...names }).flatMap(([language, name]) =>
        name === null ? [] : [[language, name]],
      ),
    );
    if (term.own && merged["en"] === undefined)
      throw new DirectoryError("bad_request", "It needs an English name.", { names: "is not valid" });
    // The columns keep the English one for programs that read the taxonomy.
    const english = merged["en"] ?? usualEnglish(term);
    await tx
      .update(taxonomyTerm)
      .set({ names: merged, name: english.label, description: english.about })
      .where(eq(taxonomyTerm.code, code));
    await record(tx, context, "update", code, [{ field: "names", before: term.names, after: merged }]);
  });
}

/** Takes away a sub-service that this deployment added and that no listing offers. Throws `conflict` otherwise. */
export async function removeTerm(context: Context, code: string): Promise<void> {
  requirePublisher(context);
  await context.catalogue.transaction(async (tx) => {
    const term = await termOf(tx, code);
    if (!term.own) throw new DirectoryError("conflict", "This one comes with Waymark. Leave it unused.");
    const [used] = await tx
      .select({ n: count() })
      .from(serviceTaxonomyTerm)
      .where(eq(serviceTaxonomyTerm.code, code));
    if ((used?.n ?? 0) > 0)
      throw new DirectoryError("conflict", "Listings still offer it. Change those first.");
    await tx.delete(taxonomyTerm).where(eq(taxonomyTerm.code, code));
    await record(tx, context, "delete", code, []);
  });
}

/** The English words that come with Waymark for a sub-service. */
function usualEnglish({ code, name, description }: table.TaxonomyTermRow): { label: string; about: string } {
  const seed = taxonomySeed.services.find((one) => one.code === code);
  return { label: seed?.label ?? name, about: seed?.description ?? description };
}

async function termOf(tx: CatalogueTx, code: string): Promise<table.TaxonomyTermRow> {
  const [term] = await tx.select().from(taxonomyTerm).where(eq(taxonomyTerm.code, code));
  if (term === undefined) throw new DirectoryError("not_found", "There is no such kind of help.");
  return term;
}

function refuseBanned(texts: readonly string[]): void {
  for (const text of texts) {
    const banned = bannedWordIn(text);
    if (banned !== null)
      throw new DirectoryError("bad_request", `Public pages do not say “${banned}”. Find another word.`, {
        label: "holds a word that is not said",
      });
  }
}

async function record(
  tx: CatalogueTx,
  context: Context,
  action: "create" | "update" | "delete",
  code: string,
  detail: readonly table.FieldChange[],
): Promise<void> {
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action,
    entity: "taxonomy-term",
    entityId: code,
    changed: detail.map(({ field }) => field),
    detail,
  });
}

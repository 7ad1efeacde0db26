import { taxonomyTerm } from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { PublicTerm } from "#server/contract/public-records.ts";
import type { TaxonomyPlace } from "#server/domain/needs.ts";

/** The taxonomy in its order, and by code. */
export async function readTaxonomy(
  tx: CatalogueTx,
): Promise<{ terms: readonly PublicTerm[]; places: ReadonlyMap<string, TaxonomyPlace> }> {
  const rows = await tx.select().from(taxonomyTerm).orderBy(taxonomyTerm.position);
  const terms = rows.map(({ code, need, alsoIn, name, description, names }) => ({
    code,
    need,
    alsoIn,
    name,
    description,
    ...(Object.keys(names).length === 0 ? {} : { names }),
  }));
  return { terms, places: new Map(terms.map((term) => [term.code, term])) };
}

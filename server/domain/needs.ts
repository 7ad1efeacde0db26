import { NEEDS, type Need } from "#db/vocabulary.ts";

/** A sub-service as far as its place in the taxonomy goes. */
export interface TaxonomyPlace {
  readonly need: Need;
  readonly alsoIn: readonly Need[];
}

/** The needs that a list of sub-services answers, in the taxonomy's order. Unknown codes answer none. */
export function needsOf(
  services: readonly string[],
  taxonomy: ReadonlyMap<string, TaxonomyPlace>,
): readonly Need[] {
  const found = new Set<Need>();
  for (const code of services) {
    const term = taxonomy.get(code);
    if (term === undefined) continue;
    found.add(term.need);
    for (const need of term.alsoIn) found.add(need);
  }
  return NEEDS.filter((need) => found.has(need));
}

/** Help for people who help others: listed for them, and hidden from those who look for themselves (R20). */
export const FOR_HELPERS = "practitioner-support";

/** Whether a listing is for helpers and for nobody else. */
export function isForHelpersAlone({ services }: { readonly services: readonly string[] }): boolean {
  return services.length > 0 && services.every((code) => code === FOR_HELPERS);
}

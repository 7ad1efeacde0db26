import type { Need } from "#db/vocabulary.ts";
import type { Matched, NeedResults } from "./group-by-need.ts";

/** What goes on paper for a need. */
export interface Proposed<T> {
  readonly need: Need;
  readonly items: readonly Matched<T>[];
}

/**
 * What is proposed for the sheet before anybody has chosen: for each need the first of each group, what fits before what
 * has to be asked, so that both groups stand there and no organisation fills the sheet (R01, R56). One that was proposed
 * for a need already is passed over, as far as there is another.
 */
export function proposeShortlist<T>(
  results: readonly NeedResults<T>[],
  organizationOf: (item: Matched<T>) => string,
): readonly Proposed<T>[] {
  const codes = new Set<string>();
  const organizations = new Set<string>();
  return results.map(({ line, general, specific }) => {
    const items = [general, specific].flatMap((group) => {
      const fresh = group.filter(({ facts }) => !codes.has(facts.code));
      const best = fresh[0];
      if (best === undefined) return [];
      const equal = fresh.filter(({ match }) => match.fit === best.match.fit);
      const picked = equal.find((one) => !organizations.has(organizationOf(one))) ?? best;
      codes.add(picked.facts.code);
      organizations.add(organizationOf(picked));
      return [picked];
    });
    return { need: line.need, items };
  });
}

import { NEEDS, type Need, SCOPES, type Scope } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "./match/answer.ts";
import { match } from "./match/match.ts";
import type { Fit, Query } from "./query.ts";
import { applyRule } from "./situation/apply-rule.ts";
import { FACET_RULES } from "./situation/facet-rules.ts";
import { fitOf } from "./situation/reason.ts";

/** Groups of people for whom gaps are looked for. Each is a query, so that gaps and search never disagree. */
export const COVERAGE_GROUPS = {
  everyone: {},
  women: { gender: "women" },
  men: { gender: "men" },
  girls: { gender: "girls" },
  boys: { gender: "boys" },
  "no-papers": { noDocuments: true },
  "not-identified": { noIdentification: true },
  "no-police": { noCooperation: true },
  "with-children": {},
  disability: {},
} as const satisfies Readonly<Record<string, Query>>;
export type CoverageGroup = keyof typeof COVERAGE_GROUPS;

/** A public listing as coverage counts it. */
export interface Covering {
  readonly facts: ListingFacts;
  readonly organizationId: string;
}

/** What there is for a need in an area, for one group, in one of the two columns. */
export interface CoverageCell {
  readonly need: Need;
  readonly area: string;
  readonly scope: Scope;
  /** Codes of listings that fit, and of those that have to be asked. */
  readonly fits: readonly string[];
  readonly ask: readonly string[];
  /** How many organisations are behind those that fit. */
  readonly providers: number;
}

/** Every cell of need × area × scope for a group, and a language when one is named, by the same `match` as search. */
export function coverage(
  listings: readonly Covering[],
  areas: readonly string[],
  group: CoverageGroup,
  language: string | null,
): readonly CoverageCell[] {
  const query: Query = { ...COVERAGE_GROUPS[group], ...(language === null ? {} : { languages: [language] }) };
  return areas.flatMap((area) => {
    const here = listings.flatMap((listing) => {
      const { found, fit } = match(listing.facts, { ...query, areas: [area] });
      return found ? [{ ...listing, fit: worse(fit, READ_HERE[group]?.(listing.facts) ?? "fits") }] : [];
    });
    return NEEDS.flatMap((need) =>
      SCOPES.map((scope): CoverageCell => {
        const own = here.filter(({ facts }) => facts.scope === scope && facts.needs.includes(need));
        const fits = own.filter(({ fit }) => fit === "fits");
        return {
          need,
          area,
          scope,
          fits: fits.map(({ facts }) => facts.code).sort(),
          ask: own
            .filter(({ fit }) => fit === "ask")
            .map(({ facts }) => facts.code)
            .sort(),
          providers: new Set(fits.map(({ organizationId }) => organizationId)).size,
        };
      }),
    );
  });
}

const WHEELCHAIR = FACET_RULES.filter(({ mark }) => mark === "wheelchair");

/** Groups that search has no question for. */
const READ_HERE: Readonly<Partial<Record<CoverageGroup, (facts: ListingFacts) => Fit>>> = {
  disability: access,
  "with-children": ownChildren,
};

/** Whether somebody may bring their own children. */
function ownChildren(facts: ListingFacts): Fit {
  const answers = [
    answerTo(facts, "with-children", "accepts"),
    answerTo(facts, "with-children", "single-parent-friendly"),
    answerTo(facts, "shelter-rules", "accepts-children"),
  ];
  if (answers.includes("yes")) return "fits";
  return answers.includes("no") ? "no" : "ask";
}

/** Whether a person in a wheelchair gets in: the same rule as in a situation. */
function access(facts: ListingFacts): Fit {
  return fitOf(WHEELCHAIR.flatMap((rule) => applyRule(facts, rule) ?? []));
}

const RANK: Readonly<Record<Fit, number>> = { fits: 0, ask: 1, no: 2 };
const worse = (a: Fit, b: Fit): Fit => (RANK[a] >= RANK[b] ? a : b);

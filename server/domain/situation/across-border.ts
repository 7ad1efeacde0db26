import type { ListingFacts } from "#server/contract/listing.ts";
import { compareMatches } from "../match/match.ts";
import { isForHelpersAlone } from "../needs.ts";
import type { Query } from "../query.ts";
import type { Candidate, Finding, Matched } from "./group-by-need.ts";
import { matchSituation } from "./match-situation.ts";

/** Who takes part when somebody goes from one country to another (R59), in the order in which they are turned to. */
export const BORDER_ROLES = ["between", "embassy", "goes-along"] as const;
export type BorderRole = (typeof BORDER_ROLES)[number];

const ROLE_SERVICES: Readonly<Record<BorderRole, readonly string[]>> = {
  /** Referral points between countries. */
  between: ["cross-border-referral"],
  embassy: ["embassy-help"],
  "goes-along": ["return-escort"],
};

/** Where each is looked for: whoever goes along starts here. */
const SIDES: Readonly<Record<BorderRole, readonly ("here" | "there")[]>> = {
  between: ["here", "there"],
  embassy: ["here", "there"],
  "goes-along": ["here"],
};

export interface BorderGroup<T> {
  readonly role: BorderRole;
  readonly items: readonly Matched<T>[];
}

/** One of the two places: what is listed there, and its area. */
export interface Side<T> {
  readonly candidates: readonly Candidate<T>[];
  readonly where: Finding["where"];
}

function has({ providerType, services }: ListingFacts, role: BorderRole): boolean {
  if (role === "embassy" && providerType === "embassy") return true;
  return ROLE_SERVICES[role].some((code) => services.includes(code));
}

/**
 * Referral points between countries, embassies and who goes along, each in the neutral order and each listing once, under
 * the first of its roles. Roles for which nothing is listed are left out.
 */
export function acrossBorder<T>(
  here: Side<T>,
  there: Side<T> | null,
  { situation, generalOnly }: Pick<Finding, "situation" | "generalOnly">,
): readonly BorderGroup<T>[] {
  const sides = { here, there };
  const seen = new Set<string>();
  return BORDER_ROLES.flatMap((role): BorderGroup<T>[] => {
    const items = SIDES[role]
      .flatMap((name) => {
        const side = sides[name];
        if (side === null) return [];
        const query: Query = { ...side.where, scope: generalOnly ? "general" : undefined };
        return side.candidates
          .filter(({ facts }) => has(facts, role) && !isForHelpersAlone(facts))
          .map((candidate) => ({ ...candidate, match: matchSituation(candidate.facts, situation, query) }))
          .filter(({ match }) => match.found);
      })
      .sort(compareMatches)
      .filter(({ facts: { code } }) => !seen.has(code) && seen.add(code));
    return items.length === 0 ? [] : [{ role, items }];
  });
}

/** The kind of help by which somebody is met at the end of a journey. */
export const MEETS = "arrival-reception";

/**
 * Who meets a person in the second place, in the neutral order; null where no border lies between the two places, or
 * one of them is not chosen (R59).
 */
export function whoMeets<T>(
  candidates: readonly Candidate<T>[],
  from: string | undefined,
  to: string | null,
  { situation, generalOnly }: Pick<Finding, "situation" | "generalOnly">,
): readonly Matched<T>[] | null {
  if (!isAcrossBorder(from, to)) return null;
  const scope = generalOnly ? ("general" as const) : undefined;
  const query: Query = { areas: [to], services: [MEETS], scope };
  return candidates
    .map((candidate) => ({ ...candidate, match: matchSituation(candidate.facts, situation, query) }))
    .filter(({ match }) => match.found)
    .sort(compareMatches);
}

/** Whether two areas (ISO 3166-2) lie in two countries. */
export const isAcrossBorder = (from: string | undefined, to: string | null | undefined): to is string =>
  from !== undefined && to !== undefined && to !== null && from.slice(0, 2) !== to.slice(0, 2);

import type { Need } from "#db/vocabulary.ts";
import type { MatchedListing } from "#server/contract/page.ts";
import type { Query } from "#server/domain/query.ts";
import {
  type AgeSpan,
  type Answers,
  isAnswered,
  NO_ANSWERS,
  type Question,
  QUESTIONS,
  toConditions,
} from "./answers.ts";
import type { Entry } from "./directory-model.ts";
import { UNDER_18, type SearchModel } from "./search-model.ts";
import { countOf, findListings } from "./find-listings.ts";

/** What still helps when nothing fits: one answer less, the same need by phone, general help. */
export interface Alternatives {
  /** Answers which, left out alone, bring something; with how much. */
  readonly without: readonly { readonly question: Question; readonly count: number }[];
  /** Other needs in the place that fit all answers, the fullest first; at most three. */
  readonly needs: readonly { readonly need: Need; readonly count: number }[];
  /** Help for another need that reaches somebody anywhere: by phone, or open to everyone. */
  readonly remote: readonly MatchedListing[];
}

const REMOTE = ["phone", "video", "home-visit", "mobile-team"] as const;

/** The same for a search as it stands. */
export function alternativesOf({ entries, conditions, answers, now, child }: SearchModel): Alternatives {
  return alternativesTo(entries.value, conditions.value, answers.value, now, child.value ? UNDER_18 : null);
}

/** Works out the ways round an empty result. Cheap enough to do on every change: one search an answer. */
export function alternativesTo(
  entries: readonly Entry[],
  query: Query,
  answers: Answers,
  now: () => Date,
  /** The years that are asked about where no age was answered. */
  years: AgeSpan | null = null,
): Alternatives {
  const without = QUESTIONS.filter((question) => isAnswered(answers, question)).flatMap((question) => {
    const fewer: Answers = { ...answers, [question]: NO_ANSWERS[question] };
    const count = countOf(
      findListings(entries, { ...query, ...toConditions(fewer, now) }, fewer.age ?? years),
    );
    return count > 0 ? [{ question, count }] : [];
  });
  const { needs: _asked, words: _words, ...anything } = query;
  const all = findListings(entries, anything, answers.age ?? years);
  const listings = [...all.general, ...all.specific, ...all.starters];
  const counts = new Map<Need, number>();
  for (const { listing } of listings)
    for (const need of listing.facts.needs) counts.set(need, (counts.get(need) ?? 0) + 1);
  const needs = [...counts].map(([need, count]) => ({ need, count })).sort((a, b) => b.count - a.count);
  const remote = listings.filter(({ listing }) =>
    REMOTE.some((way) => listing.facts.answers["delivery"]?.[way] === "yes"),
  );
  return {
    without,
    needs: needs.filter(({ need }) => !query.needs?.includes(need)).slice(0, 3),
    remote: remote.slice(0, 4),
  };
}

import type { ListingFacts } from "#server/contract/listing.ts";
import { match } from "#server/domain/match/match.ts";
import type { Match, Query } from "#server/domain/query.ts";
import type { AgeSpan } from "./answers.ts";

/**
 * `match` for somebody who said "13–17" and not a year. The ages at which a listing's answer can change are
 * tried; when they all agree the answer stands, else it is a question: no age of the span is promised what only
 * another has, and none is turned away for it.
 */
export function matchAgeSpan(facts: ListingFacts, query: Query, span: AgeSpan | null, text?: string): Match {
  if (span === null) return match(facts, query, text);
  const edges = [span.from, span.to, facts.minimumAge, facts.maximumAge].filter(
    (age): age is number => age !== null && age >= span.from && age <= span.to,
  );
  const tried = [...new Set(edges)].map((age) => match(facts, { ...query, age }, text));
  const [first] = tried;
  if (first === undefined) return match(facts, query, text);
  if (tried.every((other) => answerOnAge(other) === answerOnAge(first))) return first;
  const reasons = first.reasons.map((reason) =>
    isAboutAge(reason) ? ({ answer: "unknown", code: "age-unknown" } as const) : reason,
  );
  const fit = reasons.some(({ answer }) => answer === "no") ? "no" : "ask";
  return { ...first, fit, reasons };
}

function answerOnAge({ reasons }: Match): string | undefined {
  return reasons.find(isAboutAge)?.answer;
}

function isAboutAge({ code }: Match["reasons"][number]): boolean {
  return ["age-fits", "any-age", "too-young", "too-old", "age-unknown"].includes(code);
}

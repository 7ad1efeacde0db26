import type { Gender } from "#server/contract/search.ts";
import type { FacetCode } from "#db/vocabulary.ts";
import { answerTo, type Condition } from "./answer.ts";

const SERVED: Record<Gender, FacetCode<"gender-served">> = {
  women: "women",
  men: "men",
  girls: "girls",
  boys: "boys",
  trans: "trans-inclusive",
};

const GROWN: Partial<Record<Gender, Gender>> = { girls: "women", boys: "men" };
const YOUNG: Partial<Record<Gender, Gender>> = { women: "girls", men: "boys" };

/**
 * Whether the service is for women, men, girls, boys or trans people (R10). At 18 and over, "girls" reads as
 * women and "boys" as men, and the other way round below 18, so that a wrong word never hides help.
 */
export const gender: Condition = (facts, query) => {
  if (query.gender === undefined) return null;
  const values = { gender: query.gender };
  if (answerTo(facts, "gender-served", "all-genders") === "yes")
    return { answer: "yes", code: "serves-everyone", values };
  const answer = answerTo(facts, "gender-served", SERVED[genderAt(query.gender, query.age)]);
  if (answer === "yes") return { answer, code: "serves-gender", values };
  if (answer === "no") return { answer, code: "gender-not-served", values };
  return { answer, code: "gender-unknown", values };
};

/** The group that somebody of an age in years belongs to: girls are women from 18 on, women girls below. */
export function genderAt(wanted: Gender, age: number | undefined): Gender {
  if (age === undefined) return wanted;
  return (age >= 18 ? GROWN[wanted] : YOUNG[wanted]) ?? wanted;
}

/**
 * Age in whole years (R11). One known end leaves the other open; no end known and not said to be for any age
 * is a question.
 */
export const age: Condition = (facts, query) => {
  if (query.age === undefined) return null;
  const { minimumAge: from, maximumAge: to } = facts;
  if (from !== null && query.age < from) return { answer: "no", code: "too-young", values: { from } };
  if (to !== null && query.age > to) return { answer: "no", code: "too-old", values: { to } };
  if (from !== null || to !== null) return { answer: "yes", code: "age-fits", values: { age: query.age } };
  if (answerTo(facts, "age-range", "any-age") === "yes") return { answer: "yes", code: "any-age" };
  return { answer: "unknown", code: "age-unknown" };
};

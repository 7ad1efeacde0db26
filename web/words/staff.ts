/** Who works there, and whether listening is treatment (R69). */
import type { FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import type { Words } from "#web/i18n/words.ts";

const MARKS = [
  "professional-licensed",
  "trained",
  "informal-support",
  "trauma-informed",
  "child-trained",
  "trafficking-trained",
] as const satisfies readonly FacetCode<"staff-training">[];

/**
 * Marks of training that somebody told us, with the desk that a general service has for specialised help. Listening by
 * people who are no professionals is said to be no treatment.
 */
export function staffMarks(words: Words, facts: ListingFacts): readonly string[] {
  const marks = MARKS.filter((code) => answerTo(facts, "staff-training", code) === "yes").map((code) =>
    words.t(`staff.${code}`),
  );
  const desk = answerTo(facts, "scope-detail", "general-with-trafficking-desk") === "yes";
  return desk ? [...marks, words.t("staff.desk")] : marks;
}

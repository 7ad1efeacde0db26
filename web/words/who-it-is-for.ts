/** Who a service is for, in one line: "Women and girls aged 13 or over, with children to 12". */
import type { FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import { listText } from "#web/i18n/lists.ts";
import type { Words } from "#web/i18n/words.ts";

const SEXES = ["women", "men", "girls", "boys"] as const;
type Sex = (typeof SEXES)[number];

/** Pairs that have a name of their own; any other set is listed. */
const PAIRS = {
  "women,girls": "people.women-girls",
  "men,boys": "people.men-boys",
  "girls,boys": "people.girls-boys",
  "women,men": "people.women-men",
} as const;

function servedSexes(facts: ListingFacts): readonly Sex[] {
  return SEXES.filter((sex) => answerTo(facts, "gender-served", sex) === "yes");
}

function sexesText(words: Words, sexes: readonly Sex[]): string {
  const pair = PAIRS[sexes.join() as keyof typeof PAIRS];
  return pair
    ? words.t(pair)
    : listText(
        words,
        sexes.map((sex) => words.t(`people.${sex}`)),
      );
}

const GROUPS = [
  "socially-vulnerable",
  "migrant-workers",
  "returned-migrants",
  "refugees",
  "children-at-risk",
  "domestic-violence",
  "low-income",
  "homeless",
  "persons-with-disabilities",
] as const satisfies readonly FacetCode<"general-target-group">[];

/** The groups a general service was set up for, as words; empty when it is for everyone or nobody said. */
export function targetGroups(words: Words, facts: ListingFacts): readonly string[] {
  if (answerTo(facts, "general-target-group", "everyone") === "yes") return [];
  return GROUPS.filter((code) => answerTo(facts, "general-target-group", code) === "yes").map((code) =>
    words.t(`people.${code}`),
  );
}

/** Whether men and women of any age group may come; null when nobody said. */
function isForAnyone(facts: ListingFacts): boolean | null {
  if (answerTo(facts, "gender-served", "all-genders") === "yes") return true;
  const sexes = servedSexes(facts);
  if (sexes.length === SEXES.length) return true;
  return sexes.length > 0 ? false : null;
}

function peopleText(words: Words, facts: ListingFacts): string | null {
  const anyone = isForAnyone(facts);
  if (anyone === false) return sexesText(words, servedSexes(facts));
  const groups = targetGroups(words, facts);
  if (groups.length > 0) return listText(words, groups);
  const everyone = answerTo(facts, "general-target-group", "everyone") === "yes";
  return anyone === true || everyone ? words.t("people.anyone") : null;
}

function withAge(words: Words, facts: ListingFacts, people: string): string {
  const { minimumAge: from, maximumAge: to } = facts;
  if (from !== null && to !== null) return words.t("who.between", { people, from, to });
  if (from !== null) return words.t("who.from", { people, from });
  if (to !== null) return words.t("who.to", { people, to });
  const anyAge = answerTo(facts, "age-range", "any-age") === "yes";
  return words.t(anyAge ? "who.any-age" : "who.age-unknown", { people });
}

function withChildren(words: Words, facts: ListingFacts, who: string): string {
  if (answerTo(facts, "with-children", "accepts") !== "yes") return who;
  const { maxChildAge: age, boysMaxAge: boys } = facts;
  if (age === null) return words.t("who.with-children", { who });
  if (boys === null || boys === age) return words.t("who.with-children-to", { who, age });
  return words.t("who.with-children-boys", { who, age, boys });
}

/** The other half of a pair that nobody spoke of: girls are served, boys not known. */
function unknownHalf(facts: ListingFacts): Sex | null {
  const sexes = servedSexes(facts);
  const halves = [
    ["girls", "boys"],
    ["boys", "girls"],
    ["women", "men"],
    ["men", "women"],
  ] as const;
  if (isForAnyone(facts) !== false || sexes.length > 1) return null;
  const half = halves.find(([one]) => sexes.includes(one))?.[1];
  return half !== undefined && answerTo(facts, "gender-served", half) === "unknown" ? half : null;
}

/**
 * One line from ages, gender served, children and target group. What nobody said is named as not known, and
 * never turned into "anyone".
 */
export function whoItIsFor(words: Words, facts: ListingFacts): string {
  const known = peopleText(words, facts);
  const ageKnown = facts.minimumAge !== null || facts.maximumAge !== null;
  if (known === null && !ageKnown) return words.t("who.unknown");
  if (known === null)
    return words.t("who.people-unknown", { who: withAge(words, facts, words.t("people.people")) });
  const who = withChildren(words, facts, withAge(words, facts, known));
  const half = unknownHalf(facts);
  return half ? words.t("who.half-unknown", { who, people: words.t(`reason.people.${half}`) }) : who;
}

/** Whether anything at all is known of who may come. */
export function isWhoKnown(words: Words, facts: ListingFacts): boolean {
  return peopleText(words, facts) !== null || facts.minimumAge !== null || facts.maximumAge !== null;
}

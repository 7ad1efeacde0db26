/** How to get in: at most three steps, and what makes it easier or safer. */
import type { FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import type { Words } from "#web/i18n/words.ts";

export interface Step {
  readonly title: string;
  readonly note: string | null;
}

const MAX_STEPS = 3;

function firstStep(words: Words, facts: ListingFacts): Step | null {
  const by = (code: FacetCode<"entry-route">) => answerTo(facts, "entry-route", code) === "yes";
  const note = by("someone-can-call-for-you") ? words.t("entry.someone-can-call") : null;
  if (by("walk-in")) {
    return { title: words.t(by("call-first") ? "entry.call-or-walk-in" : "entry.walk-in"), note };
  }
  if (by("call-first")) return { title: words.t("entry.call-first"), note };
  if (by("self-referral")) return { title: words.t("entry.self-referral"), note };
  if (by("authority-referral")) {
    return { title: words.t("entry.authority-referral"), note: words.t("entry.authority-referral-note") };
  }
  if (by("professional-referral")) {
    return {
      title: words.t("entry.professional-referral"),
      note: words.t("entry.professional-referral-note"),
    };
  }
  return note === null ? null : { title: note, note: null };
}

/**
 * Steps from the coded facts. A listing's own steps (`whatHappensFirst`) are better where they exist; the page
 * shows those instead of the second and third. Not known is one step that says what to do.
 */
export function howToGetIn(words: Words, facts: ListingFacts): Step[] {
  const first = firstStep(words, facts);
  const steps: Step[] = [first ?? { title: words.t("entry.unknown"), note: null }];
  if (answerTo(facts, "entry-route", "assessment-first") === "yes") {
    steps.push({ title: words.t("entry.assessment-first"), note: words.t("entry.assessment-first-note") });
  }
  if (answerTo(facts, "hours", "appointment-needed") === "yes") {
    steps.push({ title: words.t("entry.appointment"), note: null });
  }
  if (answerTo(facts, "delivery", "home-visit") === "yes") {
    steps.push({ title: words.t("entry.home-visit"), note: null });
  }
  return steps.slice(0, MAX_STEPS);
}

const DISCREET = [
  "no-home-visit",
  "neutral-caller-id",
  "meet-elsewhere",
  "phone-only",
  "unmarked-premises",
] as const satisfies readonly FacetCode<"discreet-contact">[];

/** Sentences on being met discreetly and accompanied; shown before the number and the address. */
export function easierWays(words: Words, facts: ListingFacts): string[] {
  return [
    ...DISCREET.filter((code) => answerTo(facts, "discreet-contact", code) === "yes").map((code) =>
      words.t(`entry.discreet.${code}`),
    ),
    ...(answerTo(facts, "accompaniment-available", "yes") === "yes" ? [words.t("entry.accompaniment")] : []),
  ];
}

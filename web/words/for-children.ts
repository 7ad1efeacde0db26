/** What a child needs to know of a place first: coming alone, who is told, whether a parent is asked. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import type { Words } from "#web/i18n/words.ts";
import { ask, no, type Sentence, yes } from "./sentence.ts";

type Topic = "alone" | "told" | "parent";

function say(words: Words, topic: Topic, answer: "yes" | "no" | "unknown", good: "yes" | "no"): Sentence {
  if (answer === "unknown") {
    const question = words.t(`child.${topic}.ask`);
    return ask(`child-${topic}`, question, question);
  }
  const text = words.t(`child.${topic}.${answer}`);
  return answer === good ? yes(`child-${topic}`, text) : no(`child-${topic}`, text);
}

/**
 * Always three, always in this order (design: children's). Not known is a question: nothing about a family is ever
 * taken for granted.
 */
export function forChildren(words: Words, facts: ListingFacts): readonly Sentence[] {
  const nobody = answerTo(facts, "confidentiality", "tells-nobody") === "yes";
  const told = answerTo(facts, "confidentiality", "tells-child-protection");
  return [
    say(words, "alone", answerTo(facts, "child-friendly", "child-can-come-alone"), "yes"),
    say(words, "told", told === "unknown" && nobody ? "no" : told, "no"),
    say(words, "parent", answerTo(facts, "child-friendly", "guardian-consent-needed"), "no"),
  ];
}

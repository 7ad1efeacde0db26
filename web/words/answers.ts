/** A listing's answers as whole sentences: ✓, then ?, then – (design: "Answers (listing)"). */
import type { ListingFacts } from "#server/contract/listing.ts";
import type { Words } from "#web/i18n/words.ts";
import { entryAnswers } from "./answers-entry.ts";
import { peopleAnswers } from "./answers-people.ts";
import { useAnswers } from "./answers-use.ts";
import { inAnswerOrder, ask, yes, type Sentence } from "./sentence.ts";
import { isWhoKnown, whoItIsFor } from "./who-it-is-for.ts";

function who(words: Words, facts: ListingFacts): Sentence {
  const text = whoItIsFor(words, facts);
  return isWhoKnown(words, facts) ? yes("who", text) : ask("who", text, words.t("question-to-ask.who"));
}

/** All answers of a listing in the reader's language. Each topic speaks at most once. */
export function answers(words: Words, facts: ListingFacts): Sentence[] {
  return inAnswerOrder([
    who(words, facts),
    ...entryAnswers(words, facts),
    ...useAnswers(words, facts),
    ...peopleAnswers(words, facts),
  ]);
}

/** The questions of all that is not known, for "What you can say". */
export function openQuestions(words: Words, facts: ListingFacts): string[] {
  return answers(words, facts).flatMap((answer) => (answer.question === undefined ? [] : [answer.question]));
}

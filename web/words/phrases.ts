/** What you can say: a first sentence, and a question for each thing that is not known. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { languageName } from "#web/i18n/language-names.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";
import { openQuestions } from "./answers.ts";

export interface SayPhrase {
  readonly text: string;
  /** The same in the language of the place, to show or read out; null when that is the reader's own. */
  readonly local: { readonly text: string; readonly lang: string } | null;
  /** "Ask this: we don't know yet"; null for sentences that need no reason. */
  readonly note: string | null;
}

const MAX_QUESTIONS = 4;

/**
 * Sentences to read out or show, at most six. `local` are the words of the place's language; the same function
 * builds both, so each sentence stands beside its translation.
 */
export function whatYouCanSay(words: Words, facts: ListingFacts, local: Words | null = null): SayPhrase[] {
  const other = local !== null && local.lang !== words.lang ? local : null;
  const both = (say: (words: Words) => string | undefined, note: MessageKey | null): SayPhrase => {
    const there = other === null ? undefined : say(other);
    return {
      text: say(words) ?? "",
      local: other === null || there === undefined ? null : { text: there, lang: other.lang },
      note: note === null ? null : words.t(note),
    };
  };
  const opening = facts.needs.includes("counselling") ? "phrases.talk" : "phrases.come";
  const questions = openQuestions(words, facts).slice(0, MAX_QUESTIONS);
  return [
    both((one) => one.t(opening), null),
    ...questions.map((_, index) => both((one) => openQuestions(one, facts)[index], "phrases.note-unknown")),
    both((one) => one.t("question-to-ask.told"), "phrases.note-always"),
  ];
}

/** "May I have an interpreter for Burmese?", in the reader's words and in the place's. */
export function askForInterpreter(words: Words, local: Words | null): SayPhrase {
  const say = (one: Words) => one.t("phrases.interpreter", { language: languageName(one, words.lang) });
  return {
    text: say(words),
    local: local === null || local.lang === words.lang ? null : { text: say(local), lang: local.lang },
    note: null,
  };
}

/** Hints for whoever writes a public text (R27, R53). They refuse nothing: a person decides. */
import { bannedWordIn } from "./banned-words.ts";

export type WritingHint =
  | { readonly kind: "banned"; readonly word: string }
  | { readonly kind: "long-sentence"; readonly words: number; readonly start: string }
  | { readonly kind: "long-text"; readonly letters: number }
  /** Years of school that reading it takes, by the formula of Flesch and Kincaid; English alone. */
  | { readonly kind: "hard"; readonly years: number }
  | { readonly kind: "loud" };

/** Words a sentence, as the site's own sentences keep to. */
const LONGEST = 15;
/** Letters of one field: about what is read on a phone without scrolling. */
const LETTERS = 400;
/** Years of school. */
const YEARS = 6;
/** Fewer words say nothing about a level. */
const ENOUGH = 12;

const SENTENCE = /(?:[^.?!:।။។。？！\n]|[.:](?=\S))+/gu;
/** Written without spaces between words. */
const UNSPACED = new Set(["th", "lo", "km", "my", "zh"]);

/** Words of a text. Languages without spaces are cut by the machine's own dictionary, about right. */
function wordsIn(text: string, lang: string): readonly string[] {
  if (!UNSPACED.has(lang)) return text.match(/[\p{L}\p{M}\p{N}’'-]+/gu) ?? [];
  const cut = new Intl.Segmenter(lang, { granularity: "word" }).segment(text);
  return [...cut].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));
}

/** Syllables of an English word, by its groups of vowels. */
function syllables(word: string): number {
  const groups = word.toLowerCase().match(/[aeiouy]+/gu)?.length ?? 1;
  const silent = /[^aeiouyl]e$/iu.test(word) ? 1 : 0;
  return Math.max(1, groups - silent);
}

/** Flesch–Kincaid grade: years of school in the United States. */
function schoolYears(sentences: readonly (readonly string[])[]): number {
  const words = sentences.flat();
  const all = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (all / words.length) - 15.59;
}

/** What could be plainer in a text, the most important first; nothing for a text that is plain. @param lang BCP 47 */
export function writingHints(text: string, lang: string): readonly WritingHint[] {
  const banned = bannedWordIn(text);
  const sentences = (text.match(SENTENCE) ?? []).filter((sentence) => sentence.trim() !== "");
  const counted = sentences.map((sentence) => wordsIn(sentence, lang));
  const hints: WritingHint[] = banned === null ? [] : [{ kind: "banned", word: banned }];
  counted.forEach((words, at) => {
    const start = (sentences[at] ?? "").trim().slice(0, 30);
    if (words.length > LONGEST) hints.push({ kind: "long-sentence", words: words.length, start });
  });
  if (lang === "en" && counted.flat().length >= ENOUGH) {
    const years = Math.round(schoolYears(counted.filter((words) => words.length > 0)));
    if (years > YEARS) hints.push({ kind: "hard", years });
  }
  if (text.length > LETTERS) hints.push({ kind: "long-text", letters: text.length });
  if (/[!！]/u.test(text)) hints.push({ kind: "loud" });
  return hints;
}

/**
 * Names of languages, in the reader's language and in their own. From tables alone: browsers and workerd have
 * no Lao, Khmer, Burmese, Albanian or Nepali names and fall back to the browser's own language without a word.
 */
import type { MessageKey, Words } from "./words.ts";

/** `zh-Hans-CN` is named like `zh`. */
const bare = (code: string): string => code.split("-")[0] ?? code;

/** The language's name in the reader's language; else the code as it is. */
export function languageName(words: Words, code: string): string {
  const known = (one: string) => words.t(`language.${one}` as MessageKey);
  return known(code) || known(bare(code)) || code;
}

/** Names in the reader's language, in the order given. */
export function languageNames(words: Words, codes: readonly string[]): string[] {
  return codes.map((code) => languageName(words, code));
}

/** Lists of names in a sentence: "Thai, Burmese, Shan". Each language has its own mark between the names. */
import type { Words } from "./words.ts";

/** Names one after the other, in the order given. */
export function listText(words: Words, names: readonly string[]): string {
  return names.join(words.t("list.separator"));
}

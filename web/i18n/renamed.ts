import type { PublicSettings } from "#server/contract/settings.ts";
import type { Words } from "./words.ts";

/** The words with what a directory calls its needs and columns; the same words where it renamed nothing. */
export function renamed(words: Words, { words: own }: Pick<PublicSettings, "words">): Words {
  const names = own?.[words.lang];
  return names === undefined ? words : { ...words, t: (key, values) => names[key] ?? words.t(key, values) };
}

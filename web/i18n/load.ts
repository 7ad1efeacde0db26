/** Words in the browser: each language is a file of its own, fetched when it is chosen. */
import { loaders } from "./compiled/loaders.js";
import { createWords, type Words } from "./words.ts";

/** Languages whose words are there, in the order of `languages.ts`. */
export const OFFERED: readonly string[] = Object.keys(loaders);

/** The words of a language; of English when there are none. Rejects when the file cannot be fetched. */
export async function loadWords(lang: string): Promise<Words> {
  const known = loaders[lang] ? lang : "en";
  const load = loaders[known];
  if (!load) throw new Error("The English messages are missing");
  const { default: compiled } = await load();
  return createWords(known, compiled);
}

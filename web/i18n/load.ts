/** Words in the browser: each language is a file of its own, fetched when it is chosen. */
import { loaders, moreLoaders } from "./compiled/loaders.js";
import { createWords, type Words } from "./words.ts";

/** Languages whose words are there, in the order of `languages.ts`. */
export const OFFERED: readonly string[] = Object.keys(loaders);

/** The entry of a language; of English when there is none. */
export function loaderOf<T>(table: Readonly<Record<string, T>>, lang: string): T {
  const load = table[lang] ?? table["en"];
  if (!load) throw new Error("The English messages are missing");
  return load;
}

/** What this directory calls its needs and columns, by language: put here before the first words are loaded. */
export const OWN_WORDS: Record<string, Readonly<Record<string, string>>> = {};

/** Languages whose words are here: the messages that `Words` read, which more are added to. */
const here = new Map<string, Record<string, unknown>>();
const whole = new Map<string, Promise<void>>();

/** The words of a language for the first screens; of English when there are none. Rejects when the file cannot be fetched. */
export async function loadWords(lang: string): Promise<Words> {
  const { default: first } = await loaderOf(loaders, lang)();
  const messages = Object.assign(here.get(lang) ?? {}, first, OWN_WORDS[lang]);
  here.set(lang, messages);
  return createWords(loaders[lang] ? lang : "en", messages);
}

/** Adds the words of all other screens to those of a language that `loadWords` gave. Once fetched, at once. */
export function loadMoreWords(lang: string): Promise<void> {
  const known = whole.get(lang);
  if (known !== undefined) return known;
  const coming = loaderOf(moreLoaders, lang)().then(({ default: more }) => {
    const messages = here.get(lang) ?? {};
    here.set(lang, Object.assign(messages, more, OWN_WORDS[lang]));
  });
  whole.set(lang, coming);
  coming.catch(() => whole.delete(lang));
  return coming;
}

/** All words of a language. Rejects as `loadWords` does. */
export async function loadAllWords(lang: string): Promise<Words> {
  const words = await loadWords(lang);
  await loadMoreWords(lang);
  return words;
}

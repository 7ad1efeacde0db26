/** Words on the server: all languages at once, without waiting. Never import this in the browser. */
import { all, allServices } from "./compiled/all.js";
import { createServiceNames, type ServiceNames } from "./service-names.ts";
import { createWords, type Words } from "./words.ts";

/** Languages whose words are there, in the order of `languages.ts`. */
export const WORDS_IN: readonly string[] = Object.keys(all);

const made = new Map(Object.entries(all).map(([lang, compiled]) => [lang, createWords(lang, compiled)]));

/** The words of a language; of English when there are none. */
export function wordsFor(lang: string): Words {
  const words = made.get(lang) ?? made.get("en");
  if (!words) throw new Error("The English messages are missing");
  return words;
}

/** The names of the sub-services in a language; in English when there are none. */
export function serviceNamesFor(lang: string): ServiceNames {
  return createServiceNames(allServices[lang] ?? allServices["en"] ?? {});
}

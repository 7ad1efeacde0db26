/** Words in the browser: each language is a file of its own, fetched when it is chosen. */
import { loaders, serviceLoaders } from "./compiled/loaders.js";
import { createServiceNames, type ServiceNames } from "./service-names.ts";
import { createWords, type Words } from "./words.ts";

/** Languages whose words are there, in the order of `languages.ts`. */
export const OFFERED: readonly string[] = Object.keys(loaders);

function loaderOf<T>(table: Readonly<Record<string, T>>, lang: string): T {
  const load = table[lang] ?? table["en"];
  if (!load) throw new Error("The English messages are missing");
  return load;
}

/** The words of a language; of English when there are none. Rejects when the file cannot be fetched. */
export async function loadWords(lang: string): Promise<Words> {
  const { default: compiled } = await loaderOf(loaders, lang)();
  return createWords(loaders[lang] ? lang : "en", compiled);
}

/** The names of the sub-services in a language; in English when there are none. Rejects as `loadWords` does. */
export async function loadServiceNames(lang: string): Promise<ServiceNames> {
  const { default: texts } = await loaderOf(serviceLoaders, lang)();
  return createServiceNames(texts);
}

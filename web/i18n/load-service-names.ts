/** Names of the sub-services in the browser: a file for each language, which comes with the later screens. */
import { serviceLoaders } from "./compiled/service-loaders.js";
import { loaderOf } from "./load.ts";
import { createServiceNames, type ServiceNames } from "./service-names.ts";

/** The names of the sub-services in a language; in English when there are none. Rejects when the file cannot be fetched. */
export async function loadServiceNames(lang: string): Promise<ServiceNames> {
  const { default: texts } = await loaderOf(serviceLoaders, lang)();
  return createServiceNames(texts);
}

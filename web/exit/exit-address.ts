import { EXIT_PATH } from "#web/components/paths.ts";

/** The two forms of the way out: the second also has the browser delete all that the site stored. */
export interface ExitAddress {
  readonly plain: string;
  readonly clearing: string;
}

/**
 * Where the links of this page lead out. The address may name the country of the chosen place, where the settings
 * have a target for it: the same for everybody there, and known to the server from the list that it sent.
 */
export function exitAddress(document: Document): ExitAddress {
  const href = document.querySelector("a[data-leave]")?.getAttribute("href") ?? EXIT_PATH;
  const plain = /^\/exit(?:\/[A-Z]{2})?$/u.test(href) ? href : EXIT_PATH;
  return { plain, clearing: plain.replace(EXIT_PATH, `${EXIT_PATH}/clear`) };
}

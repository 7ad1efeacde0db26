import type { Screen } from "./site-context.ts";

/** The way out. The server clears the cache and sends on to the target of the settings (safety: "Our exit"). */
export const EXIT_PATH = "/exit";

/** The way out from a place: with its country where the settings have a target for it. */
export function exitPath(targets: Readonly<Record<string, unknown>>, country: string | null): string {
  return country !== null && country in targets ? `${EXIT_PATH}/${country}` : EXIT_PATH;
}

/**
 * What the pages of a language stand under. With "general help only" it is another, so that every link keeps to it
 * where no script remembers (`server/routes/open-pages.ts`). The word in it says no more than the group's public name.
 */
export const baseOf = (lang: string, generalOnly = false): string =>
  generalOnly ? `/${lang}/open` : `/${lang}`;

/** The page without JavaScript that stands for a screen. */
export function pathOf(lang: string, screen: Screen, generalOnly = false): string {
  const base = baseOf(lang, generalOnly);
  switch (screen) {
    case "home":
    // What is kept is a matter of the script alone.
    case "keep":
    case "kept":
    // These ways have no address: nothing of them may stand in a history.
    case "children":
    case "helper":
    case "handed":
      return `${base}/`;
    case "place":
    case "results":
    case "sheet":
      return `${base}/areas`;
    default:
      return `${base}/${screen}`;
  }
}

/** All listings of an area. */
export function areaPath(lang: string, area: string, generalOnly = false): string {
  return `${baseOf(lang, generalOnly)}/area/${area}`;
}

/** The area's sheet for paper. */
export function sheetPath(lang: string, area: string, generalOnly = false): string {
  return `${areaPath(lang, area, generalOnly)}/sheet`;
}

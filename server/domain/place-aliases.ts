import type { PlaceNameAlias } from "../contract/settings.ts";
import { fold } from "./fold.ts";
import { type PlaceIndex, toKeys } from "./place-index.ts";

/**
 * The index with the names that coordinators added. An alias is one more name of the places in its area that bear
 * `name`; where none does, of the area itself, so that it leads somewhere. Aliases of other countries are left out.
 */
export function addAliases(index: PlaceIndex, aliases: readonly PlaceNameAlias[]): PlaceIndex {
  const keys = index.keys.map((own) => [...own]);
  for (const { country, area, name, alias } of aliases) {
    if (country !== index.country) continue;
    const wanted = fold(name);
    const inArea = index.places.flatMap((place, at) => (place.area === area ? [{ place, at }] : []));
    const named = inArea.filter(({ at }) => index.keys[at]?.some(({ text }) => text === wanted));
    const meant = named.length > 0 ? named : inArea.filter(({ place }) => place.level === "province");
    for (const { at } of meant) {
      const known = keys[at];
      known?.push(...toKeys([alias]).filter(({ text }) => !known.some((key) => key.text === text)));
    }
  }
  return { ...index, keys };
}

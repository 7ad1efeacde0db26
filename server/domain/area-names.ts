/** Names of areas that coordinators set, instead of those that come with the place data. */
import { type AreaIndex, createAreaIndex } from "./areas.ts";
import { type PlaceIndex, toKeys } from "./place-index.ts";

/** By ISO 3166 code and interface language. */
export type AreaNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The areas under the names of this directory. What they were called before still finds them. */
export function renameAreas(areas: AreaIndex, names: AreaNames): AreaIndex {
  if (Object.keys(names).length === 0) return areas;
  return createAreaIndex(
    areas.all().map((area) => {
      const own = names[area.code];
      if (own === undefined) return area;
      const replaced = Object.keys(own).flatMap((lang) => area.names[lang] ?? []);
      return { ...area, names: { ...area.names, ...own }, spellings: [...area.spellings, ...replaced] };
    }),
  );
}

/** The same for the places of a country, where an area is the place that a person picks. */
export function renamePlaces(index: PlaceIndex, names: AreaNames): PlaceIndex {
  const own = index.places.map(({ level, area }) => (level === "province" ? names[area] : undefined));
  return {
    ...index,
    places: index.places.map((place, at) => {
      const said = own[at];
      return said ? { ...place, name: said["en"] ?? place.name, names: { ...place.names, ...said } } : place;
    }),
    keys: index.keys.map((known, at) => [...known, ...toKeys(Object.values(own[at] ?? {}))]),
  };
}

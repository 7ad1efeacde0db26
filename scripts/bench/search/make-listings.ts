import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ListingFacts, PublishedListing } from "#server/contract/listing.ts";
import type { PlaceFile } from "#server/domain/place-file.ts";
import { toShortCode } from "#server/domain/short-code.ts";
import { type Chance, chanceFrom } from "../../../test/directory/random-listings.ts";

/** A town where listings may lie, and its share of them. */
export interface Town {
  readonly point: readonly [number, number];
  readonly area: string;
  readonly country: string;
  /** People, roughly: big towns have more listings than small ones. */
  readonly weight: number;
}

/** Towns of every country with a place file, with an area that is known. */
export function readTowns(folder = "web/public/places"): readonly Town[] {
  return readdirSync(folder).flatMap((file) => {
    const { country, areas, towns } = JSON.parse(readFileSync(join(folder, file), "utf8")) as PlaceFile;
    return towns.flatMap(([, , , area, lat, lon, rank]): Town[] => {
      const code = areas[area];
      return code === undefined ? [] : [{ point: [lat, lon], area: code, country, weight: 10 ** (rank / 2) }];
    });
  });
}

/** Chooses a town by its weight. */
export function chooseBy(towns: readonly Town[]): (chance: Chance) => Town {
  const sums: number[] = [];
  let sum = 0;
  for (const { weight } of towns) sums.push((sum += weight));
  return (chance) => {
    const wanted = (chance.below(2 ** 30) / 2 ** 30) * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    const town = towns[low];
    if (town === undefined) throw new Error("There are no towns");
    return town;
  };
}

/** About 5 km to each side of a town. */
const SPREAD = 0.05;

/** What people and languages a service takes, what it asks for and when it is open: each from a listing of its own. */
function mixAnswers(
  chance: Chance,
  templates: readonly PublishedListing[],
  { facts }: PublishedListing,
): Partial<ListingFacts> {
  const from = () => (chance.is(0.5) ? facts : chance.one(templates).facts);
  const { minimumAge, maximumAge } = from();
  const facets = new Set([
    ...Object.keys(facts.answers),
    ...Object.keys(chance.one(templates).facts.answers),
  ]);
  const answers = [...facets].flatMap((facet) => {
    const given = from().answers[facet];
    return given === undefined ? [] : [[facet, given] as const];
  });
  return {
    minimumAge,
    maximumAge,
    languages: from().languages,
    opening: from().opening,
    answers: Object.fromEntries(answers),
  };
}

/**
 * As many listings as wanted, each with the texts and services of a real or demo one, put into a town by its size; its
 * other answers are mixed from several, so that few say the same. What a template serves stays as wide as it was: its
 * own area, or the whole country. The same seed makes the same listings.
 */
export function* makeListings(
  templates: readonly PublishedListing[],
  towns: readonly Town[],
  many: number,
): Generator<PublishedListing> {
  const chance = chanceFrom(7);
  const choose = chooseBy(towns);
  for (let number = 0; number < many; number++) {
    const template = chance.one(templates);
    const town = choose(chance);
    const { facts } = template;
    const wide = facts.areas.some((area) => area.length !== 5 && area.length !== 6);
    const jitter = () => (chance.below(2001) / 1000 - 1) * SPREAD;
    yield {
      ...template,
      id: `bench-${number}`,
      name: Object.fromEntries(
        Object.entries(template.name).map(([lang, name]) => [lang, `${name} ${number}`]),
      ),
      facts: {
        ...facts,
        ...mixAnswers(chance, templates, template),
        code: toShortCode(number),
        areas: wide ? [town.country] : [town.area],
        places: facts.places.map((place) => ({
          ...place,
          area: town.area,
          point: place.point === null ? null : [town.point[0] + jitter(), town.point[1] + jitter()],
        })),
      },
    };
  }
}

import type { PublishedListing } from "#server/contract/listing.ts";
import type { Query } from "#server/domain/query.ts";
import { type Chance, chanceFrom } from "../../../test/directory/random-listings.ts";
import { chooseBy, type Town } from "./make-listings.ts";

/** Kilometres around the place. */
export const RADIUS_KM = 50;
/** Results of a page. */
export const TOP = 20;

/** The main question: a need and a language, three conditions, within 50 km of a place where many people live. */
export interface MainQuery {
  readonly query: Query;
  readonly point: readonly [number, number];
  readonly need: NonNullable<Query["needs"]>[number];
  readonly language: string;
  readonly gender: "women" | "men";
  readonly age: number;
  /** Areas in which help by phone, visit or without a known place counts. */
  readonly area: string;
}

/** Questions with needs and languages as common as they are among the listings. The same seed makes the same ones. */
export function makeQueries(
  templates: readonly PublishedListing[],
  towns: readonly Town[],
  many: number,
): readonly MainQuery[] {
  const chance = chanceFrom(11);
  const choose = chooseBy(towns);
  return Array.from({ length: many }, () => makeQuery(chance, templates, choose(chance)));
}

function makeQuery(chance: Chance, templates: readonly PublishedListing[], town: Town): MainQuery {
  const { facts } = chance.one(templates);
  const need = chance.one(facts.needs);
  const language = facts.languages.length === 0 ? "en" : chance.one(facts.languages).code;
  const gender = chance.one(["women", "men"] as const);
  const age = 8 + chance.below(50);
  const { point, area } = town;
  return {
    point,
    need,
    language,
    gender,
    age,
    area,
    query: {
      needs: [need],
      languages: [language],
      gender,
      age,
      noDocuments: true,
      near: { point, radiusKm: RADIUS_KM, areas: [area] },
    },
  };
}

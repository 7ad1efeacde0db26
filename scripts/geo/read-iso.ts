import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { CountrySource } from "./countries.ts";
import { CROSSWALK_CODES } from "./overrides.ts";
import { readJson, type Sources } from "./sources.ts";

/** A code of ISO 3166-2. */
export interface IsoArea {
  code: string;
  name: string;
  /** ISO 3166-1 or 3166-2 code. */
  parent: string;
}

/** How GeoNames names an ISO 3166-2 area. */
export interface Crosswalk {
  /** GeoNames admin1 code; "" where GeoNames has moved on to areas ISO does not have yet. */
  admin1: string;
  /** GeoNames id. */
  id: number;
  name: string;
}

/** The codes of ISO 3166-2, and ISO 3166-1 by number and by three letters (npm iso-3166). */
export async function readIso(
  sources: Sources,
): Promise<{ areas: IsoArea[]; alpha2: Map<string, string>; alpha3: Map<string, string> }> {
  const second = await load<{ iso31662: IsoArea[] }>(sources.npm("iso-3166", "2.js"));
  const numbers = await load<{ iso31661NumericToAlpha2: Record<string, string> }>(
    sources.npm("iso-3166", "1-n-to-1-a2.js"),
  );
  const thirds = await load<{ iso31661Alpha2ToAlpha3: Record<string, string> }>(
    sources.npm("iso-3166", "1-a2-to-1-a3.js"),
  );
  return {
    areas: second.iso31662,
    alpha2: new Map(Object.entries(numbers.iso31661NumericToAlpha2)),
    alpha3: new Map(Object.entries(thirds.iso31661Alpha2ToAlpha3)),
  };
}

/** ISO 3166-2 code to GeoNames (npm iso3166-2-db, its GeoNames files only: the OpenStreetMap ones are share-alike). */
export function readCrosswalk(
  sources: Sources,
  { code: country, townArea }: CountrySource,
): Map<string, Crosswalk> {
  const path = sources.npm("iso3166-2-db", `regions/${country}/geonames_ref.json`);
  if (!existsSync(path)) return new Map();
  const rows = readJson(path) as {
    name: string;
    iso: string;
    admin: string;
    reference: { geonames: number };
  }[];
  return new Map(
    rows
      .filter((row) => row.iso !== "")
      .map((row) => [
        CROSSWALK_CODES[`${country}-${row.iso}`] ?? `${country}-${row.iso}`,
        { admin1: townArea === "shape" ? "" : row.admin, id: row.reference.geonames, name: row.name },
      ]),
  );
}

/** Imports a module of the sources folder; its types are stated by the caller. */
export async function load<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(path).href)) as T;
}

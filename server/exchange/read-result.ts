/** What every reader takes and gives: files in, catalogue records and a report out. No database, no file system. */
import type { OrganizationInput, OrganizationRecord } from "#server/contract/catalogue-record.ts";
import type { Mapping } from "#server/contract/mapping.ts";
import type { Scope } from "#db/vocabulary.ts";

/** A file as it was handed in. `name` is its path inside the folder that is imported, with `/`. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * `error`: the import is refused, nothing is written. `held`: the record comes in as a private draft.
 * `note`: reported only (interface: "Command line", `import`).
 */
export type ProblemLevel = "error" | "held" | "note";

/** Where something stands: a line of a CSV file (the header is line 1) or a path in a JSON file. */
export interface Where {
  file: string;
  row?: number | string | undefined;
  column?: string | undefined;
}

export interface Problem extends Where {
  level: ProblemLevel;
  /** Stable word for counting and tests, such as `point-swapped`. */
  code: string;
  /** One plain sentence; values are shortened and shown in quotation marks. */
  message: string;
  /** Source id of the record that it is about. */
  record?: string | undefined;
}

/** How the area of a place was found, in the order of trying. */
export const AREA_WAYS = ["code", "name", "point", "town", "country", "none"] as const;
export type AreaWay = (typeof AREA_WAYS)[number];

/** Looking areas up. Handed in, so that readers need no files. Codes are ISO 3166-2. */
export interface AreaFinder {
  /** The code itself when it is known. */
  byCode(code: string): string | undefined;
  /** The one area of the country that is called so, in any language; undefined when none or several are. */
  byName(text: string, country: string): string | undefined;
  /** Whether `byPoint` has shapes of this country, so that "in none of them" means "outside". */
  hasShapes(country: string): boolean;
  byPoint(latitude: number, longitude: number, country: string): string | undefined;
  nearestTown(latitude: number, longitude: number, country: string): string | undefined;
}

export const SOURCE_FORMATS = ["auto", "hsds-json", "hsds-csv", "csv", "xlsx", "geojson", "json"] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

export interface ReadOptions {
  format: SourceFormat;
  areas: AreaFinder;
  /** ISO 3166-1 alpha-2: for records that do not say. */
  country?: string | undefined;
  /** `public`: a person says that the addresses in these files may be shown. */
  addresses?: "public" | undefined;
  /** For services that do not say which column they belong in; without it they are held. */
  defaultScope?: Scope | undefined;
  /** Language of texts that do not say theirs; English when left out. */
  language?: string | undefined;
  /** What the columns of other people's tables are; what it says of source, country and scope counts first. */
  mapping?: Mapping | undefined;
  /** Name of the source, part of every record's id; worked out from the files when left out. */
  source?: string | undefined;
}

export interface ReadCounts {
  organizations: number;
  locations: number;
  services: number;
  /** Services that come in as drafts with a reason. */
  held: number;
  problems: Record<ProblemLevel, number>;
  /** Problems by code, in alphabetical order. */
  codes: Record<string, number>;
  /** Places (and services without a place) by the way their area was found. */
  areas: Record<AreaWay, number>;
}

export interface ReadResult {
  /** Stable name of the source; record ids are made from it and the record's source id. */
  source: string;
  /** Empty of nothing but the rows that have errors; write none of it while there is an error. */
  organizations: OrganizationRecord[];
  problems: Problem[];
  counts: ReadCounts;
  /** Source ids of organizations that the source calls made up: examples that nobody can use. */
  fictional: readonly string[];
}

/** What one format's reader hands back, before defaults are filled in and everything is checked. */
export interface Draft {
  source: string;
  organizations: OrganizationInput[];
  /** Where each record stands in the files, by source id. */
  origins: Map<string, Where>;
  fictional?: readonly string[];
}

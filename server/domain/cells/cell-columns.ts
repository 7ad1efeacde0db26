import { NEEDS } from "#db/vocabulary.ts";
import type { Opening } from "#server/contract/listing.ts";
import { stableJson } from "../stable-json.ts";
import { type BitTable, packBits } from "./bit-table.ts";
import { type CellRow, KIND } from "./cell-row.ts";
import { toSphere } from "./chord.ts";
import { AREA_NUMBERS, LANGUAGE_NUMBERS, SERVICE_NUMBERS } from "./code-numbers.ts";
import { DELIVERY_PROBES } from "./probes.ts";

/**
 * The listings of one cell as columns: what a search scans. What listings say alike stands once, in a set, and each row
 * has the number of its set: a condition is then asked once a set and not once a row, and facets are counted by sets.
 */
export interface CellColumns {
  /** Rows; they are in the order of `inRowOrder`. */
  readonly count: number;
  /** Degrees of the first point; NaN when none may be known. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** The same point on a sphere of radius 1, rounded: `chord.ts`. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  /** Which set of each kind a row has. */
  readonly conditionOf: Uint16Array;
  readonly speechOf: Uint16Array;
  readonly servicesOf: Uint16Array;
  readonly countedOf: Uint16Array;
  readonly areasOf: Uint16Array;
  /** Index into `openings` plus one; 0: not known. */
  readonly openingOf: Uint16Array;
  readonly conditions: ConditionSets;
  /** Languages of the staff, and of either mode: two tables over the same sets. */
  readonly direct: BitTable;
  readonly spoken: BitTable;
  /** 1 where a set's listings say that there is no interpreter. */
  readonly noInterpreter: Uint8Array;
  readonly services: BitTable;
  readonly areas: BitTable;
  readonly counted: CountedSets;
  /** Rows that have a need: those from `needStarts[need]` to `needStarts[need + 1]`, ascending. */
  readonly needRows: Uint16Array;
  readonly needStarts: Uint32Array;
  /** ASCII, CODE_LENGTH a row. */
  readonly codes: Uint8Array;
  readonly openings: readonly Opening[];
  /** All points of rows that have several. */
  readonly more: ReadonlyMap<number, CellRow["points"]>;
}

/** What a listing answers whatever is looked for, as in `CellRow`. */
export interface ConditionSets {
  readonly yes: Uint32Array;
  readonly no: Uint32Array;
  readonly kind: Uint32Array;
  /** Years; NO_AGE: no limit is known. */
  readonly minimumAge: Uint8Array;
  readonly maximumAge: Uint8Array;
}

/** What is counted of a listing beside its services and languages. */
export interface CountedSets {
  /** Bits of NEEDS, and of OFFERS above them. */
  readonly offers: Uint32Array;
  /** The bits of PROBES that say how help comes: DELIVERY_PROBES. */
  readonly deliveries: Uint32Array;
  readonly provider: Uint8Array;
  /** 1 for trafficking-specific, otherwise 0. */
  readonly specific: Uint8Array;
}

export const NO_AGE = 255;
export const CODE_LENGTH = 8;
/** Rows that a cell can number. */
export const MOST_ROWS = 65_535;

interface Sets {
  /** The number of each row's set. */
  readonly of: Uint16Array;
  /** A row of each set. */
  readonly first: readonly CellRow[];
}

/** Finds the sets of rows; they are numbered in the order of their keys, so that the same rows make the same bytes. */
function setsOf(rows: readonly CellRow[], keyOf: (row: CellRow) => string): Sets {
  const first = new Map<string, CellRow>();
  const keys = rows.map((row) => {
    const key = keyOf(row);
    if (!first.has(key)) first.set(key, row);
    return key;
  });
  const ordered = [...first].sort(([a], [b]) => (a < b ? -1 : 1));
  const place = new Map(ordered.map(([key], index) => [key, index]));
  return {
    of: Uint16Array.from(keys, (key) => place.get(key) ?? 0),
    first: ordered.map(([, row]) => row),
  };
}

const list = (codes: readonly string[]): string => [...new Set(codes)].sort().join();

const NEED_BITS = 2 ** NEEDS.length - 1;

/**
 * The order of rows in a cell: by their needs, then by their codes. Rows of one need then lie near each other, and a
 * search for it, which skips all others, reads less memory; the same rows make the same bytes.
 */
export function inRowOrder<T extends Pick<CellRow, "offers" | "code">>(rows: readonly T[]): T[] {
  return [...rows].sort(
    (a, b) => (a.offers & NEED_BITS) - (b.offers & NEED_BITS) || (a.code < b.code ? -1 : 1),
  );
}

/** Makes columns of rows. Throws a RangeError for more of them than a cell can number. */
export function toColumns(unsorted: readonly CellRow[]): CellColumns {
  if (unsorted.length > MOST_ROWS) throw new RangeError(`A cell holds at most ${MOST_ROWS} listings`);
  const rows = inRowOrder(unsorted);
  const openings = [...new Map(rows.flatMap(openingEntry))].sort(([a], [b]) => (a < b ? -1 : 1));
  const openingPlace = new Map(openings.map(([key], index) => [key, index + 1]));
  const openingOf = ({ opening }: CellRow) =>
    opening === null ? 0 : (openingPlace.get(stableJson(opening)) ?? 0);

  const conditions = setsOf(rows, (row) =>
    [row.yes, row.no, row.kind, row.minimumAge, row.maximumAge].join(),
  );
  const mute = ({ kind }: CellRow) => Number((kind & KIND.noInterpreter) !== 0);
  const speech = setsOf(rows, (row) => `${mute(row)} ${list(row.direct)} ${list(row.spoken)}`);
  const services = setsOf(rows, (row) => list(row.services));
  const areas = setsOf(rows, (row) => list(row.areas));
  const specific = ({ kind }: CellRow) => Number((kind & KIND.specific) !== 0);
  const deliveries = ({ yes }: CellRow) => (yes & DELIVERY_PROBES) >>> 0;
  const counted = setsOf(rows, (row) => [row.offers, row.provider, deliveries(row), specific(row)].join());

  const codes = new Uint8Array(rows.length * CODE_LENGTH);
  rows.forEach(({ code }, row) =>
    codes.set(new TextEncoder().encode(code).slice(0, CODE_LENGTH), row * CODE_LENGTH),
  );
  const latitude = Float64Array.from(rows, ({ points }) => points[0]?.[0] ?? Number.NaN);
  const longitude = Float64Array.from(rows, ({ points }) => points[0]?.[1] ?? Number.NaN);
  return {
    count: rows.length,
    latitude,
    longitude,
    ...onSphere(latitude, longitude),
    conditionOf: conditions.of,
    speechOf: speech.of,
    servicesOf: services.of,
    countedOf: counted.of,
    areasOf: areas.of,
    openingOf: Uint16Array.from(rows, openingOf),
    conditions: {
      yes: Uint32Array.from(conditions.first, (row) => row.yes),
      no: Uint32Array.from(conditions.first, (row) => row.no),
      kind: Uint32Array.from(conditions.first, (row) => row.kind),
      minimumAge: Uint8Array.from(conditions.first, (row) => row.minimumAge ?? NO_AGE),
      maximumAge: Uint8Array.from(conditions.first, (row) => row.maximumAge ?? NO_AGE),
    },
    direct: packBits(
      speech.first.map((row) => row.direct),
      LANGUAGE_NUMBERS,
    ),
    spoken: packBits(
      speech.first.map((row) => row.spoken),
      LANGUAGE_NUMBERS,
    ),
    noInterpreter: Uint8Array.from(speech.first, mute),
    services: packBits(
      services.first.map((row) => row.services),
      SERVICE_NUMBERS,
    ),
    areas: packBits(
      areas.first.map((row) => row.areas),
      AREA_NUMBERS,
    ),
    counted: {
      offers: Uint32Array.from(counted.first, (row) => row.offers),
      deliveries: Uint32Array.from(counted.first, deliveries),
      provider: Uint8Array.from(counted.first, (row) => row.provider),
      specific: Uint8Array.from(counted.first, specific),
    },
    ...rowsByNeed(rows),
    codes,
    openings: openings.map(([, opening]) => opening),
    more: new Map(
      rows.flatMap((row, index) => (row.points.length > 1 ? [[index, row.points] as const] : [])),
    ),
  };
}

function openingEntry({ opening }: CellRow): readonly (readonly [string, Opening])[] {
  return opening === null ? [] : [[stableJson(opening), opening]];
}

function rowsByNeed(rows: readonly CellRow[]): Pick<CellColumns, "needRows" | "needStarts"> {
  const lists = NEEDS.map((_, need) =>
    rows.flatMap(({ offers }, row) => (((offers >>> need) & 1) === 1 ? [row] : [])),
  );
  const needStarts = new Uint32Array(NEEDS.length + 1);
  lists.forEach((own, need) => (needStarts[need + 1] = (needStarts[need] ?? 0) + own.length));
  return { needRows: Uint16Array.from(lists.flat()), needStarts };
}

/** Degrees to points on a sphere of radius 1. */
export function onSphere(
  latitude: Float64Array,
  longitude: Float64Array,
): Pick<CellColumns, "x" | "y" | "z"> {
  const column = () => new Float32Array(latitude.length);
  const [x, y, z] = [column(), column(), column()];
  for (let row = 0; row < latitude.length; row++)
    [x[row], y[row], z[row]] = toSphere([latitude[row] ?? 0, longitude[row] ?? 0]);
  return { x, y, z };
}

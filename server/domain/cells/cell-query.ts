import { NEEDS } from "#db/vocabulary.ts";
import { servesArea } from "../area-served.ts";
import { sameLanguage } from "../match/language.ts";
import type { Query } from "../query.ts";
import { CHORD_MARGIN, chordOf, NO_CHORD, toSphere } from "./chord.ts";
import {
  AREA_NUMBERS,
  type CodeTest,
  createCodeTest,
  LANGUAGE_NUMBERS,
  SERVICE_NUMBERS,
} from "./code-numbers.ts";
import { pairsOfWords } from "./grams.ts";
import { type Circle, circleAround } from "./grid.ts";
import { probesOf } from "./probes.ts";

/**
 * Who answers each part of a search: `scanned` is answered by the packed columns exactly as `match` answers it,
 * `verified` only narrows, and `match` reads the listing. A new part of `Query` does not compile until it stands here.
 */
const ANSWERED_BY: Readonly<Record<keyof Required<Query>, "scanned" | "verified">> = {
  areas: "scanned",
  needs: "scanned",
  services: "scanned",
  scope: "scanned",
  words: "verified",
  near: "scanned",
  languages: "scanned",
  direct: "scanned",
  gender: "scanned",
  age: "scanned",
  delivery: "scanned",
  noDocuments: "scanned",
  noIdentification: "scanned",
  noCooperation: "scanned",
  withoutStaying: "scanned",
  child: "scanned",
  openAt: "scanned",
};

/** The point of a search, and which chords to it are surely inside and surely outside of its radius. */
export interface Origin {
  readonly point: readonly [number, number];
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Kilometres; Infinity: no limit. */
  readonly radiusKm: number;
  /** Squares of chords. Between them the true distance decides. */
  readonly inside: number;
  readonly outside: number;
}

export interface AgeRange {
  readonly from: number;
  readonly to: number;
}

/** A search, made ready to be asked of many cells. */
export interface CellQuery {
  readonly query: Query;
  /** Whether `match` must read each row that the scan finds. */
  readonly verify: boolean;
  /** Bits of NEEDS, any of which is enough; 0: any need. */
  readonly needs: number;
  /** Bits of PROBES. */
  readonly probes: number;
  readonly origin: Origin | null;
  /** The circle of a radius, as a box. */
  readonly circle: Circle | null;
  /** Any of these; null: not asked. */
  readonly services: CodeTest | null;
  readonly areas: CodeTest | null;
  /** Areas that reach the circle; null: every area does. */
  readonly reached: CodeTest | null;
  /** Years, both ends included; null: not asked. What changes within the span is to be asked. */
  readonly ages: AgeRange | null;
  /** One for each language asked for. */
  readonly languages: readonly CodeTest[];
  /** Pairs of characters that a text must hold. */
  readonly pairs: readonly number[];
}

/** Makes a search ready. `ages`: somebody who said a span of years and not one of them. */
export function toCellQuery(said: Query, ages: AgeRange | null = null): CellQuery {
  const query = ages === null ? said : { ...said, age: ages.from };
  const parts = (Object.keys(query) as (keyof Query)[]).filter((part) => isAsked(query[part]));
  const { near, services, areas, languages } = query;
  const serving = (wanted: readonly string[]) =>
    createCodeTest(AREA_NUMBERS, (code) => wanted.some((area) => servesArea([code], area)));
  return {
    query,
    verify: parts.some((part) => ANSWERED_BY[part] !== "scanned"),
    needs: (query.needs ?? []).reduce((bits, need) => bits | (1 << NEEDS.indexOf(need)), 0),
    probes: probesOf(query),
    origin: near === undefined ? null : toOrigin(near),
    circle: near?.radiusKm === undefined ? null : circleAround(near.point, near.radiusKm),
    services:
      services === undefined || services.length === 0
        ? null
        : createCodeTest(SERVICE_NUMBERS, (code) => services.includes(code)),
    areas: areas === undefined || areas.length === 0 ? null : serving(areas),
    reached: near?.areas === undefined ? null : serving(near.areas),
    ages: ages ?? (query.age === undefined ? null : { from: query.age, to: query.age }),
    languages: (languages ?? []).map((wanted) =>
      createCodeTest(LANGUAGE_NUMBERS, (code) => sameLanguage(code, wanted)),
    ),
    pairs: query.words === undefined ? [] : pairsOfWords(query.words),
  };
}

function isAsked(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "string") return value.trim() !== "";
  return value !== undefined && value !== false;
}

function toOrigin({ point, radiusKm = Infinity }: NonNullable<Query["near"]>): Origin {
  const [x, y, z] = toSphere(point);
  const chord = radiusKm === Infinity ? NO_CHORD : chordOf(radiusKm);
  const inside = chord - CHORD_MARGIN;
  return {
    point,
    x,
    y,
    z,
    radiusKm,
    inside: inside < 0 ? -1 : inside ** 2,
    outside: (chord + CHORD_MARGIN) ** 2,
  };
}

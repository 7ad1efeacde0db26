import { NEEDS } from "#db/vocabulary.ts";
import { servesArea } from "../area-served.ts";
import { sameLanguage } from "../match/language.ts";
import { openingState } from "../opening-hours.ts";
import type { Query } from "../query.ts";
import { bitsWhere } from "./bit-table.ts";
import { pairsOfWords } from "./grams.ts";
import { type Circle, circleAround } from "./grid.ts";
import type { CellView } from "./packed-cell.ts";
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

/** A search, made ready to be asked of many cells. */
export interface CellQuery {
  readonly query: Query;
  /** Whether `match` must read each row that the scan finds. */
  readonly verify: boolean;
  /** Bits of NEEDS, any of which is enough; 0: any need. */
  readonly needs: number;
  /** Bits of PROBES. */
  readonly probes: number;
  /** The circle of a radius, as a box. */
  readonly circle: Circle | null;
  /** Pairs of characters that a text must hold. */
  readonly pairs: readonly number[];
}

/** Makes a search ready. */
export function toCellQuery(query: Query): CellQuery {
  const asked = (Object.keys(query) as (keyof Query)[]).filter((part) => isAsked(query[part]));
  const { near } = query;
  return {
    query,
    verify: asked.some((part) => ANSWERED_BY[part] !== "scanned"),
    needs: (query.needs ?? []).reduce((bits, need) => bits | (1 << NEEDS.indexOf(need)), 0),
    probes: probesOf(query),
    circle: near?.radiusKm === undefined ? null : circleAround(near.point, near.radiusKm),
    pairs: query.words === undefined ? [] : pairsOfWords(query.words),
  };
}

function isAsked(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "string") return value.trim() !== "";
  return value !== undefined && value !== false;
}

/** A search in the terms of one cell: its own codes as bits. Null: nothing in this cell can be found. */
export interface CellTerms {
  /** Any of these; null: not asked. */
  readonly services: Uint32Array | null;
  readonly areas: Uint32Array | null;
  /** Areas that reach the circle; null: every area does. */
  readonly reached: Uint32Array | null;
  /** For each language asked for: who has it at all, and who speaks it. */
  readonly languages: readonly { readonly spoken: Uint32Array; readonly direct: Uint32Array }[];
  /** For each opening of the cell: 1 open, 0 closed, −1 not known. */
  readonly open: Int8Array | null;
}

/** Reads a search in the codes of a cell. */
export function toCellTerms({ query }: CellQuery, view: CellView): CellTerms | null {
  const { services, areas, near, languages, openAt } = query;
  const asked = (codes: readonly string[] | undefined) => codes !== undefined && codes.length > 0;
  const ofServices = asked(services)
    ? bitsWhere(view.services, (code) => services?.includes(code) ?? false)
    : null;
  const serving = (wanted: readonly string[] | undefined) =>
    bitsWhere(view.areas, (code) => wanted?.some((area) => servesArea([code], area)) ?? false);
  const ofAreas = asked(areas) ? serving(areas) : null;
  if ((asked(services) && ofServices === null) || (asked(areas) && ofAreas === null)) return null;
  const none = (width: number) => new Uint32Array(width);
  return {
    services: ofServices,
    areas: ofAreas,
    reached: near?.areas === undefined ? null : (serving(near.areas) ?? none(view.areas.width)),
    languages: (languages ?? []).map((wanted) => ({
      spoken: bitsWhere(view.spoken, (code) => sameLanguage(code, wanted)) ?? none(view.spoken.width),
      direct: bitsWhere(view.direct, (code) => sameLanguage(code, wanted)) ?? none(view.direct.width),
    })),
    open:
      openAt === undefined
        ? null
        : Int8Array.from(view.openings, (opening) => {
            const { open } = openingState(opening, openAt);
            return open === null ? -1 : Number(open);
          }),
  };
}

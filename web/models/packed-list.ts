import type { MatchedListing } from "#server/contract/page.ts";
import { type CellColumns, inRowOrder, MOST_ROWS, toColumns } from "#server/domain/cells/cell-columns.ts";
import { toCellQuery } from "#server/domain/cells/cell-query.ts";
import { type CellRow, KIND, toFactRow } from "#server/domain/cells/cell-row.ts";
import { CHORD_MARGIN, NO_CHORD } from "#server/domain/cells/chord.ts";
import { fitOf, nearestKm, NO, rankOf, scanCell } from "#server/domain/cells/scan-cell.ts";
import { byCodePoint } from "#server/domain/match/match.ts";
import { isForHelpersAlone } from "#server/domain/needs.ts";
import type { Match, Query } from "#server/domain/query.ts";
import { hasWords } from "#server/domain/search-text.ts";
import type { AgeSpan } from "./answers.ts";
import type { Entry } from "./directory-model.ts";
import { findBy, type Find, type Found } from "./find-listings.ts";
import { matchAgeSpan } from "./match-age-span.ts";

/**
 * A long list on the device, packed as the server packs a cell: which listings fit, and in what order, is read from
 * columns; why each fits is worked out by `match` when somebody looks at it. The answer is that of `findPlainly`.
 */

/** Listings that are read before the page may draw and answer again. */
const AT_A_TIME = 100;

/** The columns of a list, and whose rows they are. */
export interface PackedList {
  readonly columns: CellColumns;
  /** The entry of each row. */
  readonly entries: readonly Entry[];
  /** Its place by name, then code: the last tie. */
  readonly placeOfName: Uint32Array;
  readonly starter: Uint8Array;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Packs a list a little at a time; null when `isWanted` says meanwhile that it is not, or when it is too long. */
export async function packList(
  entries: readonly Entry[],
  isWanted: () => boolean,
): Promise<PackedList | null> {
  const listed = entries.filter(({ view }) => !isForHelpersAlone(view.facts));
  if (listed.length > MOST_ROWS) return null;
  const rows: CellRow[] = [];
  for (const { view } of listed) {
    const row = toFactRow(view.facts);
    // On a device a listing lies in one list, however many cells of the server it lies in.
    rows.push({ ...row, kind: row.kind & ~KIND.several, name: {}, grams: NO_GRAMS });
    if (rows.length % AT_A_TIME !== 0) continue;
    await pause();
    if (!isWanted()) return null;
  }
  if (!isWanted()) return null;
  const columns = toColumns(rows);
  const entryOf = new Map(listed.map((entry) => [entry.view.facts.code, entry]));
  const ordered = inRowOrder(rows).flatMap(({ code }) => entryOf.get(code) ?? []);
  const name = ({ view }: Entry) => view.card?.name.text ?? "";
  const placeOfName = new Uint32Array(ordered.length);
  ordered
    .map((entry, row) => ({ row, name: name(entry), code: entry.view.facts.code }))
    .sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.code, b.code))
    .forEach(({ row }, place) => (placeOfName[row] = place));
  const starter = Uint8Array.from(ordered, ({ view }) => Number(view.facts.starter));
  return { columns, entries: ordered, placeOfName, starter };
}

const NO_GRAMS = new Uint32Array(0);

/** Packs a list and has its searches answered so from then on. */
export async function speedUp(entries: readonly Entry[], isWanted: () => boolean): Promise<void> {
  const packed = await packList(entries, isWanted);
  if (packed !== null) findBy(entries, findIn(packed));
}

/** Searches a packed list. */
export function findIn(packed: PackedList): Find {
  return (query, age) => {
    const groups = {
      general: [] as MatchedListing[],
      specific: [] as MatchedListing[],
      starters: [] as MatchedListing[],
      misfits: [] as MatchedListing[],
    };
    for (const { row, fit, specific } of orderedRows(packed, query, age)) {
      const entry = packed.entries[row];
      if (entry === undefined) continue;
      const group =
        fit === NO
          ? groups.misfits
          : packed.starter[row] === 1
            ? groups.starters
            : specific
              ? groups.specific
              : groups.general;
      group.push(matchedLater(entry, query, age));
    }
    return groups satisfies Found;
  };
}

interface FoundRow {
  readonly row: number;
  readonly fit: number;
  /** Whether it is for people who were trafficked. */
  readonly specific: boolean;
}

/** Parts of a chord that keys tell apart, and rows below them: both in one number that a double holds exactly. */
const CHORD_STEPS = 2 ** 30;
const KEY_ROWS = 2 ** 16;
const MARGIN_STEPS = Math.ceil((CHORD_MARGIN / (NO_CHORD + 1)) * CHORD_STEPS) + 1;

/** What is found, in the neutral order: sorted as numbers, then by true distances and names where those are too near. */
function orderedRows(packed: PackedList, query: Query, age: AgeSpan | null): readonly FoundRow[] {
  const { columns, entries } = packed;
  const asked = toCellQuery(query, age);
  const { count, rows, marks, chords } = scanCell(columns, asked, true);
  const found: FoundRow[] = [];
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    if (asked.verify && !hasWords(entries[row]?.text ?? "", query.words ?? "")) continue;
    const mark = marks[at] ?? 0;
    const rank = rankOf(mark) + (chords[at] ?? NO_CHORD) / (NO_CHORD + 1);
    keys[found.length] = Math.floor(rank * CHORD_STEPS) * KEY_ROWS + found.length;
    found.push({ row, fit: fitOf(mark), specific: (mark & KIND.specific) !== 0 });
  }
  const sorted = keys.subarray(0, found.length).sort();
  const ordered = Array.from(sorted, (key) => found[key % KEY_ROWS]).flatMap((one) => one ?? []);
  const step = (at: number) => Math.floor((sorted[at] ?? 0) / KEY_ROWS);
  for (let from = 0; from < ordered.length;) {
    let end = from + 1;
    while (end < ordered.length && step(end) - step(end - 1) <= MARGIN_STEPS) end += 1;
    if (end - from > 1) sortTies(packed, ordered, query, { from, end });
    from = end;
  }
  return ordered;
}

/** Puts rows that a chord cannot tell apart in order. Chords of two ranks are never so near. */
function sortTies(
  { columns, placeOfName }: PackedList,
  ordered: FoundRow[],
  { near }: Query,
  { from, end }: { readonly from: number; readonly end: number },
): void {
  const ties = ordered.slice(from, end).map((found) => {
    const { row } = found;
    const known = near !== undefined && !Number.isNaN(columns.latitude[row] ?? Number.NaN);
    const km = known ? nearestKm(columns, row, near.point) : Infinity;
    return { found, km, place: placeOfName[row] ?? 0 };
  });
  ties.sort((a, b) => (a.km < b.km ? -1 : a.km > b.km ? 1 : a.place - b.place));
  ties.forEach(({ found }, at) => (ordered[from + at] = found));
}

/** A listing whose reasons are worked out when they are first asked for, which most never are. */
function matchedLater({ view, text }: Entry, query: Query, age: AgeSpan | null): MatchedListing {
  return new MatchedLater(view, text, query, age);
}

/** A class, because a thousand of them are made for a search: the getter stands once. */
class MatchedLater implements MatchedListing {
  readonly listing: Entry["view"];
  private readonly said: string;
  private readonly query: Query;
  private readonly age: AgeSpan | null;
  private matched: Match | null = null;

  constructor(listing: Entry["view"], text: string, query: Query, age: AgeSpan | null) {
    this.listing = listing;
    this.said = text;
    this.query = query;
    this.age = age;
  }

  get match(): Match {
    this.matched ??= matchAgeSpan(this.listing.facts, this.query, this.age, this.said);
    return this.matched;
  }
}

import { NEEDS } from "#db/vocabulary.ts";
import { cellKeys, KIND, OFFERS, toFactRow } from "#server/domain/cells/cell-row.ts";
import { cellAt, cellsInBox, circleAround } from "#server/domain/cells/grid.ts";
import { PROBES } from "#server/domain/cells/probes.ts";
import { distanceKm } from "#server/domain/distance.ts";
import { type BitCodes, createBitCodes } from "./bit-codes.ts";
import type { BenchAnswer, Engine } from "./engine.ts";
import { type MainQuery, RADIUS_KM, TOP } from "./make-queries.ts";
import { PROBE_BIT, genderOf } from "./probe-bits.ts";
import { connect, copyInto, startPostgres, weigh } from "./start-postgres.ts";

/** Words of 32 bits for services and for languages. */
const SERVICES = 6;
const LANGUAGES = 3;
const words = (name: string, many: number) => Array.from({ length: many }, (_, at) => `${name}${at}`);
const MASKS = [...words("service", SERVICES), ...words("spoken", LANGUAGES)];

/**
 * Rows stand by cell, and once more by each area that they serve from afar (a cell below 0). Everything that is asked
 * or counted is a number in the index; the order of names is a number as well.
 */
const TABLE = `
create table staging (cell int, id int, code text, name text, lat float8, lon float8, yes int, no int, kind int,
  offers int, provider int, min_age int, max_age int, ${MASKS.map((mask) => `${mask} int`).join()})`;
const COLUMNS = [
  "id",
  "code",
  "lat",
  "lon",
  "yes",
  "kind",
  "offers",
  "provider",
  "min_age",
  "max_age",
  ...MASKS,
];
const CELLS = `
create table cell_row as select s.*, r.name_rank from staging s
  join (select id, row_number() over (order by name collate "C", code collate "C")::int as name_rank
    from (select distinct id, name, code from staging) named) r using (id) order by cell, id;
drop table staging;
create index on cell_row (cell) include (no, name_rank, ${COLUMNS.join()});
vacuum analyze cell_row`;

/** The bits of codes, in words that are signed, as PostgreSQL has them. */
function wordsOf(bits: BitCodes, codes: readonly string[]): readonly number[] {
  const found = new Int32Array(bits.width);
  for (const code of codes) {
    const bit = bits.place(code);
    found[bit >>> 5] = (found[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return [...found];
}

/**
 * PostgreSQL with cells and bit masks of our own kind: what somebody would build who knows both. One statement reads the
 * numbers of the rows that may be found, from the index alone; distances, order and counts are worked out in the program,
 * which is quicker than in SQL (platform: by two to four times).
 */
export async function tunedPostgres(programs: string): Promise<Engine> {
  const server = await startPostgres(programs);
  const client = await connect(server);
  const services = createBitCodes(SERVICES);
  const languages = createBitCodes(LANGUAGES);
  const areas = new Map<string, number>();
  const areaCell = (code: string) => {
    const known = areas.get(code) ?? -1 - areas.size;
    areas.set(code, known);
    return known;
  };
  const main = (query: MainQuery) => {
    const probes = PROBE_BIT[genderOf(query)] | PROBE_BIT.noDocuments;
    const bit = languages.known(query.language) ?? 0;
    const spoken = words("spoken", LANGUAGES);
    return {
      name: `main-${bit >>> 5}`,
      asked: { probes, bit },
      text: `select name_rank, cell, ${COLUMNS.join()} from (
          select * from cell_row where cell = any($1) and offers & $2 <> 0 and no & $3 = 0 offset 0) rows
        where (min_age is null or min_age <= $4) and (max_age is null or max_age >= $4)
          and (spoken${bit >>> 5} & $5 <> 0 or kind & ${KIND.noInterpreter} = 0 or (${spoken.join("|")}) = 0)`,
      values: [
        [
          ...(cellsInBox(circleAround(query.point, RADIUS_KM)) ?? []),
          ...[query.area, query.area.slice(0, 2), "001"].flatMap((area) => areas.get(area) ?? []),
        ],
        1 << NEEDS.indexOf(query.need),
        probes,
        query.age,
        1 << (bit & 31),
      ],
    };
  };
  return {
    name: "PostgreSQL, cells and masks",
    async load(listings) {
      await client.query(TABLE);
      let id = 0;
      const rows = (function* () {
        for (const { facts, name } of listings()) {
          const row = toFactRow(facts);
          const [point] = row.points;
          const common = [
            id++,
            row.code,
            name["en"] ?? Object.values(name)[0] ?? "",
            point?.[0] ?? null,
            point?.[1] ?? null,
            row.yes | 0,
            row.no | 0,
            row.kind,
            row.offers | 0,
            row.provider,
            row.minimumAge,
            row.maximumAge,
            ...wordsOf(services, row.services),
            ...wordsOf(languages, row.spoken),
          ];
          if (point !== undefined) yield [cellAt([point[0], point[1]]), ...common];
          if ((row.kind & KIND.beyond) !== 0)
            for (const key of cellKeys(facts))
              if (key.startsWith("a")) yield [areaCell(key.slice(1)), ...common];
        }
      })();
      await copyInto(client, "staging", rows, (row) => row);
      for (const statement of CELLS.split(";")) await client.query(statement);
      return weigh(client, "cell_row");
    },
    async ask(query) {
      const { text, values, name, asked } = main(query);
      const { rows } = await client.query<number[]>({ name, rowMode: "array", text, values: [...values] });
      return count(rows, query, asked);
    },
    async explain(query) {
      const { text, values } = main(query);
      const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers) ${text}`, [
        ...values,
      ]);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    },
    async close() {
      await client.end();
      server.stop();
    },
  };
}

interface Asked {
  readonly probes: number;
  /** Of the language. */
  readonly bit: number;
}

const DELIVERIES = PROBES.reduce((mask, { delivery }, bit) => (delivery ? mask | (1 << bit) : mask), 0);
const OFFER_MASK = OFFERS.reduce((mask, [, , bit]) => mask | bit, (1 << NEEDS.length) - 1);

/** Places of a row's columns, as they are asked for. */
const [CELL, ID, CODE, LAT, LON, YES, KIND_AT, OFFERS_AT, PROVIDER, MIN_AGE, MAX_AGE, MASK] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
] as const;
const counts = new Uint32Array(32 * (2 + MASKS.length) + 16 + 2);

function countBits(from: number, word: number): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const at = from + 31 - Math.clz32(rest & -rest);
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

function count(rows: readonly (readonly number[])[], query: MainQuery, { probes, bit }: Asked): BenchAnswer {
  counts.fill(0);
  const seen = new Set<number>();
  const found: {
    readonly code: string;
    readonly name: number;
    readonly rank: number;
    readonly km: number;
  }[] = [];
  // Rows of the grid before those of areas: who is near is not counted as one who only serves the place.
  for (const inGrid of [true, false]) {
    for (const row of rows) {
      const number = (at: number) => row[at] ?? 0;
      if (number(CELL) >= 0 !== inGrid || seen.has(number(ID))) continue;
      const known = row[LAT] !== null;
      const km = known ? distanceKm(query.point, [number(LAT), number(LON)]) : Infinity;
      const near = km <= RADIUS_KM;
      if (!near && inGrid) continue;
      seen.add(number(ID));
      const is = number(KIND_AT);
      const aged = row[MIN_AGE] !== null || row[MAX_AGE] !== null || (is & KIND.anyAge) !== 0;
      const speaks = (number(MASK + SERVICES + (bit >>> 5)) & (1 << (bit & 31))) !== 0;
      const fits = near && aged && speaks && (number(YES) & probes) === probes;
      found.push({
        code: String(row[CODE]),
        name: number(0),
        rank: (fits ? 0 : 2) + Number((is & KIND.authority) !== 0),
        km,
      });
      countBits(0, number(OFFERS_AT) & OFFER_MASK);
      countBits(32, number(YES) & DELIVERIES);
      for (let at = 0; at < MASKS.length; at++) countBits(64 + at * 32, number(MASK + at));
      const others = 64 + MASKS.length * 32;
      if (number(PROVIDER) > 0)
        counts[others + number(PROVIDER)] = (counts[others + number(PROVIDER)] ?? 0) + 1;
      const scope = others + 16 + Number((is & KIND.specific) !== 0);
      counts[scope] = (counts[scope] ?? 0) + 1;
    }
  }
  found.sort((a, b) => a.rank - b.rank || (a.km < b.km ? -1 : a.km > b.km ? 1 : a.name - b.name));
  return {
    total: found.length,
    top: found.slice(0, TOP).map(({ code }) => code),
    facetSum: counts.reduce((sum, one) => sum + one, 0),
  };
}

import { Client } from "pg";
import { NEEDS } from "#db/vocabulary.ts";
import type { ListingFacts, PublishedListing } from "#server/contract/listing.ts";
import { KIND, OFFERS, toCellRow } from "#server/domain/cells/cell-row.ts";
import { answerProbes, PROBES } from "#server/domain/cells/probes.ts";
import { cellAt, cellsInBox, circleAround } from "#server/domain/cells/grid.ts";
import { distanceKm } from "#server/domain/distance.ts";
import { addCount, createTally, toFacetCounts } from "#server/domain/facet-counts.ts";
import { byCodePoint } from "#server/domain/match/match.ts";
import { type BenchAnswer, type Engine, sumOf } from "./engine.ts";
import { type MainQuery, RADIUS_KM, TOP } from "./make-queries.ts";
import { type Postgres, startPostgres } from "./start-postgres.ts";

/** Rows of one insert. */
const BATCH = 1000;

async function connect({ port, user }: Postgres): Promise<Client> {
  for (let tried = 0; ; tried++) {
    const client = new Client({ host: "127.0.0.1", port, user, database: "postgres" });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tried === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const probe = (wanted: (one: (typeof PROBES)[number]) => boolean) => 1 << PROBES.findIndex(wanted);
const BIT = {
  women: probe(({ gender }) => gender === "women"),
  men: probe(({ gender }) => gender === "men"),
  girls: probe(({ gender }) => gender === "girls"),
  boys: probe(({ gender }) => gender === "boys"),
  noDocuments: probe(({ noDocuments }) => noDocuments === true),
};
const genderOf = ({ gender, age }: MainQuery) =>
  gender === "women" ? (age < 18 ? "girls" : "women") : age < 18 ? "boys" : "men";

function tri(facts: ListingFacts, bit: number): boolean | null {
  const { yes, no } = answerProbes(facts);
  return (yes & bit) !== 0 ? true : (no & bit) !== 0 ? false : null;
}

/** The table as a good application would have it: geography with GiST, arrays with GIN, conditions as booleans or null. */
const IDIOMATIC = `
create table listing (
  code text not null, name text not null, point geography(Point), needs text[] not null, services text[] not null,
  scope text not null, provider text, authority boolean not null, areas text[] not null, beyond boolean not null,
  direct text[] not null, spoken text[] not null, no_interpreter boolean not null,
  delivery text[] not null, gender text[] not null, cost text[] not null,
  women boolean, men boolean, girls boolean, boys boolean, no_documents boolean,
  minimum_age smallint, maximum_age smallint, any_age boolean not null)`;
const IDIOMATIC_INDEXES = `
create index on listing using gist (point);
create index on listing using gin (needs);
create index on listing using gin (areas) where beyond;
vacuum analyze listing`;

const columnsOf = (listing: PublishedListing): readonly unknown[] => {
  const { facts } = listing;
  const row = toCellRow(listing);
  const said = (facet: string) =>
    Object.entries(facts.answers[facet] ?? {}).flatMap(([code, answer]) => (answer === "yes" ? [code] : []));
  const [point] = row.points;
  return [
    facts.code,
    listing.name["en"] ?? Object.values(listing.name)[0] ?? "",
    point === undefined ? null : `SRID=4326;POINT(${point[1]} ${point[0]})`,
    facts.needs,
    facts.services,
    facts.scope,
    facts.providerType,
    (row.kind & KIND.authority) !== 0,
    facts.areas,
    (row.kind & KIND.beyond) !== 0,
    row.direct,
    [...new Set(row.spoken)],
    (row.kind & KIND.noInterpreter) !== 0,
    said("delivery"),
    said("gender-served"),
    said("cost"),
    tri(facts, BIT.women),
    tri(facts, BIT.men),
    tri(facts, BIT.girls),
    tri(facts, BIT.boys),
    tri(facts, BIT.noDocuments),
    facts.minimumAge,
    facts.maximumAge,
    (row.kind & KIND.anyAge) !== 0,
  ];
};

/** All of it in one statement: what is found, its first page, and every facet's counts. */
const MAIN = (gender: string) => `
with found as materialized (
  select l.*, st_distance(point, $1::geography, false) as metres,
    case when ${gender} and no_documents and aged and speaks and near then 0 else 1 end as fit
  from (
    select *, coalesce(st_dwithin(point, $1::geography, ${RADIUS_KM * 1000}, false), false) as near,
      (minimum_age is not null or maximum_age is not null or any_age) as aged,
      spoken && $3::text[] as speaks
    from listing
    where needs @> array[$2::text]
      and (st_dwithin(point, $1::geography, ${RADIUS_KM * 1000}, false) or (beyond and areas && $5::text[]))
  ) l
  where ${gender} is distinct from false and no_documents is distinct from false
    and (minimum_age is null or minimum_age <= $4) and (maximum_age is null or maximum_age >= $4)
    and (speaks or not (no_interpreter and cardinality(spoken) > 0))
)
select 'total' as facet, '' as code, count(*)::int as n, null as at from found
union all (select 'top', code, 0, row_number() over (order by fit, authority, metres nulls last, name collate "C", code collate "C")::int as at from found order by at limit ${TOP})
union all select 'need', x, count(*)::int, null from found, unnest(needs) x group by x
union all select 'service', x, count(*)::int, null from found, unnest(services) x group by x
union all select 'scope', scope, count(*)::int, null from found group by scope
union all select 'language', x, count(*)::int, null from found, unnest(spoken) x group by x
union all select 'delivery', x, count(*)::int, null from found, unnest(delivery) x group by x
union all select 'gender', x, count(*)::int, null from found, unnest(gender) x group by x
union all select 'cost', x, count(*)::int, null from found, unnest(cost) x group by x
union all select 'provider', provider, count(*)::int, null from found where provider is not null group by provider`;

async function insert(client: Client, table: string, rows: Iterable<readonly unknown[]>): Promise<void> {
  let batch: (readonly unknown[])[] = [];
  const flush = async () => {
    const width = batch[0]?.length ?? 0;
    if (width === 0) return;
    const marks = batch.map(
      (_, row) => `(${Array.from({ length: width }, (__, at) => `$${row * width + at + 1}`).join()})`,
    );
    await client.query(`insert into ${table} values ${marks.join()}`, batch.flat());
    batch = [];
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length * row.length > 60_000 || batch.length === BATCH) await flush();
  }
  await flush();
}

function* map<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item);
}

const weighIndexes = async (client: Client, table: string): Promise<number> => {
  const { rows } = await client.query<{ bytes: string }>(
    `select pg_total_relation_size('${table}') as bytes`,
  );
  return Number(rows[0]?.bytes ?? 0);
};

/** PostGIS as most applications would use it. */
export async function postgis(programs: string): Promise<Engine> {
  const server = await startPostgres(programs);
  const client = await connect(server);
  return {
    name: "PostGIS, GiST and GIN",
    async load(listings) {
      await client.query("create extension if not exists postgis");
      await client.query(IDIOMATIC);
      await insert(client, "listing", map(listings(), columnsOf));
      for (const statement of IDIOMATIC_INDEXES.split(";")) await client.query(statement);
      return weighIndexes(client, "listing");
    },
    async ask(query) {
      const { rows } = await client.query<{ facet: string; code: string; n: number; at: number | null }>(
        MAIN(genderOf(query)),
        [
          `SRID=4326;POINT(${query.point[1]} ${query.point[0]})`,
          query.need,
          [query.language],
          query.age,
          [query.area, query.area.slice(0, 2), "001"],
        ],
      );
      const top = rows.filter(({ facet }) => facet === "top").sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
      const counts = rows.filter(({ facet }) => facet !== "top" && facet !== "total");
      return {
        total: rows.find(({ facet }) => facet === "total")?.n ?? 0,
        top: top.map(({ code }) => code),
        facetSum: counts.reduce((sum, { n }) => sum + n, 0),
      };
    },
    async close() {
      await client.end();
      server.stop();
    },
  };
}

interface MaskRow {
  readonly code: string;
  readonly name: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly yes: number;
  readonly kind: number;
  readonly offers: number;
  readonly provider: number;
  readonly services: readonly number[];
  readonly spoken: readonly string[];
  readonly areas: readonly string[];
  readonly min_age: number | null;
  readonly max_age: number | null;
}

/** PostgreSQL with our own cells and bit masks: what somebody would build who knows both. Distances and counts in the program. */
export async function tunedPostgres(programs: string): Promise<Engine> {
  const server = await startPostgres(programs);
  const client = await connect(server);
  const serviceNumbers = new Map<string, number>();
  const numberOf = (code: string) => {
    const known = serviceNumbers.get(code) ?? serviceNumbers.size;
    serviceNumbers.set(code, known);
    return known;
  };
  return {
    name: "PostgreSQL, cells and masks",
    async load(listings) {
      await client.query(`create table cell_row (cell int not null, area text, code text not null, name text not null,
        lat float8, lon float8, yes int not null, no int not null, kind int not null, offers int not null,
        provider int not null, services int[] not null, spoken text[] not null, areas text[] not null,
        min_age int, max_age int)`);
      await insert(
        client,
        "cell_row",
        (function* () {
          for (const listing of listings()) {
            const row = toCellRow(listing);
            const [point] = row.points;
            const common = [
              row.code,
              listing.name["en"] ?? Object.values(listing.name)[0] ?? "",
              point?.[0] ?? null,
              point?.[1] ?? null,
              row.yes | 0,
              row.no | 0,
              row.kind,
              row.offers,
              row.provider,
              row.services.map(numberOf),
              [...new Set(row.spoken)],
              row.areas,
              row.minimumAge,
              row.maximumAge,
            ];
            if (point !== undefined) yield [cellAt([point[0], point[1]]), null, ...common];
            if ((row.kind & KIND.beyond) !== 0) for (const area of row.areas) yield [-1, area, ...common];
          }
        })(),
      );
      await client.query("create index on cell_row (cell) include (offers, yes, no, kind, lat, lon)");
      await client.query("create index on cell_row (area) where area is not null");
      await client.query("cluster cell_row using cell_row_cell_offers_yes_no_kind_lat_lon_idx");
      await client.query("vacuum analyze cell_row");
      return weighIndexes(client, "cell_row");
    },
    async ask(query) {
      const probes = BIT[genderOf(query)] | BIT.noDocuments;
      const need = 1 << NEEDS.indexOf(query.need);
      const cells = cellsInBox(circleAround(query.point, RADIUS_KM)) ?? [];
      const { rows } = await client.query<MaskRow>(
        `select code, name, lat, lon, yes, kind, offers, provider, services, spoken, areas, min_age, max_age from (
           select * from cell_row where cell = any($1) and offers & $2 <> 0 and no & $3 = 0
           union all select * from cell_row where area = any($4) and offers & $2 <> 0 and no & $3 = 0 offset 0) rows
         where (min_age is null or min_age <= $5) and (max_age is null or max_age >= $5)
           and (spoken && $6::text[] or cardinality(spoken) = 0 or kind & ${KIND.noInterpreter} = 0)`,
        [cells, need, probes, [query.area, query.area.slice(0, 2), "001"], query.age, [query.language]],
      );
      return countMasks(rows, query, probes);
    },
    async close() {
      await client.end();
      server.stop();
    },
  };
}

function countMasks(rows: readonly MaskRow[], query: MainQuery, probes: number): BenchAnswer {
  const tally = createTally();
  const seen = new Set<string>();
  const found: { code: string; name: string; rank: number; km: number }[] = [];
  const served = new Set([query.area, query.area.slice(0, 2), "001"]);
  for (const row of rows) {
    if (seen.has(row.code)) continue;
    const km = row.lat === null || row.lon === null ? Infinity : distanceKm(query.point, [row.lat, row.lon]);
    const near = km <= RADIUS_KM;
    const beyond = (row.kind & KIND.beyond) !== 0 && row.areas.some((area) => served.has(area));
    if (!near && !beyond) continue;
    seen.add(row.code);
    const aged = row.min_age !== null || row.max_age !== null || (row.kind & KIND.anyAge) !== 0;
    const fits = near && aged && (row.yes & probes) === probes && row.spoken.includes(query.language);
    found.push({ ...row, rank: (fits ? 0 : 2) + Number((row.kind & KIND.authority) !== 0), km });
    NEEDS.forEach((need, bit) => (row.offers & (1 << bit)) !== 0 && addCount(tally, "need", need, 1));
    for (const [facet, code, bit] of OFFERS) if ((row.offers & bit) !== 0) addCount(tally, facet, code, 1);
    PROBES.forEach(({ delivery }, bit) => {
      if (delivery !== undefined && (row.yes & (1 << bit)) !== 0) addCount(tally, "delivery", delivery, 1);
    });
    for (const service of row.services) addCount(tally, "service", String(service), 1);
    for (const language of row.spoken) addCount(tally, "language", language, 1);
    addCount(tally, "scope", (row.kind & KIND.specific) === 0 ? "general" : "specific", 1);
    if (row.provider > 0) addCount(tally, "provider", String(row.provider), 1);
  }
  found.sort(
    (a, b) => a.rank - b.rank || a.km - b.km || byCodePoint(a.name, b.name) || byCodePoint(a.code, b.code),
  );
  return {
    total: found.length,
    top: found.slice(0, TOP).map(({ code }) => code),
    facetSum: sumOf(toFacetCounts(tally)),
  };
}

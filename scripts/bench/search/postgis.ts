import { KIND, toFactRow } from "#server/domain/cells/cell-row.ts";
import { answerProbes } from "#server/domain/cells/probes.ts";
import type { ListingFacts, PublishedListing } from "#server/contract/listing.ts";
import type { Client } from "pg";
import type { Engine } from "./engine.ts";
import { type MainQuery, RADIUS_KM, TOP } from "./make-queries.ts";
import { PROBE_BIT, genderOf } from "./probe-bits.ts";
import { connect, copyInto, startPostgres, weigh } from "./start-postgres.ts";

/** The table as a good application would have it: geography with GiST, arrays with GIN, conditions as booleans or null. */
const TABLE = `
create extension if not exists postgis;
create table listing (
  code text not null, name text not null, point geography(Point), needs text[] not null, services text[] not null,
  scope text not null, provider text, authority boolean not null, areas text[] not null, beyond boolean not null,
  spoken text[] not null, no_interpreter boolean not null,
  delivery text[] not null, gender text[] not null, cost text[] not null,
  women boolean, men boolean, girls boolean, boys boolean, no_documents boolean,
  minimum_age smallint, maximum_age smallint, any_age boolean not null);
create table body (code text not null, body json not null)`;
const INDEXES = `
create index on listing using gist (point);
create index on listing using gin (needs);
create index on listing using gin (areas) where beyond;
create index on body (code);
vacuum analyze listing;
vacuum analyze body`;

function columnsOf({ facts, name }: PublishedListing): readonly unknown[] {
  const row = toFactRow(facts);
  const said = (facet: string) =>
    Object.entries(facts.answers[facet] ?? {}).flatMap(([code, answer]) => (answer === "yes" ? [code] : []));
  const [point] = row.points;
  return [
    facts.code,
    name["en"] ?? Object.values(name)[0] ?? "",
    point === undefined ? null : `SRID=4326;POINT(${point[1]} ${point[0]})`,
    facts.needs,
    facts.services,
    facts.scope,
    facts.providerType,
    (row.kind & KIND.authority) !== 0,
    facts.areas,
    (row.kind & KIND.beyond) !== 0,
    [...new Set(row.spoken)],
    (row.kind & KIND.noInterpreter) !== 0,
    said("delivery"),
    said("gender-served"),
    said("cost"),
    ...(["women", "men", "girls", "boys", "noDocuments"] as const).map((one) => answered(facts, one)),
    facts.minimumAge,
    facts.maximumAge,
    (row.kind & KIND.anyAge) !== 0,
  ];
}

function answered(facts: ListingFacts, probe: keyof typeof PROBE_BIT): boolean | null {
  const { yes, no } = answerProbes(facts);
  return (yes & PROBE_BIT[probe]) !== 0 ? true : (no & PROBE_BIT[probe]) !== 0 ? false : null;
}

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

const argumentsOf = ({ point, need, language, age, area }: MainQuery): readonly unknown[] => [
  `SRID=4326;POINT(${point[1]} ${point[0]})`,
  need,
  [language],
  age,
  [area, area.slice(0, 2), "001"],
];

/**
 * PostGIS as a competent application uses it: conditions, order and counts in SQL, one statement a question. `bodies`:
 * whether it holds the listings whole as well.
 */
export async function postgis(programs: string, bodies: boolean): Promise<Engine> {
  const server = await startPostgres(programs);
  const client = await connect(server);
  return {
    name: "PostGIS, GiST and GIN",
    async load(listings) {
      await client.query(TABLE);
      await copyInto(client, "listing", listings(), columnsOf);
      if (bodies)
        await copyInto(client, "body", listings(), (listing) => [
          listing.facts.code,
          JSON.stringify(listing),
        ]);
      for (const statement of INDEXES.split(";")) await client.query(statement);
      return weigh(client, "listing");
    },
    async ask(query) {
      const { rows } = await client.query<{ facet: string; code: string; n: number; at: number | null }>({
        name: `main-${genderOf(query)}`,
        text: MAIN(genderOf(query)),
        values: [...argumentsOf(query)],
      });
      const top = rows.filter(({ facet }) => facet === "top").sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
      const counts = rows.filter(({ facet }) => facet !== "top" && facet !== "total");
      return {
        total: rows.find(({ facet }) => facet === "total")?.n ?? 0,
        top: top.map(({ code }) => code),
        facetSum: counts.reduce((sum, { n }) => sum + n, 0),
      };
    },
    ...(bodies ? { read: (codes: readonly string[]) => readBodies(client, codes) } : {}),
    async close() {
      await client.end();
      server.stop();
    },
    async explain(query) {
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        `explain (analyze, buffers) ${MAIN(genderOf(query))}`,
        [...argumentsOf(query)],
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    },
  };
}

async function readBodies(client: Client, codes: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ body: unknown }>({
    name: "page",
    text: "select body from body where code = any($1)",
    values: [codes],
  });
  return rows.length;
}

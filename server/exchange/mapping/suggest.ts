/** A mapping worked out from headers and from what stands under them: a beginning, for a person to mend. */
import {
  isTarget,
  LIST_TARGETS,
  type MappedTable,
  type Mapping,
  type Target,
} from "#server/contract/mapping.ts";
import { guardOf } from "../guard-columns.ts";
import { ProblemList } from "../problem-list.ts";
import type { SourceFile } from "../read-result.ts";
import { serviceOfTerm } from "../service-terms.ts";
import { isStaffColumn } from "../staff-columns.ts";
import { parseJsonList } from "./list-cells.ts";
import type { Kind } from "./mapped-line.ts";
import { openTables, type OpenTable } from "./open-tables.ts";

/** What things are called in other people's tables. */
const ENTITIES: readonly [kind: Kind, words: RegExp][] = [
  ["organization", /^(?:organi[sz]ations?|orgs?|providers?|agenc(?:y|ies)|partners?|ngos?)$/u],
  ["service", /^(?:services?|programm?e?s?|activit(?:y|ies))$/u],
  ["location", /^(?:locations?|sites?|offices?|branch(?:es)?|places?|address(?:es)?)$/u],
];
const entityOf = (word: string): Kind | undefined => ENTITIES.find(([, words]) => words.test(word))?.[0];

/** The name of a column without the thing it belongs to, and what it may be then. The first that fits is taken. */
const COLUMNS: readonly [name: RegExp, kinds: readonly Kind[], target: string][] = [
  [/^(?:id|uuid|guid|key|code)$/u, ["organization"], "organization.id"],
  [/^(?:id|uuid|guid|key|code)$/u, ["service"], "service.id"],
  [/^(?:id|uuid|guid|key|code)$/u, ["location"], "location.id"],
  [/^(?:name|title)?$/u, ["organization"], "organization.name"],
  [/^(?:name|title)?$/u, ["service"], "service.name"],
  [/^(?:name|title)$/u, ["location"], "location.name"],
  [/^(?:description|about|summary|purpose)$/u, ["organization"], "organization.description"],
  [/^(?:description|about|summary|purpose)$/u, ["service", "location"], "service.description"],
  [/eligib|who_(?:can|may|is_it_for)/u, ["service", "location"], "service.eligibility_description"],
  [
    /^(?:how_to_apply|application_process|intake|access)$/u,
    ["service", "location"],
    "service.application_process",
  ],
  [/^(?:fees?|costs?|price)$/u, ["service", "location"], "service.fees_description"],
  [/^wait/u, ["service", "location"], "service.wait_time"],
  [/^(?:min|minimum|lowest)_?age$/u, ["service", "location"], "service.minimum_age"],
  [/^(?:max|maximum|highest)_?age$/u, ["service", "location"], "service.maximum_age"],
  [/^(?:end|ends|end_date|valid_to|closing_date)$/u, ["service", "location"], "service.ends"],
  [
    /^(?:last_)?(?:modified|updated|verified)(?:_on|_at|_date)?$/u,
    ["service", "location"],
    "service.last_modified",
  ],
  [/^status$/u, ["service"], "service.status"],
  [/language/u, ["service", "location"], "service.language"],
  [
    /^(?:areas?|service_areas?|coverage|catchment(?:_zone)?|counties|provinces)$/u,
    ["service", "location"],
    "service.area",
  ],
  [
    /^(?:taxonomy|service_taxonomy|categor(?:y|ies)|problem_codes|types?|keywords|terms?|needs?|sector)$/u,
    ["service", "location"],
    "service.term",
  ],
  [/^(?:required_)?documents?$/u, ["service", "location"], "service.document"],
  [/^(?:accepts_)?drop_?ins?$|^walk_?ins?$/u, ["service", "location"], "answer:entry-route:walk-in"],
  [/^(?:address|address_?1|street|street_address|line_?1)$/u, ["service", "location"], "location.address_1"],
  [/^(?:address_?2|unit|suite|floor|line_?2)$/u, ["service", "location"], "location.address_2"],
  [/^(?:city|town|municipality)$/u, ["service", "location"], "location.city"],
  [/^(?:borough|district|county|region)$/u, ["service", "location"], "location.region"],
  [/^(?:state|province|state_province)$/u, ["service", "location"], "location.state_province"],
  [/^(?:postal_?code|postcode|zip|zip_?code)$/u, ["service", "location"], "location.postal_code"],
  [/^country(?:_code)?$/u, ["service", "location"], "location.country"],
  [/^(?:lat|latitude)$/u, ["service", "location"], "location.latitude"],
  [/^(?:lon|lng|long|longitude)$/u, ["service", "location"], "location.longitude"],
  [/^fixed_address$|^has_address$/u, ["service", "location"], "location.exists"],
];
const WAYS: readonly [name: RegExp, ends: Readonly<Record<Kind, string>>][] = [
  [
    /^(?:phones?|phone_number|tel|telephone|mobile|hotline)$/u,
    { organization: "organization.phone", service: "service.phone", location: "location.phone" },
  ],
  [
    /^e_?mail(?:_address)?$/u,
    { organization: "organization.email", service: "service.email", location: "location.email" },
  ],
  [
    /^(?:url|website|web|homepage|link)$/u,
    { organization: "organization.website", service: "service.url", location: "location.url" },
  ],
];

/** Terms of a source that a suggestion writes down one by one. */
const MOST_TERMS = 300;

/** Works out a mapping. Undefined when no table names an organization, a service or a place. */
export function suggestMapping(files: readonly SourceFile[], source: string): Mapping | undefined {
  const tables = openTables(files, new ProblemList());
  const shapes = tables.map((table) => shapeOf(table, tables.length === 1));
  const referenced = (shape: Shape) =>
    shapes.some(
      (other) => other !== shape && shape.id !== undefined && other.table.header.includes(shape.id),
    );
  const lookups = shapes.filter((shape) => shape.kind !== "organization" && referenced(shape));
  const chief = shapes.filter((shape) => !lookups.includes(shape));
  const hasServices = chief.some(({ kind }) => kind === "service");
  const mapped = chief.flatMap((shape): MappedTable[] => {
    // Where no table lists services, a line with a place is one.
    const kind = shape.kind === "location" && !hasServices ? "service" : shape.kind;
    if (kind === undefined) return [];
    const columns = suggestColumns(shape.table, kind, shape.id);
    // Where a table of organizations names them, others only point to it.
    if (kind !== "organization" && chief.some((other) => other.kind === "organization"))
      for (const [header, target] of Object.entries(columns))
        if (target === "organization.name") delete columns[header];
    const joins = lookups.flatMap((other) => {
      if (other.id === undefined || kind !== "service" || !shape.table.header.includes(other.id)) return [];
      const taken = new Set<string>(Object.values(columns));
      const found = Object.entries(suggestColumns(other.table, other.kind ?? "service", other.id)).filter(
        ([, target]) => !taken.has(target) && target !== "service.id" && target !== "private",
      );
      return found.length === 0
        ? []
        : [{ column: other.id, file: other.table.file, key: other.id, columns: Object.fromEntries(found) }];
    });
    return [{ file: shape.table.file, columns, between: suggestBetween(shape.table, columns), joins }];
  });
  if (mapped.length === 0) return undefined;
  return {
    version: 1,
    source,
    dates: suggestDates(tables, mapped),
    services: [],
    terms: suggestTerms(tables, mapped),
    tables: mapped,
  };
}

interface Shape {
  readonly table: OpenTable;
  readonly kind: Kind | undefined;
  /** The column that tells its lines apart. */
  readonly id: string | undefined;
}

/** `alone`: with no other table beside it, its columns say more than its name. */
function shapeOf(table: OpenTable, alone: boolean): Shape {
  const stem = (table.file.split("/").at(-1) ?? "").replace(/\.[a-z]+$/iu, "").toLowerCase();
  const id = table.header.find((name, at) => {
    if (!/(?:^|_)(?:id|uuid|guid)$/iu.test(name)) return false;
    const values = table.lines.map(({ cells }) => cells[at]?.trim() ?? "");
    return values.every((value) => value !== "") && new Set(values).size >= values.length * 0.98;
  });
  const words = stem.split(/[^a-z]+/u).flatMap((word) => entityOf(word) ?? []);
  const named = table.header.flatMap((name) => entityOf(split(name)[0]) ?? []);
  const byColumns = (["service", "location"] as const).find((entity) => named.includes(entity)) ?? named[0];
  const kind = alone ? (byColumns ?? words[0]) : (words[0] ?? byColumns);
  return { table, kind, id };
}

/** `service_min_age` → service, min_age. A name that is the thing itself has nothing behind it. */
function split(header: string): [first: string, rest: string] {
  const name = header
    .trim()
    .replaceAll(/([a-z])([A-Z])/gu, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_|_$/gu, "");
  const [first = "", ...rest] = name.split("_");
  return entityOf(first) === undefined ? ["", name] : [first, rest.join("_")];
}

function suggestColumns(table: OpenTable, kind: Kind, id: string | undefined): Record<string, Target> {
  const columns: Record<string, Target> = {};
  const taken = new Set<string>();
  const whole = (header: string) =>
    header
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "_");
  for (const header of table.header) {
    const target = header === id ? `${kind}.id` : targetOf(header, whole(header), kind);
    if (target === undefined || !isTarget(target)) continue;
    if (taken.has(target) && !LIST_TARGETS.has(target) && target !== "private") continue;
    taken.add(target);
    columns[header] = target;
  }
  return columns;
}

function targetOf(header: string, whole: string, kind: Kind): string | undefined {
  if (guardOf(header) !== undefined) return undefined;
  if (isStaffColumn(header)) return "private";
  const [first, rest] = split(header);
  const entity = first === "" ? kind : (entityOf(first) ?? kind);
  // A second look at the whole name: `service_areas`, `address_1`.
  for (const name of [rest, whole]) {
    const way = WAYS.find(([words]) => words.test(name));
    if (way !== undefined) return way[1][entity];
    const found = COLUMNS.find(([words, kinds]) => kinds.includes(entity) && words.test(name));
    // Without a table of its own an id that points elsewhere is not this table's.
    if (found !== undefined && !(found[2].endsWith(".id") && entity !== "organization" && entity !== kind))
      return found[2];
  }
  return undefined;
}

/** Month first where some date can mean nothing else, and none means the opposite. */
function suggestDates(tables: readonly OpenTable[], mapped: readonly MappedTable[]): Mapping["dates"] {
  const dates = mapped
    .flatMap(({ file, columns, joins }) => [{ file, columns }, ...joins])
    .flatMap(({ file, columns }) => {
      const table = tables.find((item) => item.file === file);
      const wanted = (table?.header ?? []).flatMap((header, at) =>
        columns[header] === "service.ends" || columns[header] === "service.last_modified" ? [at] : [],
      );
      return (table?.lines ?? []).flatMap(({ cells }) => wanted.map((at) => cells[at] ?? ""));
    })
    .flatMap((text) => {
      const found = /^(\d{1,2})\/(\d{1,2})\/\d{4}$/u.exec(text.trim());
      return found === null ? [] : [[Number(found[1]), Number(found[2])] as const];
    });
  const isMonthFirst = dates.some(([, second]) => second > 12) && !dates.some(([first]) => first > 12);
  return isMonthFirst ? "month-first" : "unknown";
}

/** What stands between values, where most long cells of a list column have it. */
function suggestBetween(table: OpenTable, columns: Readonly<Record<string, Target>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([header, target]) => {
      if (!LIST_TARGETS.has(target)) return [];
      const at = table.header.indexOf(header);
      const cells = table.lines.map(({ cells: line }) => line[at] ?? "").filter((cell) => cell !== "");
      if (cells.some((cell) => parseJsonList(cell) !== undefined)) return [];
      const sign = [";", "|", "\n"].find((mark) => cells.some((cell) => cell.includes(mark)));
      return sign === undefined ? [] : [[header, sign]];
    }),
  );
}

/** The terms that are known here, with the kind of help that each means; the others a person has to add. */
function suggestTerms(tables: readonly OpenTable[], mapped: readonly MappedTable[]): Mapping["terms"] {
  const counts = new Map<string, number>();
  for (const { file, columns, between } of mapped) {
    const table = tables.find((item) => item.file === file);
    if (table === undefined) continue;
    for (const [header, target] of Object.entries(columns)) {
      if (target !== "service.term") continue;
      const at = table.header.indexOf(header);
      for (const { cells } of table.lines) {
        const cell = cells[at]?.trim() ?? "";
        const parts =
          parseJsonList(cell) ?? cell.split(between[header] ?? "\u0000").map((part) => part.trim());
        for (const part of parts) if (part !== "") counts.set(part, (counts.get(part) ?? 0) + 1);
      }
    }
  }
  const chosen = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_TERMS);
  return Object.fromEntries(
    chosen.flatMap(([term]) => {
      const code = serviceOfTerm(term, new Set());
      return code === undefined ? [] : [[term, code]];
    }),
  );
}

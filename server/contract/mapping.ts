/** A saved mapping: which column of other people's tables is what. Made by `--suggest-mapping`, mended by a person. */
import * as v from "valibot";
import { FACET_CODES, SCOPES } from "#db/vocabulary.ts";
import { ServiceCode } from "./search.ts";

/** What a column may be. Those of a list may hold several values; those of `private` go to the note for colleagues. */
export const TARGETS = [
  "organization.id",
  "organization.name",
  "organization.description",
  "organization.email",
  "organization.website",
  "organization.phone",
  "service.id",
  "service.name",
  "service.description",
  "service.eligibility_description",
  "service.application_process",
  "service.fees_description",
  "service.wait_time",
  "service.alert",
  "service.email",
  "service.url",
  "service.phone",
  "service.status",
  "service.scope",
  "service.minimum_age",
  "service.maximum_age",
  "service.last_modified",
  "service.ends",
  "service.term",
  "service.language",
  "service.area",
  "service.document",
  "location.id",
  "location.name",
  "location.address_1",
  "location.address_2",
  "location.city",
  "location.region",
  "location.state_province",
  "location.postal_code",
  "location.country",
  "location.latitude",
  "location.longitude",
  "location.privacy",
  "location.transportation",
  "location.phone",
  "location.email",
  "location.url",
  "location.exists",
  "private",
  "ignore",
] as const;
export type FixedTarget = (typeof TARGETS)[number];
export type Target = FixedTarget | `answer:${string}`;

/** Targets whose cells may hold several values. */
export const LIST_TARGETS: ReadonlySet<string> = new Set([
  "organization.phone",
  "service.phone",
  "location.phone",
  "service.term",
  "service.language",
  "service.area",
  "service.document",
]);

export const isTarget = (text: string): text is Target =>
  (TARGETS as readonly string[]).includes(text) ||
  (text.startsWith("answer:") && FACET_CODES.includes(text.slice(7)));

const header = v.pipe(v.string(), v.maxLength(300));
const target = v.pipe(
  v.string(),
  v.check(isTarget, "is not something that a column can be"),
  v.transform((text) => text as Target),
);
const columns = v.record(header, target);

const Join = v.strictObject({
  /** Column of this table that names a line of the other one. */
  column: header,
  file: header,
  /** Column of the other table with the same values. */
  key: header,
  columns,
});

const Table = v.strictObject({
  file: header,
  columns,
  /** What stands between several values of a column; a cell that begins with `[` is read as a JSON list. */
  between: v.optional(v.record(header, v.pipe(v.string(), v.minLength(1), v.maxLength(3))), {}),
  joins: v.optional(v.array(Join), []),
});

export const Mapping = v.strictObject({
  version: v.literal(1),
  /** Name of the source: with the ids in it, it makes the ids of the records. */
  source: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
  scope: v.optional(v.picklist(SCOPES)),
  /** How dates with slashes are written; left out: one that could be either is held. */
  dates: v.optional(v.picklist(["month-first", "unknown"]), "unknown"),
  /** Kinds of help that every service of this source gives. */
  services: v.optional(v.array(ServiceCode), []),
  /** Terms of the source to kinds of help; null: a person looked, and it is none. */
  terms: v.optional(v.record(header, v.nullable(ServiceCode)), {}),
  tables: v.pipe(v.array(Table), v.minLength(1)),
});
export type Mapping = v.InferOutput<typeof Mapping>;
export type MappedTable = Mapping["tables"][number];

/**
 * The parameters of HSDS 3.1's lists, from an address or a JSON body. All that are given must hold (HSDS API
 * reference: cumulative AND), those that are given several times as well. `lang`, `area` and `scope` are our
 * profile's. A parameter that is not known is refused: leaving a filter out would answer more than was asked.
 */
import * as v from "valibot";
import { SCOPES } from "#db/vocabulary.ts";
import { AreaCode, LanguageCode } from "../search.ts";

const MOST = 500;
/** `minimal` answers are small: everything fits one page (HSDS: "aim to return all services within one page"). */
export const MOST_MINIMAL = 100_000;

const flag = v.pipe(
  v.union([v.boolean(), v.picklist(["true", "false", "1", "0"])]),
  v.transform((value) => value === true || value === "true" || value === "1"),
);
const whole = (least: number, most: number) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,9}$/u), v.transform(Number))]),
    v.number(),
    v.integer(),
    v.minValue(least),
    v.maxValue(most),
  );
const short = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const several = v.union([
  v.pipe(v.array(short), v.maxLength(20)),
  v.pipe(
    short,
    v.transform((value) => [value]),
  ),
]);
/** RFC 3339, or a day. A plus sign in an address may have become a space. */
const since = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+\- ]\d{2}:?\d{2})?)?$/u),
  v.transform(dayOf),
  v.isoDate(),
);

/** The day in UTC on which a moment lies; without a zone it is UTC. Empty when no calendar has it. */
function dayOf(given: string): string {
  const [, day = "", clock = "00:00", zone = "Z"] =
    /^(\S{10})(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+\- ].*)?)?$/u.exec(given) ?? [];
  // JavaScript makes the third of March of the thirty-first of February.
  const start = new Date(`${day}T00:00Z`);
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== day) return "";
  const offset = zone === "Z" ? "Z" : zone.replace(" ", "+").replace(/(\d\d):?(\d\d)$/u, "$1:$2");
  const moment = new Date(`${day}T${clock}${offset}`);
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString().slice(0, 10);
}

const paging = {
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  page: v.optional(whole(1, 1_000_000)),
  per_page: v.optional(whole(1, MOST_MINIMAL)),
  format: v.optional(v.picklist(["json", "ndjson"])),
  lang: v.optional(LanguageCode),
};
const classified = { taxonomy_term_id: v.optional(several), taxonomy_id: v.optional(several) };
const served = { area: v.optional(AreaCode), scope: v.optional(v.picklist(SCOPES)) };
const dated = { organization_id: v.optional(short), modified_after: v.optional(since) };

export const ServicesInput = v.strictObject({
  ...paging,
  ...classified,
  ...served,
  ...dated,
  minimal: v.optional(flag),
  full: v.optional(flag),
});
export const TaxonomiesInput = v.strictObject(paging);
export const TaxonomyTermsInput = v.strictObject({
  ...paging,
  taxonomy_id: v.optional(several),
  top_only: v.optional(flag),
  parent_id: v.optional(short),
});
export const OrganizationsInput = v.strictObject({
  ...paging,
  ...classified,
  full: v.optional(flag),
  full_service: v.optional(flag),
});
export const OrganizationInput = v.strictObject({
  full_service: v.optional(flag),
  lang: v.optional(LanguageCode),
});
export const OneInput = v.strictObject({ lang: v.optional(LanguageCode) });
export const ServicesAtLocationsInput = v.strictObject({
  ...paging,
  ...classified,
  ...served,
  ...dated,
  full: v.optional(flag),
  postcode: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20))),
  /** Metres. */
  proximity: v.optional(
    v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,8}(\.\d{1,3})?$/u), v.transform(Number))]),
      v.number(),
      v.minValue(0),
      v.maxValue(20_050_000),
    ),
  ),
});

export type ListInput = v.InferOutput<typeof TaxonomiesInput>;
export type ServicesInput = v.InferOutput<typeof ServicesInput>;
export type OrganizationsInput = v.InferOutput<typeof OrganizationsInput>;
export type TaxonomyTermsInput = v.InferOutput<typeof TaxonomyTermsInput>;
export type ServicesAtLocationsInput = v.InferOutput<typeof ServicesAtLocationsInput>;

/** Entries of a page when nothing is said, and the most that may be asked. */
export const PER_PAGE = { usual: 50, most: MOST } as const;

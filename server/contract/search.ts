/** The search query as it crosses the wire, and what `match` is asked. */
import * as v from "valibot";
import { GENDERS, type Gender } from "./genders.ts";
import { isLanguage } from "./language-codes.ts";
import { ACCESS_FACETS, NEEDS, SCOPES } from "#db/vocabulary.ts";

export { GENDERS, type Gender };

/** Flags arrive as `1`/`true` in an address and as booleans in a body. */
const flag = v.pipe(
  v.union([v.boolean(), v.picklist(["1", "true", "yes", "0", "false", "no", ""])]),
  v.transform((value) => value === true || value === "1" || value === "true" || value === "yes"),
);
const number = (minimum: number, maximum: number) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d{1,6}(\.\d{1,9})?$/u), v.transform(Number))]),
    v.number(),
    v.minValue(minimum),
    v.maxValue(maximum),
  );
const whole = (minimum: number, maximum: number) => v.pipe(number(minimum, maximum), v.integer());
/** One value or several: a parameter may be repeated, a body may hold a string or an array. */
const list = <T extends v.GenericSchema<string, string>>(item: T) =>
  v.union([
    v.pipe(v.array(item), v.maxLength(50)),
    v.pipe(
      item,
      v.transform((value) => [value]),
    ),
  ]);

export const AreaCode = v.pipe(v.string(), v.regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|001)$/u));
export const ServiceCode = v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,60}$/u));
export const LanguageCode = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/u),
  v.check(isLanguage, "Unknown language"),
);

/** `GET /api/services` and `POST /api/services/search` (interface: "Public HTTP"). */
export const SearchInput = v.strictObject({
  area: v.optional(list(AreaCode)),
  need: v.optional(list(v.picklist(NEEDS))),
  service: v.optional(list(ServiceCode)),
  language: v.optional(list(LanguageCode)),
  lat: v.optional(number(-90, 90)),
  lon: v.optional(number(-180, 180)),
  radius_km: v.optional(number(0, 20_050)),
  expand: v.optional(flag),
  direct: v.optional(flag),
  gender: v.optional(v.picklist(GENDERS)),
  age: v.optional(whole(0, 120)),
  scope: v.optional(v.picklist(SCOPES)),
  delivery: v.optional(v.picklist(ACCESS_FACETS.delivery)),
  no_documents: v.optional(flag),
  no_identification: v.optional(flag),
  no_cooperation: v.optional(flag),
  without_staying: v.optional(flag),
  open_now: v.optional(flag),
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
  lang: v.optional(LanguageCode),
  limit: v.optional(whole(1, 100)),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,200}$/u))),
  include: v.optional(v.picklist(["no"])),
});
export type SearchInput = v.InferOutput<typeof SearchInput>;

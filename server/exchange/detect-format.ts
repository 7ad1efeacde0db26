/** What kind of records a set of files holds, from what is in them. */
import { isActivityList } from "./jordan/activity.ts";
import { isObject, type Json } from "./json.ts";
import { isListingGeojson } from "./listing-table/read-geojson.ts";

export type JsonKind = "unhcr-jordan" | "hsds" | "listings-geojson" | "geojson-shapes" | "other";

/** Keys that only HSDS objects have together. */
const HSDS_KEYS = [
  "location_type",
  "service_at_locations",
  "eligibility_description",
  "year_incorporated",
  "legal_status",
  "term_uri",
  "taxonomy_detail",
];

/** The kind of a JSON file. A page of a list is judged by its first entry. */
export function kindOfJson(value: Json): JsonKind {
  if (isActivityList(value)) return "unhcr-jordan";
  if (isObject(value) && value["type"] === "FeatureCollection")
    return isListingGeojson(value) ? "listings-geojson" : "geojson-shapes";
  if (isObject(value) && Array.isArray(value["contents"])) {
    return value["contents"].some((item) => kindOfJson(item) === "hsds") ? "hsds" : "other";
  }
  if (
    isObject(value) &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every((key) => key.endsWith(".csv"))
  )
    return "hsds";
  if (Array.isArray(value)) return value.some((item) => kindOfJson(item) === "hsds") ? "hsds" : "other";
  if (!isObject(value) || typeof value["id"] !== "string") return "other";
  const nests = isObject(value["service"]) || isObject(value["location"]) || isObject(value["organization"]);
  const named = typeof value["name"] === "string" && ("status" in value || "description" in value);
  return nests || named || HSDS_KEYS.some((key) => key in value) ? "hsds" : "other";
}

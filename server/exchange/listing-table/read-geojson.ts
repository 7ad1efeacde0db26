import { isObject, type Json, type JsonObject } from "../json.ts";
import type { FlatListing, FlatPlace } from "./flat-listing.ts";

/** Properties that stand in our features and, together, in nobody else's. */
const OURS = ["code", "organization", "services", "area_codes", "place_privacy"];

const featuresOf = (value: Json): readonly JsonObject[] =>
  isObject(value) && Array.isArray(value["features"]) ? value["features"].filter(isObject) : [];
const propertiesOf = (feature: JsonObject): JsonObject =>
  isObject(feature["properties"]) ? feature["properties"] : {};

/** Whether a collection of features was exported by a directory like this one. */
export const isListingGeojson = (value: Json): boolean =>
  featuresOf(value).some((feature) => OURS.every((key) => key in propertiesOf(feature)));

/** The listings of our features: one whose code stood before has one place more. */
export function readListingGeojson(value: Json, file: string): FlatListing[] {
  const found = new Map<string, FlatListing & { readonly places: FlatPlace[] }>();
  for (const [at, feature] of featuresOf(value).entries()) {
    const properties = propertiesOf(feature);
    const text = (key: string): string => {
      const said = properties[key];
      return typeof said === "string" || typeof said === "number" ? String(said) : "";
    };
    const list = (key: string): string[] => {
      const said = properties[key];
      return Array.isArray(said) ? said.filter((item) => typeof item === "string") : [];
    };
    const code = text("code");
    const known = found.get(code);
    const place = placeOf(feature, text);
    if (known !== undefined) {
      known.places.push(...place);
      continue;
    }
    found.set(code, {
      where: { file, row: `features[${at}]` },
      code,
      languages: ["en"],
      texts: { name: { en: text("name") }, description: said(text("description")) },
      organization: said(text("organization")),
      plain: {
        scope: text("scope"),
        provider_type: text("provider_type"),
        fictional: properties["fictional"] === true ? "true" : undefined,
      },
      services: list("services"),
      areas: list("area_codes"),
      yes: list("conditions_yes"),
      no: list("conditions_no"),
      contacts: list("phones").map((phone) => ({ channel: "phone", value: phone })),
      spoken: [],
      hours: "",
      costs: [],
      documents: [],
      places: place,
      source: "",
    });
  }
  return [...found.values()];
}

const said = (text: string): Record<string, string> => (text === "" ? {} : { en: text });

function placeOf(feature: JsonObject, text: (key: string) => string): FlatPlace[] {
  if (text("place_privacy") === "") return [];
  const { geometry } = feature;
  const coordinates =
    isObject(geometry) && Array.isArray(geometry["coordinates"]) ? geometry["coordinates"] : [];
  const [longitude, latitude] = coordinates;
  const known = (key: string) => (text(key) === "" ? undefined : text(key));
  return [
    {
      privacy: text("place_privacy"),
      area: known("place_area"),
      street: known("street"),
      city: known("city"),
      postalCode: known("postal_code"),
      point:
        typeof latitude === "number" && typeof longitude === "number"
          ? [String(latitude), String(longitude)]
          : undefined,
    },
  ];
}

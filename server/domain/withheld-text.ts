import type { Localized } from "#server/contract/listing.ts";
import type { CatalogueLocation } from "./catalogue-listing.ts";
import { fold } from "./fold.ts";

const PLUS_CODE = /[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}/u;
const MAP_LINK =
  /(maps\.(app\.)?goo|google\.[a-z.]{2,6}\/maps|goo\.gl\/maps|openstreetmap\.org|osm\.org|waze\.com|maps\.apple|what3words|w3w\.co|\/\/\/[a-z]+\.[a-z]+\.[a-z]+)/iu;
const COORDINATES = /-?\d{1,2}\.\d{3,}[°\s]*[NS]?\s*[,;/\s]\s*-?\d{1,3}\.\d{3,}/u;

/**
 * What of a place that is not public stands in a public text: its street, postcode, coordinates, a plus code or
 * a map link. Publishing refuses such a text (architecture: "Place privacy"). Answers the names of what was
 * found, never the text itself.
 */
export function withheldInText(text: string, places: readonly CatalogueLocation[]): readonly string[] {
  if (places.length === 0) return [];
  const found: string[] = [];
  if (PLUS_CODE.test(text.toUpperCase())) found.push("plus code");
  if (MAP_LINK.test(text)) found.push("map link");
  if (COORDINATES.test(text)) found.push("coordinates");
  const folded = fold(text);
  for (const place of places) {
    if (streetsOf(place).some((street) => folded.includes(street))) found.push("street");
    if (place.postalCode !== null && hasWhole(text, place.postalCode)) found.push("postcode");
    if (hasPoint(text, place)) found.push("coordinates");
  }
  return [...new Set(found)];
}

/** Street lines, folded, and each part between commas that is long enough to name a street. */
function streetsOf(place: CatalogueLocation): readonly string[] {
  return [...Object.values(place.lines as Localized), ...Object.values(place.directions as Localized)]
    .flatMap((line) => [line, ...line.split(/[,\n;،]/u)])
    .map((part) => fold(part))
    .filter((part) => part.length >= 6);
}

function hasWhole(text: string, code: string): boolean {
  const plain = code.replace(/\s/gu, "");
  return plain.length >= 4 && text.replace(/\s/gu, "").includes(plain);
}

function hasPoint(text: string, { latitude, longitude }: CatalogueLocation): boolean {
  if (latitude === null || longitude === null) return false;
  return text.includes(latitude.toFixed(3)) || text.includes(longitude.toFixed(3));
}

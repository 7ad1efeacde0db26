/** The place of one entry: shared by all entries of a partner with the same name and point. */
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import type { AreaSearch } from "../find-area.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import { readPoint } from "../read-point.ts";
import type { ReadOptions } from "../read-result.ts";
import { areaNames, COUNTRY, coveredAreas } from "./area-hints.ts";
import { nameOf, type Phrases } from "./texts.ts";
import type { Twin } from "./twins.ts";

type LocationInput = NonNullable<OrganizationInput["locations"]>[number];

export interface JordanPlace {
  location: LocationInput;
  /** Areas served, when they are not those of the place. */
  areas?: string[];
  /** Why the place makes the service a draft. */
  held: string[];
}

/** The place with its area; a doubtful point is kept in the private note alone. */
export function readLocation(
  twin: Twin,
  partner: string,
  phrases: Phrases,
  search: AreaSearch,
  options: ReadOptions,
  problems: ProblemList,
): JordanPlace {
  const { en, ar } = twin;
  const held: string[] = [];
  const location: LocationInput = {
    sourceId: `place/${partner}/${en.locationName}/${en.latitude ?? ""},${en.longitude ?? ""}`,
    country: COUNTRY,
    timeZone: "Asia/Amman",
  };
  if (en.locationName !== "") location.name = nameOf(en.locationName, ar?.locationName, phrases);
  const [latitude, longitude] = [en.latitude ?? "", en.longitude ?? ""];
  if (latitude !== "" && longitude !== "") {
    const point = readPoint(latitude, longitude, COUNTRY, options.areas);
    if ("latitude" in point) Object.assign(location, point);
    else {
      location.privateNote = `Coordinates in the source: ${latitude}, ${longitude}`;
      const where = { ...en.where, column: "geometry" };
      held.push(
        problems.add(
          "held",
          point.code,
          where,
          `${shown(`${latitude}, ${longitude}`)}: ${point.reason}.`,
          twin.sourceId,
        ),
      );
    }
  }
  const found = search.find({
    country: COUNTRY,
    names: areaNames(en.locationName),
    latitude: location.latitude,
    longitude: location.longitude,
    countrywide: /^country ?wide$/iu.test(en.locationName),
  });
  if (found.code !== undefined) location.area = found.code;
  if (found.way === "country" || found.way === "town") {
    const said =
      found.way === "town" ? "taken from the nearest town" : "not found; it stands for the whole country";
    problems.add(
      "note",
      `area-by-${found.way}`,
      { ...en.where, column: "locationName" },
      `The area of ${shown(en.locationName)} is ${said}.`,
      twin.sourceId,
    );
  }
  const areas = coveredAreas(en.answers.coverage ?? [], options.areas);
  return { location, held, ...(areas ? { areas } : {}) };
}

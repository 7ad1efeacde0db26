/** Whom a service is for: ages, languages, areas. */
import { EVERYWHERE, LANGUAGE_MODES } from "#db/vocabulary.ts";
import { languageCode } from "../languages.ts";
import { shown } from "../problem-list.ts";
import type { HsdsContext } from "./read-location.ts";
import type { ServiceInput, ServicePlaces } from "./read-service.ts";
import type { RecordDraft } from "./record-draft.ts";
import type { Row } from "./table-set.ts";

/** Ages in whole years; anything else is held. */
export function addAges(service: ServiceInput, row: Row, draft: RecordDraft): void {
  for (const [column, key] of [
    ["minimum_age", "minimumAge"],
    ["maximum_age", "maximumAge"],
    ["maximum_child_age", "maxChildAge"],
    ["maximum_boys_age", "boysMaxAge"],
  ] as const) {
    const cell = row.cells[column];
    if (cell === undefined) continue;
    const age = /^\d{1,3}(?:\.0+)?$/u.test(cell) ? Number(cell) : Number.NaN;
    if (age >= 0 && age <= 120) service[key] = age;
    else {
      draft.keepPrivate(`${column}: ${cell}`);
      draft.hold("age", row, column, `${shown(cell)} is not an age in whole years.`);
    }
  }
  if (
    service.minimumAge !== undefined &&
    service.maximumAge !== undefined &&
    service.minimumAge > service.maximumAge
  ) {
    draft.hold("age", row, "maximum_age", "The highest age is below the lowest.");
    delete service.minimumAge;
    delete service.maximumAge;
  }
}

/** Languages of rows: direct, unless their note speaks of interpreting. */
export function readLanguages(
  rows: readonly Row[],
  draft: RecordDraft,
): NonNullable<ServiceInput["languages"]> {
  const languages = new Map<string, "direct" | "interpreter">();
  for (const row of rows) {
    const said = row.cells["code"] ?? row.cells["name"] ?? "";
    const code = languageCode(said) ?? languageCode(row.cells["name"] ?? "");
    if (code === undefined) {
      draft.keepPrivate(`Language: ${said}`);
      draft.hold("language", row, "name", `${shown(said)} is not a language that is known here.`);
      continue;
    }
    const told = LANGUAGE_MODES.find((item) => item === row.cells["mode"]);
    const mode = told ?? (/interpret|translat/iu.test(row.cells["note"] ?? "") ? "interpreter" : "direct");
    if (languages.get(code) !== "direct") languages.set(code, mode);
  }
  return [...languages].map(([code, mode]) => ({ code, mode }));
}

/** Areas served: those that the source names and we know, else those of the places, else the country. */
export function addAreas(
  service: ServiceInput,
  row: Row,
  places: ServicePlaces,
  country: string | undefined,
  context: HsdsContext,
  draft: RecordDraft,
): void {
  const areas = new Set<string>();
  const id = row.cells["id"] ?? "";
  for (const area of context.links.of("service_areas", "service_id", id)) {
    const name = area.cells["name"] ?? area.cells["extent"] ?? "";
    const told = area.cells["area_code"];
    const code =
      (told === EVERYWHERE ? told : told === undefined ? undefined : context.options.areas.byCode(told)) ??
      context.options.areas.byCode(name) ??
      (country === undefined ? undefined : context.options.areas.byName(name, country));
    if (code !== undefined) areas.add(code);
    else {
      draft.keepPrivate(`Area served: ${name}`);
      draft.note(
        "service-area",
        area,
        "name",
        `${shown(name)} is no area that is known here; the area of the place stands.`,
      );
    }
  }
  if (areas.size === 0 && !places.locations.some((place) => place.area !== undefined)) {
    const found = context.search.find({ country });
    if (found.code !== undefined) areas.add(found.code);
    else
      draft.hold(
        "area-unknown",
        row,
        "name",
        "Not even the country is known. Name the country of records that do not say theirs.",
      );
  }
  if (areas.size > 0) service.areas = [...areas];
}

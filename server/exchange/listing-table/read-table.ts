import { unguarded } from "../csv.ts";
import type { OpenTable } from "../mapping/open-tables.ts";
import type { FlatListing, FlatPlace, FlatTexts } from "./flat-listing.ts";

/** Between several values in one cell, and in the place of one that is not there. */
const BETWEEN = "; ";
const NOTHING = "-";

/** Headers that stand in our exports and, together, in nobody else's. */
const OURS = ["code", "scope", "needs", "services", "area_codes", "conditions_yes", "conditions_no"];
/** Columns of texts: ours, and what HSDS calls them. */
const TEXTS = {
  name: "name",
  description: "description",
  who_it_is_for: "eligibility_description",
  how_to_start: "application_process",
} as const;
const PLAIN = ["provider_type", "scope", "minimum_age", "maximum_age"] as const;
const CHANNELS = {
  phones: "phone",
  whatsapp: "whatsapp",
  line: "line",
  email: "email",
  website: "website",
} as const;

export const isListingTable = (header: readonly string[]): boolean =>
  OURS.every((column) => header.includes(column));

/** The listings of a table with our headers. */
export function readListingTable({ file, header, lines }: OpenTable): FlatListing[] {
  const languages = header.flatMap((column) => /^name_([a-z].*)$/u.exec(column)?.[1] ?? []);
  return lines.map(({ line, cells }) => {
    const cell = (column: string): string => unguarded((cells[header.indexOf(column)] ?? "").trim());
    const list = (column: string): string[] => cell(column).split(BETWEEN).filter(Boolean);
    const words = (column: string): Record<string, string> => {
      const said =
        languages.length === 0
          ? [["en", cell(column)]]
          : languages.map((lang) => [lang, cell(`${column}_${lang}`)]);
      return Object.fromEntries(said.filter(([, text]) => text !== ""));
    };
    const texts: FlatTexts = Object.fromEntries(
      Object.entries(TEXTS).map(([column, own]) => [own, words(column)]),
    );
    const others = list("other_contacts").map((text) => {
      const at = text.indexOf(": ");
      return { channel: text.slice(0, at), value: text.slice(at + 2) };
    });
    return {
      where: { file, row: line },
      code: cell("code"),
      languages: languages.length === 0 ? ["en"] : languages,
      texts,
      organization: words("organization"),
      plain: {
        ...Object.fromEntries(PLAIN.map((column) => [column, cell(column)])),
        fictional: cell("fictional") === "yes" ? "true" : undefined,
      },
      services: list("services"),
      areas: list("area_codes"),
      yes: list("conditions_yes"),
      no: list("conditions_no"),
      contacts: [
        ...Object.entries(CHANNELS).flatMap(([column, channel]) =>
          list(column).map((value) => ({ channel, value })),
        ),
        ...others,
      ],
      spoken: [
        ...list("languages").map((code) => ({ code, mode: "direct" as const })),
        ...list("languages_by_interpreter").map((code) => ({ code, mode: "interpreter" as const })),
      ],
      hours: cell("hours"),
      costs: list("costs"),
      documents: list("required_documents"),
      places: places(list("place_privacy"), list),
      source: cell("source"),
    };
  });
}

/** Lists of several places stand in one order, with a sign where one of them has nothing. */
function places(privacies: readonly string[], list: (column: string) => string[]): FlatPlace[] {
  const columns = ["place_areas", "address", "city", "postal_code", "coordinates"].map((column) => {
    const values = list(column);
    // A person may have taken a value out of one of them: then nobody knows whose the others are.
    return values.length === privacies.length ? values : [];
  });
  return privacies.map((privacy, at) => {
    const [area, street, city, postalCode, point] = columns.map((values) =>
      values[at] === NOTHING ? undefined : values[at],
    );
    const [latitude, longitude] = point?.split(" ") ?? [];
    return {
      privacy,
      area,
      street,
      city,
      postalCode,
      point: latitude === undefined || longitude === undefined ? undefined : [latitude, longitude],
    };
  });
}

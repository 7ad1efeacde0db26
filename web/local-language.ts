/** The interface language that most people read in a country, for sentences to show there. ISO 3166-1 to BCP 47. */
const MOST_READ: Readonly<Record<string, string>> = {
  TH: "th",
  LA: "lo",
  KH: "km",
  MM: "my",
  VN: "vi",
  ID: "id",
  MY: "ms",
  PH: "fil",
  CN: "zh",
  AL: "sq",
  JO: "ar",
};

/** The language of an area (ISO 3166-1 or 3166-2); null where it is not one of ours. */
export function languageOf(area: string): string | null {
  return MOST_READ[area.slice(0, 2)] ?? null;
}

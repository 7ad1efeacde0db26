/**
 * The languages of the interface, in the order in which they are offered. A language is one line here and one
 * folder in `messages/`; a line without a folder is known by name and not offered yet.
 */

export interface InterfaceLanguage {
  /** BCP 47. */
  readonly code: string;
  /** Its own name, in its own writing. */
  readonly endonym: string;
  readonly dir: "ltr" | "rtl";
  /** ISO 15924. */
  readonly script: string;
  /** Whether a native speaker has checked the words. */
  readonly checked: boolean;
  /** Added to the Gregorian year on the page: Thai counts from the Buddha (543). */
  readonly yearOffset: number;
  /** Between groups of three digits. */
  readonly group: string;
}

const left = { dir: "ltr", script: "Latn", checked: false, yearOffset: 0, group: "," } as const;

export const LANGUAGES: readonly InterfaceLanguage[] = [
  {
    ...left,
    code: "en",
    endonym: "English",
    checked: true,
  },
  {
    ...left,
    code: "th",
    endonym: "ไทย",
    script: "Thai",
    yearOffset: 543,
  },
  { ...left, code: "lo", endonym: "ລາວ", script: "Laoo", group: "." },
  { ...left, code: "km", endonym: "ខ្មែរ", script: "Khmr", group: "." },
  { ...left, code: "my", endonym: "မြန်မာ", script: "Mymr" },
  { ...left, code: "vi", endonym: "Tiếng Việt", group: "." },
  {
    ...left,
    code: "id",
    endonym: "Bahasa Indonesia",
    group: ".",
  },
  { ...left, code: "ms", endonym: "Bahasa Melayu" },
  { ...left, code: "fil", endonym: "Filipino" },
  { ...left, code: "zh", endonym: "简体中文", script: "Hans" },
  { ...left, code: "sq", endonym: "Shqip", group: " " },
  {
    ...left,
    code: "ar",
    endonym: "العربية",
    dir: "rtl",
    script: "Arab",
  },
];

const byCode = new Map(LANGUAGES.map((language) => [language.code, language]));

/** The line of an interface language, or null for a language that has none. */
export function interfaceLanguage(code: string): InterfaceLanguage | null {
  return byCode.get(code) ?? null;
}

/** ISO 15924 script of an interface language; Latin where nothing is known. */
export function scriptOf(code: string): string {
  return byCode.get(code)?.script ?? "Latn";
}

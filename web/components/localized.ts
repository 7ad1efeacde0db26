/** A text of the settings in a language: in it, else in English, else in any; null when there is none. */
export function localized(texts: Readonly<Record<string, string>>, lang: string): string | null {
  return texts[lang] ?? texts["en"] ?? Object.values(texts)[0] ?? null;
}

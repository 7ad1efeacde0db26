import { EVERYWHERE, TEXT_PAGES, type TextPage } from "#db/vocabulary.ts";
import type { ChosenText, PublicText } from "#server/contract/public-text.ts";

/** Sentences that somebody may rely on stand in English too until a speaker has checked the translation. */
const RELIABLE = "en";

/**
 * The text of a page for a reader: in their language before any other, of their country before that of every
 * country. Null when no one has written it in their language, in English or in any other.
 */
export function chooseText(
  texts: readonly PublicText[],
  page: TextPage,
  country: string,
  lang: string,
): ChosenText | null {
  const own = texts.filter((text) => text.page === page && [country, EVERYWHERE].includes(text.country));
  const find = (of: string, language?: string) =>
    own.find((text) => text.country === of && (language === undefined || text.lang === language));
  const text =
    find(country, lang) ??
    find(EVERYWHERE, lang) ??
    find(country, RELIABLE) ??
    find(EVERYWHERE, RELIABLE) ??
    find(country) ??
    find(EVERYWHERE);
  if (text === undefined) return null;
  const needsEnglish = text.lang !== RELIABLE && !text.checked;
  return { text, english: needsEnglish ? (find(text.country, RELIABLE) ?? null) : null };
}

/** Countries, without "every country", that have a text of their own for a page. In code order. */
export function countriesOf(texts: readonly PublicText[], page: TextPage): readonly string[] {
  const codes = texts.filter((text) => text.page === page && text.country !== EVERYWHERE);
  return [...new Set(codes.map(({ country }) => country))].sort();
}

/** What a reader of a language needs of all texts: those in it, and the English for what is missing or unchecked. */
export function textsFor(texts: readonly PublicText[], lang: string): readonly PublicText[] {
  return texts.filter((text) => text.lang === lang || text.lang === RELIABLE);
}

/** The pages that have a text for a reader, with the text to show, in the fixed order. */
export function listTexts(
  texts: readonly PublicText[],
  country: string,
  lang: string,
): readonly PublicText[] {
  return TEXT_PAGES.flatMap((page) => chooseText(texts, page, country, lang)?.text ?? []);
}

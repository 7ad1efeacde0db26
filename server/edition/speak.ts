/** Saying a thing in every language of an edition at once. */
import type { EntryFact, Line, PrintValues, Span, Wording } from "#server/contract/edition.ts";

export type PrintKey = Parameters<Wording["t"]>[0];

/** The languages of an edition, the main one first. */
export type Wordings = readonly [Wording, ...Wording[]];

/** What both languages would say alike (a name that nobody translated) stands once. */
export function line(spans: readonly Span[]): Line {
  return spans.filter(
    (span, index) =>
      span.text !== "" &&
      spans.findIndex((other) => other.text === span.text && other.lang === span.lang) === index,
  );
}

/** A message in each language. Values may differ by language. */
export function say(
  wordings: Wordings,
  key: PrintKey,
  values: PrintValues | ((wording: Wording) => PrintValues) = {},
): Line {
  return each(wordings, (wording) => wording.t(key, typeof values === "function" ? values(wording) : values));
}

/** Whatever a language says. */
export function each(wordings: readonly Wording[], speak: (wording: Wording) => string): Line {
  return line(wordings.map((wording) => ({ text: speak(wording), lang: wording.lang })));
}

/** Names of areas in a language: "Chiang Mai, Bangkok". */
export function areaNames(wording: Wording, areas: readonly string[]): string {
  return areas.map((code) => wording.area(code).text).join(", ");
}

/** Names of areas in each language, each tagged with the language that it is really in: a shared name stands once. */
export function areaLine(wordings: Wordings, areas: readonly string[]): Line {
  return line(
    wordings.map((wording) => {
      const names = areas.map((code) => wording.area(code));
      const [first] = names;
      const same = first !== undefined && names.every(({ lang }) => lang === first.lang);
      return { text: areaNames(wording, areas), lang: same ? first.lang : wording.lang };
    }),
  );
}

/** Signs that end a sentence, by language; Thai and Lao end it with a space. */
const STOPS: Readonly<Record<string, string>> = { km: "។", my: "။", zh: "。", th: "", lo: "", und: "" };

/** A sentence with its stop, so that several can stand in one paragraph. */
export function closed({ text, lang }: Span): Span {
  const trimmed = text.trim();
  if (trimmed === "" || /[.!?:…។။。！？؟۔]$/u.test(trimmed)) return { text: trimmed, lang };
  return { text: trimmed + (STOPS[lang] ?? "."), lang };
}

const BARE = new Set<EntryFact>(["hours", "checked", "offers"]);

/** A fact's sentences, a paragraph a language; a sentence that already stands in another paragraph is left out. */
export function paragraphs(
  fact: EntryFact,
  texts: readonly (readonly Span[])[],
): readonly (readonly Span[])[] {
  const seen = new Set<string>();
  return texts.flatMap((sentences) => {
    const fresh = sentences.filter(({ text, lang }) => text.trim() !== "" && !seen.has(`${lang} ${text}`));
    for (const { text, lang } of fresh) seen.add(`${lang} ${text}`);
    const many = fresh.length > 1 || !BARE.has(fact);
    return fresh.length === 0 ? [] : [fresh.map((span) => (many ? closed(span) : span))];
  });
}

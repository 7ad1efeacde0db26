/** An edition as one HTML file that needs nothing else: to carry on a stick, to read aloud, to search offline. */
import type { Edition } from "#server/contract/edition.ts";
import { filePolicy, SEARCH, searchField } from "./search-in-file.ts";

/** Letters of the scripts, inside the file: those that the edition's languages need. */
const FONTS: Readonly<Record<string, readonly [family: string, name: string]>> = {
  th: ["Noto Sans Thai Looped", "noto-sans-thai-looped"],
  lo: ["Noto Sans Lao", "noto-sans-lao"],
  km: ["Noto Sans Khmer", "noto-sans-khmer"],
  my: ["Noto Sans Myanmar", "noto-sans-myanmar"],
  ar: ["Noto Sans Arabic", "noto-sans-arabic"],
};

/** What Node and a device have each in their own way. */
export interface HtmlHands {
  /** The title, escaped, and the article. */
  readonly draw: (edition: Edition) => { readonly title: string; readonly article: string };
  /** `edition.css`. */
  readonly css: string;
  /** A file of `/fonts/` in base64. */
  readonly font: (name: string) => Promise<string>;
  /** Stands before the field to search in. */
  readonly searchLabel: string;
}

/** The page as HTML, the same text each time. The title is neutral. */
export async function editionHtml(edition: Edition, hands: HtmlHands): Promise<string> {
  const fonts = edition.languages.flatMap(({ lang }) => {
    const font = FONTS[lang];
    return font === undefined ? [] : [font];
  });
  const faces = await Promise.all(
    fonts.flatMap(([family, name]) =>
      [400, 700].map(async (weight) => {
        const bytes = await hands.font(`${name}-${weight}.woff2`);
        return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${bytes})}`;
      }),
    ),
  );
  const families = fonts.map(([family]) => `"${family}"`).join(",");
  const { title, article } = hands.draw(edition);
  const [main] = edition.languages;
  const searched = edition.blocks.some(({ kind }) => kind === "entry");
  const extra = families === "" ? "" : `.edition{font-family:system-ui,sans-serif,${families}}`;
  return [
    "<!doctype html>",
    `<html lang="${main?.lang ?? "en"}" dir="${main?.dir ?? "ltr"}"><head><meta charset="utf-8">${await filePolicy()}`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${title}</title>`,
    `<style>${faces.join("")}${hands.css}${extra}</style></head>`,
    `<body>${searched ? searchField(hands.searchLabel) : ""}${article}${searched ? SEARCH : ""}</body></html>`,
  ].join("\n");
}

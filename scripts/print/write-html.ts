/** An edition as one HTML file that needs nothing else: to carry on a stick, to read aloud, to search with the browser. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Edition } from "#server/contract/edition.ts";
import { renderEdition } from "#web/print/render-edition.tsx";
import { POLICY, SEARCH, searchField } from "./search-in-file.ts";

const file = (path: string) => readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

/** Letters of the scripts, inside the file: those that the edition's languages need. */
const FONTS: Readonly<Record<string, readonly [family: string, name: string]>> = {
  th: ["Noto Sans Thai Looped", "noto-sans-thai-looped"],
  lo: ["Noto Sans Lao", "noto-sans-lao"],
  km: ["Noto Sans Khmer", "noto-sans-khmer"],
  my: ["Noto Sans Myanmar", "noto-sans-myanmar"],
  ar: ["Noto Sans Arabic", "noto-sans-arabic"],
};

async function fontFace(family: string, name: string, weight: number): Promise<string> {
  const bytes = await file(`web/public/fonts/${name}-${weight}.woff2`);
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString("base64")})}`;
}

/** The page as HTML, the same text each time. The title is neutral. */
export async function editionHtml(edition: Edition): Promise<string> {
  const langs = edition.languages.map(({ lang }) => lang).filter((lang) => lang in FONTS);
  const faces = await Promise.all(
    langs.flatMap((lang) => {
      const font = FONTS[lang];
      return font === undefined ? [] : [400, 700].map((weight) => fontFace(font[0], font[1], weight));
    }),
  );
  const families = langs.flatMap((lang) => (FONTS[lang] === undefined ? [] : [`"${FONTS[lang][0]}"`]));
  const { title, article } = renderEdition(edition);
  const css = await file("web/print/edition.css");
  const [main] = edition.languages;
  const searched = edition.blocks.some(({ kind }) => kind === "entry");
  const extra =
    families.length === 0 ? "" : `.edition{font-family:system-ui,sans-serif,${families.join(",")}}`;
  return [
    "<!doctype html>",
    `<html lang="${main?.lang ?? "en"}" dir="${main?.dir ?? "ltr"}"><head><meta charset="utf-8">${POLICY}`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${title}</title>`,
    `<style>${faces.join("")}${css.toString("utf8")}${extra}</style></head>`,
    `<body>${searched ? searchField(main?.lang ?? "en") : ""}${article}${searched ? SEARCH : ""}</body></html>`,
  ].join("\n");
}

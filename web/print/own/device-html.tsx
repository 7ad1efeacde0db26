/** An edition as one HTML file, with letters and styles from our own origin: all of it is in the file. */
import { render } from "preact";
import type { Edition } from "#server/contract/edition.ts";
import { loadAllWords } from "#web/i18n/load.ts";
import { EditionArticle } from "../edition-page.tsx";
import css from "../edition.css?inline";
import { editionHtml } from "../files/edition-html.ts";

const escaped = (text: string) => text.replace(/[&<>]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** Drawn beside the page: what comes of it is text. */
function draw(edition: Edition): { readonly title: string; readonly article: string } {
  const apart = document.createElement("div");
  render(<EditionArticle edition={edition} />, apart);
  const article = apart.innerHTML;
  render(null, apart);
  return { title: escaped(edition.title), article };
}

async function font(name: string): Promise<string> {
  const response = await fetch(`/fonts/${name}`, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** The whole page. Rejects when its letters or words do not come. */
export async function deviceHtml(edition: Edition): Promise<string> {
  const words = await loadAllWords(edition.languages[0]?.lang ?? "en");
  return editionHtml(edition, { draw, css, font, searchLabel: words.t("home.search") });
}

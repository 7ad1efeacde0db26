/** An edition as one HTML file, with letters and styles from this project's folders. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Edition } from "#server/contract/edition.ts";
import { wordsFor } from "#web/i18n/all.ts";
import { editionHtml } from "#web/print/files/edition-html.ts";
import { renderEdition } from "#web/print/render-edition.tsx";

const file = (path: string) => readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

/** The page as HTML, the same text each time. */
export const writeHtml = async (edition: Edition): Promise<string> =>
  editionHtml(edition, {
    draw: renderEdition,
    css: (await file("web/print/edition.css")).toString("utf8"),
    font: async (name) => (await file(`web/public/fonts/${name}`)).toString("base64"),
    searchLabel: wordsFor(edition.languages[0]?.lang ?? "en").t("home.search"),
  });

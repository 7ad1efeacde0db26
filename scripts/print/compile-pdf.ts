/** Draws an edition with the native Typst compiler. The browser draws the same template with the same data. */
import type { Edition, Wording } from "#server/contract/edition.ts";
import { prepareEdition } from "#server/edition/typst/prepare.ts";
import { printIcons } from "#web/print/print-icons.ts";
import { drawPages, type Pdf, type PdfOptions, type Prepared } from "./draw-pages.ts";

export type { Pdf, PdfOptions } from "./draw-pages.ts";

/** What the template is handed, and whether the pages are put on sheets for stapling. */
export function prepare(edition: Edition, wordings: readonly Wording[]): Prepared {
  const [main] = edition.languages;
  return {
    json: prepareEdition(edition, printIcons(), wordings),
    stapled:
      edition.wishes.paper === "a5-on-a4"
        ? { title: edition.title, lang: main?.lang ?? "en", rtl: main?.dir === "rtl" }
        : null,
  };
}

/** Draws an edition in this process, which does nothing else meanwhile. Throws as `drawPages` does. */
export const compilePdf = async (
  edition: Edition,
  wordings: readonly Wording[],
  options: PdfOptions = {},
): Promise<Pdf> => drawPages(prepare(edition, wordings), options);

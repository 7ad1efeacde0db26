/**
 * "Make my own": an edition of what the device holds, made and drawn on the device. Loaded when somebody prints.
 * `server/edition` is pure, so it may run here; nothing of what is chosen is sent.
 */
import type { Edition } from "#server/contract/edition.ts";
import { makeEdition, type EditionSource } from "#server/edition/make-edition.ts";
import { prepareEdition } from "#server/edition/typst/prepare.ts";
import { type MadePdf, makePdf, type PrintOptions } from "./make-pdf.ts";
import { printIcons } from "./print-icons.ts";

export { fromViews } from "./from-views.ts";
export { createWording } from "./wording.ts";
export { printLimit } from "./make-pdf.ts";
export type { EditionSource } from "#server/edition/make-edition.ts";

/** The edition, for the preview and for the browser's own print. */
export async function makeOwnEdition(source: EditionSource): Promise<Edition> {
  return makeEdition(source);
}

/** The same as PDF. Rejects when it is cancelled or the device cannot: print the preview then. */
export async function printEdition(
  edition: Edition,
  wordings: EditionSource["wordings"],
  options: PrintOptions = {},
): Promise<MadePdf> {
  return makePdf(edition, prepareEdition(edition, printIcons(), wordings), options);
}

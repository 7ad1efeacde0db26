/** An edition as a file of another kind than PDF, made on the device. Each writer is fetched when it is wanted. */
import type { Edition } from "#server/contract/edition.ts";
import type { EditionSource } from "#server/edition/make-edition.ts";
import type { FileKind } from "./file-kinds.ts";

const TYPES: Readonly<Record<Exclude<FileKind, "pdf">, string>> = {
  html: "text/html",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};

/** Rejects when the code of a writer does not come. */
export async function writeFile(
  kind: Exclude<FileKind, "pdf">,
  edition: Edition,
  wordings: EditionSource["wordings"],
): Promise<Blob> {
  return new Blob([await contentOf(kind, edition, wordings)], { type: TYPES[kind] });
}

async function contentOf(
  kind: Exclude<FileKind, "pdf">,
  edition: Edition,
  wordings: EditionSource["wordings"],
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (kind) {
    case "html":
      return (await import("./device-html.tsx")).deviceHtml(edition);
    case "docx":
      return (await import("../files/edition-docx.ts")).editionDocx(edition);
    case "xlsx":
      return (await import("../files/edition-xlsx.ts")).editionXlsx(edition, wordings);
    case "csv":
      return (await import("#server/edition/csv.ts")).editionCsv(edition, wordings);
  }
}

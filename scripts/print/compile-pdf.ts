/** Draws an edition with the native Typst compiler. The browser draws the same template with the same data. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Edition, Wording } from "#server/contract/edition.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { prepareEdition } from "#server/edition/typst/prepare.ts";
import { loadFonts } from "./fonts.ts";
import { printIcons } from "#web/print/print-icons.ts";
import { type Compiler, loadCompiler } from "./load-compiler.ts";

const template = (name: string) =>
  fileURLToPath(new URL(`../../server/edition/typst/${name}.typ`, import.meta.url));

/** A folder that need not exist: every file is handed in. */
const WORKSPACE = "/edition";

export interface PdfOptions {
  /** Folder with further TTF or OTF fonts, such as Noto Sans SC for Chinese. */
  readonly fonts?: string | undefined;
}

export interface Pdf {
  readonly bytes: Buffer;
  readonly pages: number;
}

/**
 * The edition as PDF/UA-1, the same bytes each time. Throws `unavailable` where the compiler is not installed for
 * this machine, and an error that names the finding when the template or a font fails.
 */
export async function compilePdf(
  edition: Edition,
  wordings: readonly Wording[],
  options: PdfOptions = {},
): Promise<Pdf> {
  const json = prepareEdition(edition, printIcons(), wordings);
  const pages = await draw("edition", { "edition.json": Buffer.from(json) }, options);
  if (edition.wishes.paper !== "a5-on-a4") return pages;
  const [main] = edition.languages;
  const meta = {
    pages: pages.pages,
    title: edition.title,
    lang: main?.lang ?? "en",
    rtl: main?.dir === "rtl",
  };
  return draw(
    "impose",
    { "pages.pdf": pages.bytes, "pages.json": Buffer.from(JSON.stringify(meta)) },
    options,
  );
}

async function draw(
  name: "edition" | "impose",
  files: Readonly<Record<string, Buffer>>,
  { fonts }: PdfOptions,
): Promise<Pdf> {
  const compiler = await createCompiler(fonts, files["edition.json"]?.toString("utf8") ?? "");
  compiler.mapShadow(`${WORKSPACE}/${name}.typ`, await readFile(template(name)));
  for (const [file, content] of Object.entries(files)) compiler.mapShadow(`${WORKSPACE}/${file}`, content);
  const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}/${name}.typ` });
  if (compiled.result === null) {
    throw new Error(
      `The pages cannot be drawn: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`,
    );
  }
  const standard = name === "impose" ? "1.7" : "ua-1";
  return {
    bytes: compiler.pdf(compiled.result, { pdfStandard: standard }),
    pages: compiled.result.numOfPages,
  };
}

async function createCompiler(folder: string | undefined, text: string): Promise<Compiler> {
  const compiler = loadCompiler();
  if (compiler === null) {
    throw new DirectoryError(
      "unavailable",
      "PDFs cannot be made on this machine: install @myriaddreamin/typst-ts-node-compiler for it.",
    );
  }
  return compiler.create({
    workspace: WORKSPACE,
    fontArgs: [
      { fontBlobs: await loadFonts(text) },
      ...(folder === undefined ? [] : [{ fontPaths: [folder] }]),
    ],
  });
}

/** The native Typst compiler at work: what is drawn comes as data, so that another process can do it as well. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { DirectoryError } from "#server/contract/errors.ts";
import { loadFonts } from "./fonts.ts";
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

/** An edition ready to be drawn. */
export interface Prepared {
  /** The template's data. */
  readonly json: string;
  /** What the sheets for stapling say of themselves; null: pages as they are. */
  readonly stapled: { readonly title: string; readonly lang: string; readonly rtl: boolean } | null;
}

/**
 * The edition as PDF/UA-1, the same bytes each time. Throws `unavailable` where the compiler is not installed for
 * this machine, and an error that names the finding when the template or a font fails.
 */
export async function drawPages({ json, stapled }: Prepared, options: PdfOptions = {}): Promise<Pdf> {
  const pages = await draw("edition", { "edition.json": Buffer.from(json) }, options);
  if (stapled === null) return pages;
  const meta = { pages: pages.pages, ...stapled };
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

import { createRequire } from "node:module";
/** Draws an edition with the native Typst compiler. The browser draws the same template with the same data. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Edition, Wording } from "#server/contract/edition.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { prepareEdition } from "#server/edition/typst/prepare.ts";
import { loadFonts } from "./fonts.ts";
import { printIcons } from "./icons.ts";

const template = (name: string) =>
  fileURLToPath(new URL(`../../server/edition/typst/${name}.typ`, import.meta.url));

export interface PdfOptions {
  /** Folder with further TTF or OTF fonts, such as Noto Sans SC for Chinese. */
  readonly fonts?: string | undefined;
}

export interface Pdf {
  readonly bytes: Buffer;
  readonly pages: number;
}

interface Compiler {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): {
    readonly result: { readonly numOfPages: number } | null;
    takeDiagnostics(): { shortDiagnostics: unknown[] } | null;
  };
  pdf(document: unknown, options: { pdfStandard: string }): Buffer;
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
  const compiler = await createCompiler(fonts);
  compiler.mapShadow(`/work/${name}.typ`, await readFile(template(name)));
  for (const [file, content] of Object.entries(files)) compiler.mapShadow(`/work/${file}`, content);
  const compiled = compiler.compile({ mainFilePath: `/work/${name}.typ` });
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

async function createCompiler(folder: string | undefined): Promise<Compiler> {
  const fontArgs = [
    { fontBlobs: [...(await loadFonts())] },
    ...(folder === undefined ? [] : [{ fontPaths: [folder] }]),
  ];
  try {
    return loadNodeCompiler().create({ workspace: "/work", fontArgs });
  } catch {
    throw new DirectoryError(
      "unavailable",
      "PDFs cannot be made on this machine: there is no Typst compiler for it.",
    );
  }
}

/**
 * The compiler's own package names binaries of eleven platforms, nine of which are not always to be had; a lock file
 * cannot hold what is not there. So the binaries that the project was tried with are optional dependencies of their own.
 */
function loadNodeCompiler(): { create(options: object): Compiler } {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform}-${process.arch}`;
  for (const libc of ["gnu", "musl"]) {
    try {
      const { NodeCompiler } = require(`@myriaddreamin/typst-ts-node-compiler-${platform}-${libc}`) as {
        NodeCompiler: { create(options: object): Compiler };
      };
      return NodeCompiler;
    } catch {
      // The other C library's, or none.
    }
  }
  throw new Error(`There is no Typst compiler for ${platform}`);
}

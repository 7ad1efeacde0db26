/**
 * The native Typst compiler. The packages of two platforms are optional dependencies; the package that chooses among
 * all platforms asks for parts that cannot always be had, so it is used only where somebody has installed it.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const PACKAGES = [
  "@myriaddreamin/typst-ts-node-compiler",
  "@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu",
  "@myriaddreamin/typst-ts-node-compiler-linux-x64-musl",
] as const;

/** What is used of it. */
export interface Compiler {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): {
    readonly result: { readonly numOfPages: number } | null;
    takeDiagnostics(): { shortDiagnostics: unknown[] } | null;
  };
  pdf(document: unknown, options: { pdfStandard: string }): Buffer;
}

type FontArgument = { fontBlobs: readonly Buffer[] } | { fontPaths: readonly string[] };

export interface CompilerClass {
  create(options: { workspace: string; fontArgs: readonly FontArgument[] }): Compiler;
}

/** The compiler, or null where there is none for this machine. */
export function loadCompiler(): CompilerClass | null {
  for (const name of PACKAGES) {
    try {
      return (require(name) as { NodeCompiler: CompilerClass }).NodeCompiler;
    } catch {
      // Not for this machine: the next one.
    }
  }
  return null;
}

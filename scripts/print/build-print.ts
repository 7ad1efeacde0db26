/**
 * Puts what "make my own" needs into `dist/web/print/`: the worker, the compiler with its glue, the templates and the
 * fonts. Nothing of it is loaded before somebody prints. The large files are squeezed here and unpacked in the worker:
 * the edge serves no file of more than 25 MiB, and none that is called .gz.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import wawoff2 from "wawoff2";
import { fontFilesByScript } from "./fonts.ts";
import { patchGlue } from "./patch-glue.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const target = path.join(root, "dist/web/print");
const compiler = path.dirname(
  createRequire(import.meta.url).resolve(
    "@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs",
  ),
);

async function buildWorker(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    build: {
      outDir: target,
      emptyOutDir: true,
      target: "es2022",
      lib: {
        entry: path.join(root, "web/print/print-worker.ts"),
        formats: ["es"],
        fileName: () => "worker.js",
      },
    },
  });
}

async function copyCompiler(): Promise<void> {
  const glue = await readFile(path.join(compiler, "typst_ts_web_compiler.mjs"), "utf8");
  await writeFile(path.join(target, "typst.js"), patchGlue(glue));
  const wasm = await readFile(path.join(compiler, "typst_ts_web_compiler_bg.wasm"));
  await writeFile(path.join(target, "typst.bin"), gzipSync(wasm, { level: 9 }));
}

async function copyTemplates(): Promise<void> {
  for (const name of ["edition", "impose"]) {
    await writeFile(
      path.join(target, `${name}.txt`),
      await readFile(path.join(root, `server/edition/typst/${name}.typ`)),
    );
  }
}

async function copyFonts(): Promise<void> {
  for (const [script, files] of fontFilesByScript()) {
    for (const [index, file] of files.entries()) {
      const ttf = await wawoff2.decompress(await readFile(file));
      await writeFile(path.join(target, `${script}-${index}.bin`), gzipSync(ttf, { level: 9 }));
    }
  }
}

await mkdir(target, { recursive: true });
await buildWorker();
await copyCompiler();
await copyTemplates();
await copyFonts();

/**
 * Draws an edition as PDF in a worker of its own. Its response alone carries 'wasm-unsafe-eval'. What it draws with is
 * handed in by the page, which fetches it once a visit, when somebody prints.
 */
import type { PrintNews, PrintOrder } from "./print-messages.ts";

/** The part of the compiler that is used. */
interface Compiler {
  map_shadow(path: string, content: Uint8Array): boolean;
  compile(
    main: string,
    inputs: null,
    format: "pdf",
    diagnostics: number,
  ): { result?: Uint8Array; diagnostics?: unknown };
  query(main: string, inputs: null, selector: string, field: string): string;
}

interface Glue {
  default(options: { module_or_path: Response }): Promise<unknown>;
  readonly TypstCompilerBuilder: new () => {
    set_dummy_access_model(): void;
    add_raw_font(font: Uint8Array): Promise<void>;
    build(): Promise<Compiler>;
  };
}

const scope = globalThis as unknown as {
  addEventListener(name: "message", listen: (event: { data: PrintOrder }) => void): void;
  postMessage(news: PrintNews, transfer: readonly ArrayBuffer[]): void;
};

/** To the page that started this worker: a worker's message has no other receiver. */
function tell(news: PrintNews, transfer: readonly ArrayBuffer[] = []): void {
  scope.postMessage(news, transfer);
}

const COMPILER = "/print/typst.bin";

function unpacked(bytes: ArrayBuffer): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
}

function fileOf(files: PrintOrder["files"], path: string): ArrayBuffer {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is missing`);
  return bytes;
}

async function createCompiler(files: PrintOrder["files"]): Promise<Compiler> {
  // The build leaves this address as it is: the file is put there by scripts/print/build-print.ts.
  const address = "/print/typst.js";
  const glue = (await import(/* @vite-ignore */ address)) as Glue;
  const wasm = unpacked(fileOf(files, COMPILER));
  await glue.default({
    module_or_path: new Response(wasm, { headers: { "Content-Type": "application/wasm" } }),
  });
  const builder = new glue.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const [path, bytes] of files) {
    if (path === COMPILER || !path.endsWith(".bin")) continue;
    await builder.add_raw_font(new Uint8Array(await new Response(unpacked(bytes)).arrayBuffer()));
  }
  return builder.build();
}

function draw(compiler: Compiler, main: string): Uint8Array<ArrayBuffer> {
  const { result, diagnostics } = compiler.compile(main, null, "pdf", 1);
  if (result === undefined) throw new Error(JSON.stringify(diagnostics));
  return new Uint8Array(result);
}

const template = (files: PrintOrder["files"], name: "edition" | "impose") =>
  new Uint8Array(fileOf(files, `/print/${name}.txt`));

async function make({ edition, files, impose }: PrintOrder): Promise<void> {
  const compiler = await createCompiler(files);
  const text = new TextEncoder();
  compiler.map_shadow("/edition.typ", template(files, "edition"));
  compiler.map_shadow("/edition.json", text.encode(edition));
  tell({ kind: "drawing" });
  let bytes = draw(compiler, "/edition.typ");
  const asked = (label: string) => JSON.parse(compiler.query("/edition.typ", null, label, "value"))[0];
  const pages = Number(asked("<pages>"));
  const chapters = asked("<chapters>") as readonly number[];
  if (impose !== null) {
    compiler.map_shadow("/impose.typ", template(files, "impose"));
    compiler.map_shadow("/pages.pdf", bytes);
    compiler.map_shadow("/pages.json", text.encode(JSON.stringify({ ...impose, pages })));
    bytes = draw(compiler, "/impose.typ");
  }
  tell({ kind: "done", pages, chapters, bytes }, [bytes.buffer]);
}

scope.addEventListener("message", ({ data }) => {
  make(data).catch((error: unknown) => {
    tell({
      kind: "failed",
      reason: error instanceof Error ? error.message : JSON.stringify(error),
    });
  });
});

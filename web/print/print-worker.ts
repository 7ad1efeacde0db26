/**
 * Draws an edition as PDF in a worker of its own. Its response alone carries 'wasm-unsafe-eval'; the compiler is
 * fetched from our own origin when this worker starts, which is when somebody prints.
 */
import type { PrintNews, PrintOrder } from "./print-messages.ts";

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

/** Of all that is loaded, the compiler is by far the most. */
const COMPILER_SHARE = 0.9;

async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok || response.body === null) throw new Error(`${path}: ${response.status}`);
  return response;
}

function unpacked(body: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return body.pipeThrough(new DecompressionStream("gzip"));
}

/** Tells how far the compiler has come. */
function counted(response: Response): ReadableStream<Uint8Array<ArrayBuffer>> {
  const total = Number(response.headers.get("Content-Length") ?? 0);
  let seen = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (total > 0) tell({ kind: "loading", share: (seen / total) * COMPILER_SHARE });
      controller.enqueue(chunk);
    },
  });
  if (response.body === null) throw new Error("The compiler is empty");
  return response.body.pipeThrough(counter);
}

async function createCompiler(fonts: readonly string[]): Promise<Compiler> {
  // The build leaves this address as it is: the file is put there by scripts/print/build-print.ts.
  const address = "/print/typst.js";
  const glue = (await import(/* @vite-ignore */ address)) as Glue;
  const wasm = unpacked(counted(await fetchFile("/print/typst.bin")));
  await glue.default({
    module_or_path: new Response(wasm, { headers: { "Content-Type": "application/wasm" } }),
  });
  const builder = new glue.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) {
    const { body } = await fetchFile(font);
    if (body === null) continue;
    await builder.add_raw_font(new Uint8Array(await new Response(unpacked(body)).arrayBuffer()));
  }
  tell({ kind: "loading", share: 1 });
  return builder.build();
}

async function template(name: "edition" | "impose"): Promise<Uint8Array> {
  return new Uint8Array(await (await fetchFile(`/print/${name}.txt`)).arrayBuffer());
}

function draw(compiler: Compiler, main: string): Uint8Array<ArrayBuffer> {
  const { result, diagnostics } = compiler.compile(main, null, "pdf", 1);
  if (result === undefined) throw new Error(JSON.stringify(diagnostics));
  return new Uint8Array(result);
}

async function make({ edition, fonts, impose }: PrintOrder): Promise<void> {
  const compiler = await createCompiler(fonts);
  const text = new TextEncoder();
  compiler.map_shadow("/edition.typ", await template("edition"));
  compiler.map_shadow("/edition.json", text.encode(edition));
  tell({ kind: "drawing" });
  let bytes = draw(compiler, "/edition.typ");
  const pages = Number(JSON.parse(compiler.query("/edition.typ", null, "<pages>", "value"))[0]);
  if (impose !== null) {
    compiler.map_shadow("/impose.typ", await template("impose"));
    compiler.map_shadow("/pages.pdf", bytes);
    compiler.map_shadow("/pages.json", text.encode(JSON.stringify({ ...impose, pages })));
    bytes = draw(compiler, "/impose.typ");
  }
  tell({ kind: "done", pages, bytes }, [bytes.buffer]);
}

scope.addEventListener("message", ({ data }) => {
  make(data).catch((error: unknown) => {
    tell({
      kind: "failed",
      reason: error instanceof Error ? error.message : JSON.stringify(error),
    });
  });
});

/**
 * What a device needs to draw pages: the compiler, the templates and the letters. Fetched when somebody prints, at
 * most once a visit, and the same whatever is printed: only Chinese, which is as large as all other letters together,
 * is left out where the pages are not in Chinese.
 */

/** Fonts of printed pages by script: how many files each has. */
export const PRINT_SCRIPTS = {
  latin: 8,
  thai: 2,
  lao: 2,
  khmer: 2,
  myanmar: 2,
  arabic: 2,
  chinese: 2,
} as const;

export type PrintScript = keyof typeof PRINT_SCRIPTS;

/** Paths of the font files of an edition in these languages, on our own origin. */
export function printFonts(languages: readonly string[]): readonly string[] {
  const scripts = Object.entries(PRINT_SCRIPTS).filter(
    ([script]) => script !== "chinese" || languages.includes("zh"),
  );
  return scripts.flatMap(([script, files]) =>
    Array.from({ length: files }, (_, index) => `/print/${script}-${index}.bin`),
  );
}

/** Files as they came, squeezed where the name ends with `.bin`. */
export type PrintFiles = ReadonlyMap<string, ArrayBuffer>;

const COMPILER = "/print/typst.bin";
const TEMPLATES = ["/print/edition.txt", "/print/impose.txt"] as const;
/** Of all that is loaded, the compiler is by far the most. */
const COMPILER_SHARE = 0.9;

/** Those of this visit: gone with the page. */
const visit = new Map<string, ArrayBuffer>();

/**
 * Fetches what is not here yet. Rejects when a file does not come or the signal is aborted; what has come by then is
 * kept. A missing Chinese font is no failure: it comes with an optional package.
 */
export async function loadPrintFiles(
  languages: readonly string[],
  signal: AbortSignal | undefined,
  onShare: (share: number) => void,
): Promise<PrintFiles> {
  const fetched = async (path: string, read: (response: Response) => Promise<ArrayBuffer>) => {
    if (visit.has(path)) return;
    const response = await fetch(path, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      ...(signal === undefined ? {} : { signal }),
    });
    if (response.status === 404 && path.includes("chinese")) return;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    visit.set(path, await read(response));
  };
  const small = [...TEMPLATES, ...printFonts(languages)];
  await fetched(COMPILER, (response) => counted(response, (share) => onShare(share * COMPILER_SHARE)));
  await Promise.all(small.map((path) => fetched(path, (response) => response.arrayBuffer())));
  onShare(1);
  return new Map(
    [COMPILER, ...small].flatMap((path) => {
      const bytes = visit.get(path);
      return bytes === undefined ? [] : [[path, bytes] as const];
    }),
  );
}

/** Reads a body and tells how much of it has come. */
async function counted(response: Response, onShare: (share: number) => void): Promise<ArrayBuffer> {
  const total = Number(response.headers.get("Content-Length") ?? 0);
  const reader = response.body?.getReader();
  if (reader === undefined) return response.arrayBuffer();
  const chunks: Uint8Array[] = [];
  let seen = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    seen += value.byteLength;
    if (total > 0) onShare(Math.min(1, seen / total));
  }
  const whole = new Uint8Array(seen);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole.buffer;
}

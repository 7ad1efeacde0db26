/** A PDF made on the device: nothing of what is chosen is sent. */
import type { Edition } from "#server/contract/edition.ts";
import { loadPrintFiles } from "./print-files.ts";
import type { PrintNews, PrintOrder } from "./print-messages.ts";

/** Listings that a device may print by itself; beyond, the ready booklet of the area is offered. */
export function printLimit(deviceMemory: number | undefined): number {
  return deviceMemory !== undefined && deviceMemory <= 2 ? 100 : 300;
}

export type PrintProgress =
  | { readonly stage: "loading"; readonly share: number }
  | { readonly stage: "drawing" };

export interface MadePdf {
  readonly pages: number;
  /** The page on which each chapter begins, in order. */
  readonly chapters: readonly number[];
  readonly file: Blob;
}

export interface PrintOptions {
  /** Aborting ends fetching and drawing at once. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PrintProgress) => void;
  /** Where addresses of scripts need a policy of the page's own. */
  readonly startWorker?: () => Worker;
}

/** The site's one policy lets through addresses of its own origin. */
const startPrintWorker = () => new Worker("/print/worker.js", { type: "module" });

/**
 * Draws an edition in a worker. `prepared` is what `prepareEdition` made of it. Rejects with the signal's reason when
 * it is cancelled, and with an error when the device cannot do it: print the HTML of the same edition then.
 */
export async function makePdf(
  edition: Edition,
  prepared: string,
  { signal, onProgress, startWorker = startPrintWorker }: PrintOptions = {},
): Promise<MadePdf> {
  signal?.throwIfAborted();
  const [main] = edition.languages;
  const files = await loadPrintFiles(
    edition.languages.map(({ lang }) => lang),
    signal,
    (share) => onProgress?.({ stage: "loading", share }),
  );
  signal?.throwIfAborted();
  const order: PrintOrder = {
    edition: prepared,
    files,
    impose:
      edition.wishes.paper === "a5-on-a4"
        ? { title: edition.title, lang: main?.lang ?? "en", rtl: main?.dir === "rtl" }
        : null,
  };
  const worker = startWorker();
  try {
    return await new Promise<MadePdf>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.addEventListener("error", () => reject(new Error("This device cannot make the file")));
      worker.addEventListener("message", ({ data }: MessageEvent<PrintNews>) => {
        if (data.kind === "drawing") onProgress?.({ stage: "drawing" });
        else if (data.kind === "failed") reject(new Error(data.reason));
        else {
          const { pages, chapters, bytes } = data;
          resolve({ pages, chapters, file: new Blob([bytes], { type: "application/pdf" }) });
        }
      });
      worker.postMessage(order, []);
    });
  } finally {
    worker.terminate();
  }
}

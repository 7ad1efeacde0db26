import type { Compress } from "#server/publication/build-parts.ts";

/** A page as it goes out, squeezed. */
export interface DrawnPage {
  readonly brotli: Uint8Array;
  readonly gzip: Uint8Array;
}

/** Of all drawn pages together, in bytes; a page of a full area is some 150 kB of it. */
const MOST_BYTES = 16_000_000;
/** As long as a shared cache keeps one. */
const LIFE_MS = 300_000;

/**
 * Pages that were drawn a moment ago, for whoever asks for the same one: drawing all listings of an area takes a
 * hundred times as long as sending them. They are the same bytes for everybody, under a key made of what they are made of, and
 * forgotten after five minutes: like a shared cache it tells of nobody, and is kept in memory alone.
 */
export class DrawnPages {
  readonly #pages = new Map<
    string,
    { readonly page: Promise<DrawnPage>; bytes: number; readonly until: number }
  >();
  readonly #compress: Compress;
  readonly #now: () => number;
  #bytes = 0;

  constructor(compress: Compress, now: () => number = () => performance.now()) {
    this.#compress = compress;
    this.#now = now;
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The page under a key; drawn once, however many ask at the same time. Throws what `draw` throws, and keeps nothing then. */
  async page(key: string, draw: () => Promise<string>): Promise<DrawnPage> {
    this.#forget();
    const kept = this.#pages.get(key);
    if (kept !== undefined) return kept.page;
    const page = draw().then((html) => {
      const bytes = new TextEncoder().encode(html);
      return { brotli: this.#compress.brotli(bytes, 5), gzip: this.#compress.gzip(bytes) };
    });
    const entry = { page, bytes: 0, until: this.#now() + LIFE_MS };
    this.#pages.set(key, entry);
    try {
      const { brotli, gzip } = await page;
      // Somebody may have made room meanwhile.
      if (this.#pages.get(key) === entry) {
        entry.bytes = brotli.byteLength + gzip.byteLength + key.length * 2;
        this.#bytes += entry.bytes;
        this.#forget();
      }
    } catch {
      this.#drop(key);
    }
    return page;
  }

  /** Drops what is too old, then the oldest until it fits. */
  #forget(): void {
    const now = this.#now();
    for (const [key, { until }] of this.#pages) {
      if (until > now && this.#bytes <= MOST_BYTES) return;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#pages.get(key)?.bytes ?? 0;
    this.#pages.delete(key);
  }
}

/** A file made on the device, step by step, for a screen to show. Nothing of it is kept or sent. */
import { batch, signal } from "@preact/signals";
import type { Edition } from "#server/contract/edition.ts";
import { estimatePages } from "#server/edition/estimate-pages.ts";
import type { EditionSource } from "#server/edition/make-edition.ts";
import type { OwnOrder, ReadDeviceSource } from "../device-source.ts";
import { printLimit } from "../make-pdf.ts";
import { makeOwnEdition, printEdition } from "../print-edition.ts";
import type { FileKind } from "./file-kinds.ts";
import { writeFile } from "./write-file.ts";

/** What stands on the screen before there is a file: blocks to look at and, about, their pages. */
export interface Look {
  readonly edition: Edition;
  readonly pages: number;
  /** The page on which each chapter begins, in order. */
  readonly chapters: readonly number[];
  /** Counted rather than estimated: the file has been made. */
  readonly exact: boolean;
}

export type Work =
  | { readonly stage: "reading" | "no-list" | "idle" | "cannot" }
  | { readonly stage: "loading"; readonly share: number }
  | { readonly stage: "drawing" | "writing" }
  | { readonly stage: "made"; readonly url: string; readonly kind: FileKind };

const memoryOfDevice = (): number | undefined =>
  (navigator as Navigator & { readonly deviceMemory?: number }).deviceMemory;

/** Makes looks and files of orders, one at a time: what is asked last counts. */
export class FileMaker {
  readonly look = signal<Look | null>(null);
  readonly work = signal<Work>({ stage: "reading" });
  #wordings: EditionSource["wordings"] | null = null;
  #control = new AbortController();
  readonly #read: ReadDeviceSource;
  readonly #startWorker: (() => Worker) | undefined;

  /** @param startWorker of a page with a policy of its own; left out: as the site does */
  constructor(read: ReadDeviceSource, startWorker?: () => Worker) {
    this.#read = read;
    this.#startWorker = startWorker;
  }

  /** Puts the edition of an order on the screen. */
  async show(order: OwnOrder): Promise<void> {
    const mine = this.#begin();
    this.work.value = { stage: "reading" };
    try {
      const source = await this.#read(order, mine.signal);
      const edition = await makeOwnEdition(source);
      if (mine.signal.aborted) return;
      this.#wordings = source.wordings;
      batch(() => {
        this.look.value = { edition, ...estimatePages(edition), exact: false };
        this.work.value = { stage: "idle" };
      });
    } catch {
      if (!mine.signal.aborted) this.work.value = { stage: "no-list" };
    }
  }

  /** Makes a file of what is shown. */
  async make(kind: FileKind): Promise<void> {
    const look = this.look.peek();
    if (look === null || this.#wordings === null) return;
    const mine = this.#begin();
    if (kind !== "pdf") return this.#write(kind, look.edition, this.#wordings, mine);
    this.work.value = { stage: "loading", share: 0 };
    try {
      const { file, pages, chapters } = await printEdition(look.edition, this.#wordings, {
        signal: mine.signal,
        ...(this.#startWorker === undefined ? {} : { startWorker: this.#startWorker }),
        onProgress: (progress) => {
          if (!mine.signal.aborted) this.work.value = progress;
        },
      });
      batch(() => {
        this.look.value = { edition: look.edition, pages, chapters, exact: true };
        this.work.value = { stage: "made", url: URL.createObjectURL(file), kind };
      });
    } catch {
      if (!mine.signal.aborted) this.work.value = { stage: "cannot" };
    }
  }

  async #write(
    kind: Exclude<FileKind, "pdf">,
    edition: Edition,
    wordings: EditionSource["wordings"],
    mine: AbortController,
  ): Promise<void> {
    this.work.value = { stage: "writing" };
    try {
      const file = await writeFile(kind, edition, wordings);
      if (!mine.signal.aborted) this.work.value = { stage: "made", url: URL.createObjectURL(file), kind };
    } catch {
      if (!mine.signal.aborted) this.work.value = { stage: "cannot" };
    }
  }

  /** Ends what is going on; the look stays. */
  stop(): void {
    this.#begin();
    this.work.value = { stage: "idle" };
  }

  /** Lets go of the file and of everything that is going on. */
  close(): void {
    this.#begin();
  }

  #begin(): AbortController {
    this.#control.abort(new Error("Something else is asked for"));
    this.#control = new AbortController();
    const work = this.work.peek();
    if (work.stage === "made") URL.revokeObjectURL(work.url);
    return this.#control;
  }
}

/** How many listings are too many to draw as PDF here; null: none are. */
export function tooMany({ edition }: Look): number | null {
  const count = edition.record.entries.length;
  return count > printLimit(memoryOfDevice()) ? count : null;
}

/** What page and print worker say to each other. Nothing of it leaves the device. */

export interface PrintOrder {
  /** The contents of `edition.json`. */
  readonly edition: string;
  /** By path, as `loadPrintFiles` gives them. */
  readonly files: ReadonlyMap<string, ArrayBuffer>;
  /** Two pages on a sheet, for stapling; null: as they come. */
  readonly impose: { readonly title: string; readonly lang: string; readonly rtl: boolean } | null;
}

export type PrintNews =
  | { readonly kind: "drawing" }
  | {
      readonly kind: "done";
      readonly pages: number;
      /** The page on which each chapter begins, in order. */
      readonly chapters: readonly number[];
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: "failed"; readonly reason: string };

/** Sizes of files, in words. They come with the later screens. */
import { numberText } from "./numbers.ts";
import type { Words } from "./words.ts";

/** "84 kB", "0.7 MB", from bytes. */
export function sizeText(words: Words, bytes: number): string {
  if (bytes < 100_000) return words.t("size.kb", { n: Math.max(1, Math.round(bytes / 1000)) });
  return words.t("size.mb", { n: numberText(words, Math.round(bytes / 100_000) / 10).replace(/0$/u, "") });
}

import { action, createModel, type ReadonlySignal, signal } from "@preact/signals";
import type { BundlePart } from "#server/contract/bundle.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import type { ReadIndex } from "./bundle-index.ts";
import { type Fetch, fetchPart, PartError } from "./fetch-part.ts";

/**
 * The pages of words, in memory. They come as one file a language after the first paint, whatever is read, so
 * that nobody can tell which page somebody opened.
 */
export const TextsModel = createModel((readIndex: ReadIndex, fetch: Fetch) => {
  const texts = signal<readonly PublicText[]>([]);
  const state = signal<"waiting" | "ready" | "failed">("waiting");
  let wanted = "";

  const load = action(async (lang: string): Promise<void> => {
    wanted = lang;
    state.value = "waiting";
    try {
      const found = await loadTexts(readIndex, lang, fetch);
      if (wanted !== lang) return;
      texts.value = found;
      state.value = "ready";
    } catch {
      if (wanted === lang) state.value = "failed";
    }
  });
  return {
    texts: texts as ReadonlySignal<readonly PublicText[]>,
    state: state as ReadonlySignal<"waiting" | "ready" | "failed">,
    load,
  };
});
export type TextsModel = InstanceType<typeof TextsModel>;

/** A page may stand open for hours: when its file is gone, the index is read again. */
async function loadTexts(readIndex: ReadIndex, lang: string, fetch: Fetch): Promise<readonly PublicText[]> {
  try {
    return await loadFrom((await readIndex(lang)).texts ?? [], lang, fetch);
  } catch (error) {
    if (!(error instanceof PartError && error.stale)) throw error;
    return loadFrom((await readIndex(lang, true)).texts ?? [], lang, fetch);
  }
}

async function loadFrom(
  parts: readonly BundlePart[],
  lang: string,
  fetch: Fetch,
): Promise<readonly PublicText[]> {
  const part = parts.find((one) => one.lang === lang) ?? parts.find((one) => one.lang === "en");
  if (part === undefined) return [];
  // The hash says that these are the bytes that were published.
  return (await fetchPart(part, fetch, new AbortController().signal)) as readonly PublicText[];
}

import { action, createModel, type ReadonlySignal, signal } from "@preact/signals";
import type { BundleIndex, BundlePart } from "#server/contract/bundle.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import { type Fetch, fetchPart, PartError } from "./fetch-part.ts";
import { INDEX_URL } from "./load-area.ts";

/**
 * The pages of words, in memory. They come as one file a language after the first paint, whatever is read, so
 * that nobody can tell which page somebody opened.
 */
export const TextsModel = createModel((known: readonly BundlePart[], fetch: Fetch) => {
  const texts = signal<readonly PublicText[]>([]);
  const state = signal<"waiting" | "ready" | "failed">("waiting");
  let wanted = "";

  const load = action(async (lang: string): Promise<void> => {
    wanted = lang;
    state.value = "waiting";
    try {
      const found = await loadTexts(known, lang, fetch);
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

/** A page may stand open for hours: when its file is gone, the index says which one is current. */
async function loadTexts(
  known: readonly BundlePart[],
  lang: string,
  fetch: Fetch,
): Promise<readonly PublicText[]> {
  try {
    return await loadFrom(known, lang, fetch);
  } catch (error) {
    if (!(error instanceof PartError && error.stale)) throw error;
    const response = await fetch(INDEX_URL, { cache: "no-store", credentials: "omit" });
    if (!response.ok) throw error;
    return loadFrom(((await response.json()) as BundleIndex).texts ?? [], lang, fetch);
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

import { action, batch, computed, createModel, signal } from "@preact/signals";
import type { ListingView } from "#server/contract/listing-view.ts";
import { searchable, searchableParts } from "#server/domain/search-text.ts";
import type { Fetch } from "./fetch-part.ts";
import type { LoadFonts } from "./load-fonts.ts";
import type { ReadIndex } from "./bundle-index.ts";
import { type AreaList, loadArea } from "./load-area.ts";

export type DirectoryState = "idle" | "loading" | "ready" | "failed";

/** A listing with its folded text, made once for every search. */
export interface Entry {
  readonly view: ListingView;
  readonly text: string;
}

function toEntries({ facts, cards, texts }: AreaList): readonly Entry[] {
  return facts.map((fact) => {
    const view = { facts: fact, card: cards.get(fact.code) ?? null, detail: texts?.get(fact.code) ?? null };
    return { view, text: searchable(searchableParts(view)) };
  });
}

/**
 * The list of one area, on the device. `load` replaces what it was doing before. While it is "loading", `entries` may
 * have the facts already, which is enough to count; it is "ready" with the cards, and the texts come behind.
 */
export const DirectoryModel = createModel((fetch: Fetch, readIndex: ReadIndex, loadFonts: LoadFonts) => {
  const state = signal<DirectoryState>("idle");
  const list = signal<AreaList | null>(null);
  /** The list with all its texts, and what it is of; null until it has come. */
  const whole = signal<{ area: string; lang: string; list: AreaList } | null>(null);
  const entries = computed(() => (list.value === null ? [] : toEntries(list.value)));
  const version = computed(() => list.value?.version ?? "");
  let current: AbortController | null = null;

  const load = action(async (area: string, lang: string) => {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    state.value = "loading";
    list.value = null;
    whole.value = null;
    try {
      const onProgress = (part: AreaList) => {
        if (current !== mine) return;
        batch(() => {
          list.value = part;
          if (part.cards.size > 0 || part.facts.length === 0) state.value = "ready";
        });
      };
      const loaded = await loadArea(area, lang, { readIndex, fetch, signal: mine.signal, onProgress });
      onProgress(loaded);
      if (current === mine) whole.value = { area, lang, list: loaded };
      void loadFonts(loaded.scripts).catch(() => undefined);
    } catch {
      if (current !== mine) return;
      batch(() => {
        list.value = null;
        state.value = "failed";
      });
    }
  });

  return { state, entries, version, whole, load };
});
export type DirectoryModel = InstanceType<typeof DirectoryModel>;

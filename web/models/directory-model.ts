import { action, computed, createModel, signal } from "@preact/signals";
import type { ListingView } from "#server/contract/listing-view.ts";
import { searchable } from "#server/domain/search-text.ts";
import { searchableParts } from "#server/domain/to-listing-view.ts";
import type { Fetch } from "./fetch-part.ts";
import { type AreaList, loadArea } from "./load-area.ts";

export type DirectoryState = "idle" | "loading" | "ready" | "failed";

/** A listing with its folded text, made once for every search. */
export interface Entry {
  readonly view: ListingView;
  readonly text: string;
}

function toEntries({ facts, cards, texts }: AreaList): readonly Entry[] {
  return facts.map((fact) => {
    const view = { facts: fact, card: cards.get(fact.code) ?? null, detail: texts.get(fact.code) ?? null };
    return { view, text: searchable(searchableParts(view)) };
  });
}

/** The list of one area, on the device. `load` replaces what it was doing before. */
export const DirectoryModel = createModel((fetch: Fetch) => {
  const state = signal<DirectoryState>("idle");
  const list = signal<AreaList | null>(null);
  const entries = computed(() => (list.value === null ? [] : toEntries(list.value)));
  const version = computed(() => list.value?.version ?? "");
  let current: AbortController | null = null;

  const load = action(async (area: string, lang: string) => {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    state.value = "loading";
    list.value = null;
    try {
      const loaded = await loadArea(area, lang, fetch, mine.signal);
      if (current !== mine) return;
      list.value = loaded;
      state.value = "ready";
    } catch {
      if (current === mine) state.value = "failed";
    }
  });

  return { state, entries, version, load };
});
export type DirectoryModel = InstanceType<typeof DirectoryModel>;

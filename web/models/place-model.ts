import { action, computed, createModel, signal, type ReadonlySignal } from "@preact/signals";
import type { AreaView } from "#server/contract/listing-view.ts";
import type { PlaceNameAlias } from "#server/contract/settings.ts";
import { type AreaNames, renamePlaces } from "#server/domain/area-names.ts";
import { addAliases } from "#server/domain/place-aliases.ts";
import type { PlaceFile } from "#server/domain/place-file.ts";
import { createPlaceIndex, type PlaceIndex } from "#server/domain/place-index.ts";
import { type PlaceMatch, searchPlaces } from "#server/domain/place-search.ts";
import type { Fetch } from "./fetch-part.ts";

/** The area whose list helps somebody in `area`: its own, else its country's; null when neither is listed. */
export function listedArea(areas: readonly AreaView[], area: string): AreaView | null {
  const find = (code: string) => areas.find((candidate) => candidate.code === code) ?? null;
  return find(area) ?? find(area.slice(0, 2));
}

/**
 * Looking a place up by its name, on the device. The file of a country is the same for everyone and is fetched
 * when the country is shown; what was typed goes nowhere. `aliases` and `names` are those that
 * coordinators added.
 */
export const PlaceModel = createModel(
  (firstCountry: string, fetch: Fetch, aliases: readonly PlaceNameAlias[] = [], names: AreaNames = {}) => {
    const country = signal(firstCountry);
    const typed = signal("");
    const indexes = signal<ReadonlyMap<string, PlaceIndex>>(new Map());
    const index = computed(() => indexes.value.get(country.value) ?? null);
    const hits = computed<readonly PlaceMatch[]>(() =>
      index.value === null ? [] : searchPlaces(index.value, typed.value),
    );

    const coming = new Map<string, Promise<void>>();
    const read = async (code: string) => {
      try {
        const response = await fetch(`/places/${code}.json`, { credentials: "omit" });
        if (!response.ok) return;
        const file = (await response.json()) as PlaceFile;
        indexes.value = new Map([
          ...indexes.peek(),
          [code, addAliases(renamePlaces(createPlaceIndex(file), names), aliases)],
        ]);
      } catch {
        // No connection: typing finds nothing, the list stands.
      } finally {
        coming.delete(code);
      }
    };
    /** Fetches a country's names once. Without them the list and the map still choose a place. */
    const show = action(async (code: string) => {
      country.value = code;
      if (indexes.peek().has(code)) return;
      const known = coming.get(code) ?? read(code);
      coming.set(code, known);
      await known;
    });
    const type = action((text: string) => {
      typed.value = text;
    });

    return {
      country: country as ReadonlySignal<string>,
      typed: typed as ReadonlySignal<string>,
      index,
      hits,
      show,
      type,
    };
  },
);
export type PlaceModel = InstanceType<typeof PlaceModel>;

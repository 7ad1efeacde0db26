import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { BaseMapFile } from "#server/contract/base-map.ts";
import { decodeBaseMap } from "#server/domain/base-map.ts";
import type { PlaceFile } from "#server/domain/place-file.ts";
import { type PreparedMap, prepareMap } from "./prepared-map.ts";

/** A country's land and the names on it. */
export interface MapFiles {
  readonly map: PreparedMap;
  /** The same as it came, for printing. */
  readonly base: BaseMapFile;
  /** Null when the names did not come: the land stands without them. */
  readonly places: PlaceFile | null;
}

const visit = new Map<string, Promise<MapFiles>>();

/**
 * The map of a country: two files, the same for everyone, fetched at most once a visit. A failed one may be asked
 * for again. Rejects when the land does not come.
 */
export function loadMapFiles(country: string): Promise<MapFiles> {
  const known = visit.get(country);
  if (known !== undefined) return known;
  const places = fetchFile<PlaceFile>(`/places/${country}.json`).catch(() => null);
  const files = fetchFile<BaseMapFile>(`/map/${country}.json`).then(async (file) => ({
    map: prepareMap(decodeBaseMap(file)),
    base: file,
    places: await places,
  }));
  visit.set(country, files);
  files.catch(() => visit.delete(country));
  return files;
}

async function fetchFile<File>(url: string): Promise<File> {
  const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as File;
}

/** The files of a country for a component; another country replaces them. */
export function useMapFiles(country: string): MapFiles | "waiting" | "failed" {
  const state = useSignal<{ country: string; files: MapFiles | "waiting" | "failed" }>({
    country,
    files: "waiting",
  });
  useEffect(() => {
    let current = true;
    const put = (files: MapFiles | "waiting" | "failed") => {
      if (current) state.value = { country, files };
    };
    put("waiting");
    loadMapFiles(country).then(put, () => put("failed"));
    return () => {
      current = false;
    };
  }, [country, state]);
  return state.value.country === country ? state.value.files : "waiting";
}

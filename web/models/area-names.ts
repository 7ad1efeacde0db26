import type { BundleIndex } from "#server/contract/bundle.ts";
import type { AreaView } from "#server/contract/listing-view.ts";
import { INDEX_URL } from "./load-area.ts";
import type { Fetch } from "./fetch-part.ts";

/** The areas named in another language, from the index. Without a connection the names stay as they are. */
export async function nameAreas(
  areas: readonly AreaView[],
  lang: string,
  fetch: Fetch,
): Promise<readonly AreaView[]> {
  try {
    const response = await fetch(INDEX_URL, { cache: "no-store", credentials: "omit" });
    if (!response.ok) return areas;
    const index = (await response.json()) as BundleIndex;
    const names = new Map(index.areas.map((area) => [area.code, area.names]));
    return areas.map((area) => {
      const text = names.get(area.code)?.[lang];
      return text === undefined ? area : { ...area, name: { text, lang } };
    });
  } catch {
    return areas;
  }
}

import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { MatchedListing } from "#server/contract/page.ts";
import { useChosenCard } from "#web/map/chosen-card.ts";
import type { ChosenPlace } from "#web/models/search-model.ts";
import { useSite } from "./site-context.ts";

/** What the map gets: the same listings and numbers as the list beside it. */
export interface ResultsMapProps {
  readonly place: ChosenPlace;
  /** Name of the place in the reader's language. */
  readonly placeName: string;
  readonly items: readonly MatchedListing[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly onOpen: (code: string) => void;
  /** Code of the listing whose pin has the ring. */
  readonly chosen: string | null;
  /** A pin was pressed; null: what was chosen is closed. */
  readonly onChoose: (code: string | null) => void;
  /** The map lies over the list, so that it shows itself what was chosen. */
  readonly covered: boolean;
}

export type LoadMap = () => Promise<ComponentType<ResultsMapProps>>;

interface MapSlotProps extends Omit<ResultsMapProps, "chosen" | "onChoose" | "covered"> {
  readonly load: LoadMap;
  /** Phones: the map lies over the list when it was asked for. */
  readonly open: boolean;
}

/**
 * Fetches the map after the list stands, and on a phone only when it is asked for. When it does not come, the list
 * holds the same places. A card in focus rings its pin, a pressed pin finds its card.
 */
export function MapSlot({ load, open, ...map }: MapSlotProps) {
  const { words } = useSite();
  const { code, wide, choose } = useChosenCard();
  const loaded = useSignal<{ readonly Map: ComponentType<ResultsMapProps> | null } | null>(null);
  const seen = open || wide.value;
  useEffect(() => {
    if (!seen || loaded.peek()?.Map) return;
    load().then(
      (Map) => (loaded.value = { Map }),
      () => (loaded.value = { Map: null }),
    );
  }, [seen, load, loaded]);
  const Map = loaded.value?.Map;
  return (
    <aside class={open ? "mapwrap is-open" : "mapwrap"} aria-label={words.t("results.map")}>
      {Map === undefined && <p class="mapwrap__wait">{words.t("site.loading")}</p>}
      {Map === null && <p class="mapwrap__wait">{words.t("map.not-loaded")}</p>}
      {Map && <Map {...map} chosen={code.value} onChoose={choose} covered={!wide.value} />}
    </aside>
  );
}

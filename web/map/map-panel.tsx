import { useEffect, useRef } from "preact/hooks";
import { FitLabel } from "#web/components/fit-label.tsx";
import { ListingBy } from "#web/components/listing-by.tsx";
import { Said } from "#web/components/phrase.tsx";
import { Pin } from "#web/components/pin.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { placeLine } from "#web/words/place.ts";
import type { MapEntry } from "./sort-onto-map.ts";

interface MapPanelProps {
  /** One: the chosen listing. Several: what stands at one spot. */
  readonly entries: readonly MapEntry[];
  readonly onPress: (code: string) => void;
  readonly onClose: () => void;
}

function PlaceOf({ entry }: { readonly entry: MapEntry }) {
  const site = useSite();
  const { listing, match } = entry.item;
  const around = {
    city: listing.card?.city?.text ?? null,
    distance: match.distance,
    areaName: (code: string) => areaNameIn(site, code),
  };
  return <p class="small">{placeLine(site.words, listing.facts, around)}</p>;
}

function PanelRow({
  entry,
  full,
  onPress,
}: {
  entry: MapEntry;
  full: boolean;
  onPress: MapPanelProps["onPress"];
}) {
  const { listing, match } = entry.item;
  return (
    <li>
      <Pin facts={listing.facts} number={entry.number} fit={match.fit} />
      <div>
        <button type="button" class="panel__name" onClick={() => onPress(entry.code)}>
          {listing.card === null ? entry.code : <Said phrase={listing.card.name} />}
        </button>
        {full && <ListingBy listing={listing} />}
        <FitLabel match={match} facts={listing.facts} query={null} />
        {full && <PlaceOf entry={entry} />}
      </div>
    </li>
  );
}

/** A short list over the foot of the map. Its first name has the focus when it opens. */
export function MapPanel({ entries, onPress, onClose }: MapPanelProps) {
  const { words } = useSite();
  const panel = useRef<HTMLDivElement>(null);
  const key = entries.map(({ code }) => code).join(" ");
  useEffect(
    () => panel.current?.querySelector<HTMLElement>(".panel__name")?.focus({ preventScroll: true }),
    [key],
  );
  const several = entries.length > 1;
  return (
    <div
      ref={panel}
      class={several ? "panel" : "panel panel--one"}
      role="group"
      aria-label={words.t("map.several", { n: entries.length })}
    >
      <button type="button" class="btn square" aria-label={words.t("site.close")} onClick={onClose}>
        <Icon name="x" />
      </button>
      {several && <p class="panel__count">{words.t("map.several", { n: entries.length })}</p>}
      <ul>
        {entries.map((entry) => (
          <PanelRow key={entry.code} entry={entry} full={!several} onPress={onPress} />
        ))}
      </ul>
    </div>
  );
}

// oxlint-disable-next-line import/no-unassigned-import -- the build makes the style sheet of it
import "./map-svg.css";
import type { Bounds } from "#server/contract/base-map.ts";
import { useMemo } from "preact/hooks";
import { useSite } from "#web/components/site-context.ts";
import type { ListingFacts, PublishedPlace } from "#server/contract/listing.ts";
import { LandSvg } from "./land-svg.tsx";
import { MapCredit } from "./map-credit.tsx";
import { useMapFiles } from "./map-files.ts";
import { mapNames } from "./map-names.ts";
import { chooseLabels } from "./choose-labels.ts";
import { toPixel, viewOf } from "./mercator.ts";
import { placeLabels } from "./place-labels.ts";
import { placeToDraw } from "./place-to-draw.ts";
import { boundsOf, type PreparedMap } from "./prepared-map.ts";

interface SmallMapProps {
  readonly facts: ListingFacts;
  /** Name of the place or area, for those who do not see the drawing. */
  readonly name: string;
}

const SIZE = { width: 320, height: 200 };

function boundsFor(map: PreparedMap, { privacy, area, point }: PublishedPlace): Bounds {
  const box = area === null ? null : boundsOf(map, area);
  if (privacy === "area-only" || point === null) return box ?? map.bounds;
  const [lat, lon] = point;
  return [lat - 0.15, lon - 0.25, lat + 0.15, lon + 0.25];
}

/** Where a listing is: a mark at a public place, the area alone where the address is not shown, nothing otherwise. */
export default function SmallMap({ facts, name }: SmallMapProps) {
  const { words, settings } = useSite();
  const place = placeToDraw(facts);
  const files = useMapFiles(place?.area?.slice(0, 2) ?? facts.areas[0]?.slice(0, 2) ?? "");
  const names = useMemo(
    () =>
      typeof files === "object" && files.places !== null
        ? mapNames(files.places, words.lang, settings.areaNames)
        : [],
    [files, words.lang, settings.areaNames],
  );
  if (place === null || place.point === null || typeof files !== "object") return null;
  const view = viewOf(boundsFor(files.map, place), SIZE, 10);
  const at = toPixel(view, place.point);
  const isPublic = place.privacy === "public";
  const labels = placeLabels(chooseLabels(names, files.map, view, null), {
    measure: ({ text }) => text.length * 7 + 4,
    height: 16,
    frame: [2, 2, SIZE.width - 2, SIZE.height - 22],
    taken: isPublic ? [[at[0] - 12, at[1] - 12, at[0] + 12, at[1] + 12]] : [],
    limit: 8,
  });
  return (
    <figure class="small-map">
      <svg class="land-svg" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={name}>
        <LandSvg map={files.map} view={view} here={place.area === null ? [] : [place.area]} />
        {labels.map((label) => (
          <g key={`${label.kind} ${label.text}`}>
            {label.kind === "town" && <circle class="land-dot" cx={label.at[0]} cy={label.at[1]} r="2.5" />}
            <text class={`land-name land-name--${label.kind}`} x={label.left + 2} y={label.middle + 4}>
              {label.text}
            </text>
          </g>
        ))}
        {isPublic && <circle class="land-mark" cx={at[0]} cy={at[1]} r="9" />}
      </svg>
      <MapCredit />
    </figure>
  );
}

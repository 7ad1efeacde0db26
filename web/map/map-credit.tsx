import { MAP_CREDIT } from "#server/contract/base-map.ts";

/** The names that the licences ask for. Plain text: a link would lead off our own origin. */
export function MapCredit() {
  return (
    <p class="map__credit" lang="en" dir="ltr">
      {MAP_CREDIT.shapes.name} · {MAP_CREDIT.places.name}
    </p>
  );
}

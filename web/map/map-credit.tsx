import { MAP_CREDIT } from "#server/contract/base-map.ts";

interface MapCreditProps {
  /** Whom the makers of a deployment's own map ask to name. */
  readonly own?: string | null;
}

/** The names that the licences ask for. Plain text: a link would lead off our own origin. */
export function MapCredit({ own = null }: MapCreditProps) {
  const names = [own, MAP_CREDIT.shapes.name, MAP_CREDIT.places.name].filter((name) => name !== null);
  return (
    <p class="map__credit" lang="en" dir="ltr">
      {names.join(" · ")}
    </p>
  );
}

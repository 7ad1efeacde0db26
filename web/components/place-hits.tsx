import type { AreaView } from "#server/contract/listing-view.ts";
import { fold } from "#server/domain/fold.ts";
import { placeName } from "#server/domain/place-index.ts";
import type { PlaceMatch } from "#server/domain/place-search.ts";
import { Icon } from "#web/icons/icon.tsx";
import { languageOf } from "#web/local-language.ts";
import { listedArea } from "#web/models/place-model.ts";
import { useSite } from "./site-context.ts";

/** The name with what was typed marked, where it begins with it. */
function Marked({ name, typed }: { readonly name: string; readonly typed: string }) {
  const wanted = fold(typed);
  let end = 0;
  while (end < name.length && fold(name.slice(0, end)) !== wanted) end++;
  if (fold(name.slice(0, end)) !== wanted) return <>{name}</>;
  return (
    <>
      <mark>{name.slice(0, end)}</mark>
      {name.slice(end)}
    </>
  );
}

interface PlaceHitProps {
  readonly hit: PlaceMatch;
  readonly typed: string;
  readonly areas: readonly AreaView[];
  readonly onChoose: (name: string, area: AreaView, point: readonly [number, number] | null) => void;
}

function PlaceHit({ hit, typed, areas, onChoose }: PlaceHitProps) {
  const { words } = useSite();
  const { place } = hit;
  const name = placeName(place, words.lang);
  const area = listedArea(areas, place.area);
  const own = areas.find(({ code }) => code === place.area);
  // From the middle of a province distances mean nothing.
  const point = place.level === "province" ? null : ([place.lat, place.lon] as const);
  const kind = place.level === "district" ? "place.district-in" : "place.town-in";
  const local = place.localNames[0];
  // The reader's own name for the place stands first; what matched is marked wherever it stands.
  const matchedLocal = local !== undefined && local !== name && place.localNames.includes(hit.matched);
  const matchedName = hit.matched === place.name || hit.matched === name;
  return (
    <li>
      <button
        type="button"
        disabled={area === null}
        onClick={() => area !== null && onChoose(name, area, point)}
      >
        <Icon name="map-pin" />
        <span class="t">
          <b>
            <Marked name={name} typed={typed} />
          </b>
          {!matchedName && !matchedLocal && (
            <small>
              <Marked name={hit.matched} typed={typed} />
            </small>
          )}
          {own === undefined && <small>{words.t("place.not-listed-here")}</small>}
          {own !== undefined && place.level !== "province" && (
            <small>{words.t(kind, { area: own.name.text })}</small>
          )}
        </span>
        {local !== undefined && local !== name && (
          <span class="local" lang={languageOf(place.area) ?? undefined}>
            <Marked name={matchedLocal ? hit.matched : local} typed={typed} />
          </span>
        )}
      </button>
    </li>
  );
}

interface PlaceHitsProps extends Omit<PlaceHitProps, "hit"> {
  readonly hits: readonly PlaceMatch[];
}

/** What was found for a typed name. Typing takes any writing. */
export function PlaceHits({ hits, ...rest }: PlaceHitsProps) {
  const { words } = useSite();
  return (
    <section>
      <p class="note" role="status">
        {hits.length === 0 ? words.t("place.not-found") : words.t("place.found", { n: hits.length })}
      </p>
      {hits.length > 0 && (
        <ul class="pick">
          {hits.map((hit) => (
            <PlaceHit key={`${hit.place.name} ${hit.place.lat}`} hit={hit} {...rest} />
          ))}
        </ul>
      )}
    </section>
  );
}

import type { AddressView, ListingView } from "#server/contract/listing-view.ts";
import type { PublishedPlace } from "#server/contract/listing.ts";
import { Icon } from "#web/icons/icon.tsx";
import { LazySmallMap } from "#web/map/lazy-maps.tsx";
import { placeToDraw } from "#web/map/place-to-draw.ts";
import { placeLine } from "#web/words/place.ts";
import { OwnWords, TextMark } from "./own-words.tsx";
import { Said } from "./phrase.tsx";
import { areaNameIn, useSite } from "./site-context.ts";

function Address({ address }: { readonly address: AddressView }) {
  const parts = [address.lines, address.city].filter((part) => part !== null);
  // One mark for the line. An address in another language says so by its writing.
  const marked = parts.find(({ mark }) => mark !== undefined);
  return (
    <>
      <Icon name="map-pin" />
      <div>
        <b>
          {parts.map((part, index) => (
            <>
              {index > 0 && ", "}
              <Said phrase={part} />
            </>
          ))}
          {address.postalCode !== null && ` ${address.postalCode}`}
        </b>
        {marked !== undefined && <TextMark phrase={marked} />}
        {address.directions !== null && <OwnWords phrase={address.directions} />}
      </div>
    </>
  );
}

/** Wide screens draw where it is; a phone has the map of the list. */
function PlaceDrawing({ listing: { facts, card } }: { readonly listing: ListingView }) {
  const site = useSite();
  const place = placeToDraw(facts);
  if (site.go === null || place === null || !window.matchMedia("(min-width: 900px)").matches) return null;
  // Another country's map would be fetched for this listing alone, and would tell that it was opened.
  if ((place.area ?? "").slice(0, 2) !== site.country) return null;
  const area = place.area === null ? null : areaNameIn(site, place.area);
  return (
    <div class="kv__map">
      <LazySmallMap facts={facts} name={card?.city?.text ?? area ?? site.words.t("results.map")} />
    </div>
  );
}

/** Places as far as they may be known: the address of a public one, else the line that the card has. */
export function AddressRows({ listing }: { readonly listing: ListingView }) {
  const site = useSite();
  const { words } = site;
  const { facts, card, detail } = listing;
  const around = {
    city: card?.city?.text ?? null,
    distance: null,
    areaName: (code: string) => areaNameIn(site, code),
  };
  const addresses = detail?.addresses.filter(({ lines, city }) => lines !== null || city !== null) ?? [];
  const shown = new Set(addresses.map(({ place }) => place));
  const others: readonly (PublishedPlace | null)[] =
    facts.places.length === 0 ? [null] : facts.places.filter((_, index) => !shown.has(index));
  return (
    <>
      {addresses.map((address) => (
        <Address key={address.place} address={address} />
      ))}
      {others.map((place, index) => (
        <>
          <Icon name={place === null ? "phone" : place.privacy === "withheld" ? "lock-simple" : "house"} />
          <div key={index}>
            {placeLine(words, { ...facts, places: place === null ? [] : [place] }, around)}
          </div>
        </>
      ))}
      <PlaceDrawing listing={listing} />
    </>
  );
}

import type { AddressView, ListingView } from "#server/contract/listing-view.ts";
import type { PublishedPlace } from "#server/contract/listing.ts";
import { Icon } from "#web/icons/icon.tsx";
import { placeLine } from "#web/words/place.ts";
import { Said } from "./phrase.tsx";
import { areaNameIn, useSite } from "./site-context.ts";

function Address({ address }: { readonly address: AddressView }) {
  const parts = [address.lines, address.city].filter((part) => part !== null);
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
        {address.directions !== null && <Said phrase={address.directions} />}
      </div>
    </>
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
    </>
  );
}

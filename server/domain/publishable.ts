import type { CatalogueListing, CatalogueLocation } from "./catalogue-listing.ts";
import { freshnessOf } from "./freshness.ts";
import { publicContacts } from "./public-contacts.ts";
import { type PublishingContext, type PublicPlace, publicPlaces, servedAreas } from "./public-places.ts";
import { withheldInText } from "./withheld-text.ts";

/** Why a listing may not be published. */
export interface Obstacle {
  readonly code:
    | "not-active"
    | "ended"
    | "do-not-refer"
    | "do-not-list"
    | "held"
    | "no-service"
    | "no-scope"
    | "no-area"
    | "no-contact"
    | "no-source"
    | "overdue"
    | "second-person"
    | "withheld-in-text";
  /** For the coordinator; never holds what is withheld. */
  readonly message: string;
}

/**
 * What stands between a listing and the public (curation: "What may be published"); empty when nothing does.
 * `today` is an ISO date: the clock is the caller's.
 */
export function obstaclesTo(
  listing: CatalogueListing,
  context: PublishingContext,
  today: string,
): readonly Obstacle[] {
  const found: Obstacle[] = [];
  const add = (code: Obstacle["code"], message: string) => found.push({ code, message });

  if (listing.status !== "active") add("not-active", `Its status is "${listing.status}".`);
  if (listing.validTo !== null && listing.validTo < today) add("ended", `It ended on ${listing.validTo}.`);
  if (listing.doNotRefer) add("do-not-refer", "It is marked “do not refer”.");
  if (listing.doNotList) add("do-not-list", "It is on the do-not-list.");
  if (listing.held.length > 0) add("held", `Held until a person decides: ${listing.held.join("; ")}`);
  if (listing.services.length === 0) add("no-service", "No need and sub-service is chosen.");
  if (listing.scope === null)
    add("no-scope", "It is not decided whether the help is general or specialised.");

  const places = publicPlaces(listing, context);
  if (servedAreas(listing, places).length === 0)
    add("no-area", "No area is named, nor “by phone / anywhere”.");
  if (
    publicContacts(listing, places).length === 0 &&
    !places.some(({ place }) => place.privacy === "public")
  ) {
    add("no-contact", "There is no contact that may be shown.");
  }
  if (listing.verifiedOn === null && listing.sourceName === null && !listing.demo) {
    add("no-source", "It names no source and nobody has checked it.");
  }
  if (freshnessOf(listing, context, today).state === "over")
    add("overdue", "Nobody has checked it for too long.");

  for (const { field, what } of withheldTexts(listing, places)) {
    add("withheld-in-text", `The text “${field}” holds a ${what} of a place that is not public.`);
  }
  return found;
}

function withheldTexts(
  listing: CatalogueListing,
  places: readonly PublicPlace[],
): readonly { field: string; what: string }[] {
  const guarded: readonly CatalogueLocation[] = places
    .filter(({ place }) => place.privacy !== "public")
    .map(({ location }) => location);
  const texts: readonly (readonly [string, string])[] = [
    ...Object.entries({ ...listing.texts, name: listing.name }).flatMap(([field, localized]) =>
      Object.values(localized).map((text) => [field, text] as const),
    ),
    ...listing.notes
      .filter(({ audience }) => audience === "public")
      .flatMap(({ words }) => Object.values(words).map((text) => ["note", text] as const)),
    ...publicContacts(listing, places).flatMap((contact) =>
      [contact.value, ...Object.values(contact.label), ...Object.values(contact.hours)].map(
        (text) => ["contact", text] as const,
      ),
    ),
    ...listing.requiredDocuments.flatMap((d) => Object.values(d).map((text) => ["documents", text] as const)),
    ...listing.costs.flatMap((c) => Object.values(c.description).map((text) => ["cost", text] as const)),
    ...Object.values(listing.organization.name).map((text) => ["organization", text] as const),
  ];
  return texts.flatMap(([field, text]) => withheldInText(text, guarded).map((what) => ({ field, what })));
}

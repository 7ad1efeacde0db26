import {
  LISTING_TEXTS,
  type ListingFacts,
  type ListingText,
  type Localized,
  type Opening,
  type PublishedAddress,
  type PublishedContact,
  type PublishedListing,
} from "#server/contract/listing.ts";
import { affiliationsOf, toPublicAffiliation } from "./affiliations.ts";
import type { CatalogueContact, CatalogueListing, CatalogueSchedule } from "./catalogue-listing.ts";
import { countryOf } from "./area-served.ts";
import { needsOf, type TaxonomyPlace } from "./needs.ts";
import { dayBits, minutesOf } from "./opening-hours.ts";
import { publicContacts } from "./public-contacts.ts";
import { publicMarks } from "./text-marks.ts";
import { type PublicPlace, type PublishingContext, publicPlaces, servedAreas } from "./public-places.ts";

/**
 * The one way from the catalogue to the public. Every public field is named here, one by one; nothing is
 * spread, so a new private column cannot slip through. Call `obstaclesTo` first.
 *
 * `modified` is the ISO date to set when the public content differs from `before`; otherwise the date of
 * `before` stays, so that a private edit moves nothing (architecture: "Non-interference").
 */
export function toPublishedListing(
  listing: CatalogueListing,
  context: PublishingContext,
  taxonomy: ReadonlyMap<string, TaxonomyPlace>,
  modified: string,
): PublishedListing {
  const places = publicPlaces(listing, context);
  const contacts = publicContacts(listing, places);
  const texts = publicTexts(listing);
  const marks = publicMarks(listing, places, contacts, texts);
  return {
    id: listing.id,
    facts: toFacts(listing, places, context, taxonomy),
    name: listing.name,
    organization: {
      id: listing.organization.id,
      name: listing.organization.name,
      website: publicWebsite(listing),
      ...publicAffiliations(listing, context),
    },
    texts,
    ...publicNotes(listing),
    contacts: contacts.map(toPublishedContact),
    costs: listing.costs.map(({ option, amount, currency, description }) => ({
      option,
      amount,
      currency,
      description,
    })),
    addresses: places.flatMap((place, index) => toPublishedAddress(place, index)),
    requiredDocuments: listing.requiredDocuments,
    source:
      listing.sourceName === null
        ? null
        : { name: listing.sourceName, url: listing.sourceUrl, date: listing.sourceDate },
    ...(marks === undefined ? {} : { marks }),
    modified,
  };
}

function toFacts(
  listing: CatalogueListing,
  places: readonly PublicPlace[],
  context: PublishingContext,
  taxonomy: ReadonlyMap<string, TaxonomyPlace>,
): ListingFacts {
  return {
    code: listing.code,
    ...(listing.formerCodes.length > 0 ? { formerCodes: [...listing.formerCodes].sort() } : {}),
    scope: listing.scope ?? "general",
    providerType: listing.organization.providerType,
    needs: needsOf(listing.services, taxonomy),
    services: [...listing.services].sort(),
    areas: servedAreas(listing, places),
    minimumAge: listing.minimumAge,
    maximumAge: listing.maximumAge,
    maxChildAge: listing.maxChildAge,
    boysMaxAge: listing.boysMaxAge,
    answers: sortedAnswers(listing.answers),
    languages: listing.languages.map(({ code, mode }) => ({ code, mode })),
    places: places.map(({ place }) => ({ privacy: place.privacy, area: place.area, point: place.point })),
    opening: toOpening(listing, places, context),
    checkedOn: listing.verifiedOn,
    // Never checked has a mark of its own.
    ...(listing.curationState === "due" && listing.verifiedOn !== null ? { late: true as const } : {}),
    demo: listing.demo,
    starter: listing.starter,
  };
}

/** The same bytes whatever order rows were written in. */
function sortedAnswers(answers: CatalogueListing["answers"]): ListingFacts["answers"] {
  return Object.fromEntries(
    Object.keys(answers)
      .sort()
      .map((facet) => {
        const codes = answers[facet] ?? {};
        return [
          facet,
          Object.fromEntries(
            Object.keys(codes)
              .sort()
              .flatMap((code) => (codes[code] ? [[code, codes[code]]] : [])),
          ),
        ];
      }),
  );
}

/**
 * The listing's own hours; else those of its one place. Several places with hours of their own have no common
 * week, so that is not known. Hours of a withheld place stay with the listing alone: people must know when to come.
 */
function toOpening(
  listing: CatalogueListing,
  places: readonly PublicPlace[],
  context: PublishingContext,
): Opening | null {
  const only = places.length === 1 ? places[0] : undefined;
  const schedules =
    listing.schedules.length > 0
      ? listing.schedules
      : only !== undefined && only.place.privacy !== "withheld"
        ? only.location.schedules
        : [];
  if (schedules.length === 0) return null;
  const area = listing.areas[0] ?? only?.location.area ?? null;
  const timeZone =
    (only?.place.privacy === "withheld" ? null : only?.location.timeZone) ??
    (area === null
      ? null
      : (context.area(area)?.timeZone ?? context.area(countryOf(area))?.timeZone ?? null));
  if (timeZone === null) return null;
  return {
    timeZone,
    week: schedules.flatMap(toSpan),
    exceptions: schedules.flatMap(toException),
  };
}

function toSpan({ kind, byday, opensAt, closesAt, interval }: CatalogueSchedule): Opening["week"][number][] {
  if (kind !== "regular" || opensAt === null || closesAt === null) return [];
  return [{ days: dayBits(byday), opens: minutesOf(opensAt), closes: minutesOf(closesAt), interval }];
}

function toException({
  kind,
  validFrom,
  validTo,
  opensAt,
  closesAt,
}: CatalogueSchedule): Opening["exceptions"][number][] {
  if (kind !== "holiday" || validFrom === null) return [];
  const opens = opensAt === null || closesAt === null ? null : minutesOf(opensAt);
  return [
    {
      from: validFrom,
      to: validTo ?? validFrom,
      opens,
      closes: opens === null || closesAt === null ? null : minutesOf(closesAt),
    },
  ];
}

function publicTexts(listing: CatalogueListing): Readonly<Partial<Record<ListingText, Localized>>> {
  return Object.fromEntries(
    LISTING_TEXTS.flatMap((field) => {
      const text = listing.texts[field];
      return text === undefined || Object.keys(text).length === 0 ? [] : [[field, text]];
    }),
  );
}

/** Notes whose audience is public. */
function publicNotes({ notes }: CatalogueListing): Pick<PublishedListing, "notes"> {
  const shown = notes.filter(({ audience, words }) => audience === "public" && Object.keys(words).length > 0);
  if (shown.length === 0) return {};
  return {
    notes: shown.map(({ about, words, keptFrom }) => ({ about, words, keptFrom: [...keptFrom].sort() })),
  };
}

/** A website may lead to the door: it follows every withheld place of its organisation unless somebody released it. */
function publicWebsite({ organization }: CatalogueListing): string | null {
  return organization.guarded && !organization.websiteReleased ? null : organization.website;
}

/** What its organisation belongs to or keeps; nothing at all where nothing is known. */
function publicAffiliations(
  listing: CatalogueListing,
  context: PublishingContext,
): Pick<PublishedListing["organization"], "affiliations"> {
  const found = affiliationsOf(listing, context.affiliations);
  return found.length === 0 ? {} : { affiliations: found.map(toPublicAffiliation) };
}

function toPublishedContact(contact: CatalogueContact): PublishedContact {
  return {
    channel: contact.channel,
    value: contact.value,
    dial: contact.dial,
    dialScope: contact.dialScope,
    country: contact.country,
    label: contact.label,
    whoAnswers: contact.whoAnswers,
    recorded: contact.recorded,
    tells: contact.tells,
    free: contact.free,
    hours: contact.hours,
    source:
      contact.sourceName === null
        ? null
        : { name: contact.sourceName, url: contact.sourceUrl, date: contact.sourceDate },
    ...(contact.keptFrom.length > 0 ? { keptFrom: [...contact.keptFrom].sort() } : {}),
  };
}

/** Street, town and way of a public place; of any other place there is no address at all, not an empty one. */
function toPublishedAddress({ location, place }: PublicPlace, index: number): PublishedAddress[] {
  if (place.privacy !== "public") return [];
  return [
    {
      place: index,
      name: location.name,
      lines: location.lines,
      city: location.city,
      postalCode: location.postalCode,
      directions: location.directions,
    },
  ];
}

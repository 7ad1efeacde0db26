import type { Service } from "#server/contract/hsds/objects.ts";
import type { CostOption, Language, RequiredDocument } from "#server/contract/hsds/parts.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { type HsdsContext, listingUrl, wordsOf } from "./context.ts";
import { languageName } from "./language-names.ts";
import { nameId } from "./name-id.ts";
import { toHsdsAttributes, toProviderAttributes } from "./to-attributes.ts";
import { firstOf, toContactPoints, toHsdsPhones } from "./to-contacts.ts";
import { toHsdsOrganizationBasics } from "./to-organization-basics.ts";
import { toHsdsPlaces, toHsdsServiceAreas } from "./to-places.ts";
import { toHsdsSchedules } from "./to-schedules.ts";
import { serviceWords, translationsOf } from "./translations.ts";

/**
 * A service with the fields that are one to one, as it stands in lists. Every field is named; nothing is spread from
 * the listing, so that what a listing gains one day does not slip out.
 */
export function toHsdsServiceBasics(listing: PublishedListing, context: HsdsContext): Service {
  return { ...ownFields(listing, context), organization: toHsdsOrganizationBasics(listing, context) };
}

/** A service with everything that hangs on it, its organisation and what classifies that included. */
export function toHsdsService(listing: PublishedListing, context: HsdsContext): Service {
  return {
    ...toHsdsServiceOfOrganization(listing, context),
    organization: {
      ...toHsdsOrganizationBasics(listing, context),
      attributes: toProviderAttributes(listing, context),
    },
  };
}

/** The same without its organisation: as it stands inside one. */
export function toHsdsServiceOfOrganization(listing: PublishedListing, context: HsdsContext): Service {
  const languages = toHsdsLanguages(listing);
  return {
    ...ownFields(listing, context),
    phones: toHsdsPhones(listing, context),
    contact_points: toContactPoints(listing, context),
    schedules: toHsdsSchedules(listing),
    service_areas: toHsdsServiceAreas(listing, context),
    service_at_locations: toHsdsPlaces(listing, context),
    // HSDS: "does not include languages which can only be used with interpretation".
    languages: languages.filter(({ mode }) => mode === "direct"),
    interpreted_languages: languages.filter(({ mode }) => mode === "interpreter"),
    cost_options: toHsdsCosts(listing, context),
    required_documents: toHsdsDocuments(listing, context),
    attributes: toHsdsAttributes(listing, context),
  };
}

function ownFields(listing: PublishedListing, context: HsdsContext): Service {
  const { facts, texts, source, organization } = listing;
  const page = listingUrl(facts.code, context);
  return {
    id: listing.id,
    organization_id: organization.id,
    name: wordsOf(listing.name, context) ?? facts.code,
    description: wordsOf(texts.description, context),
    // Open Referral UK requires an address: where a service has none, our own page about it.
    url: firstOf(listing, "website") ?? page,
    email: firstOf(listing, "email"),
    status: "active",
    interpretation_services: wordsOf(texts.interpretationServices, context),
    application_process: wordsOf(texts.applicationProcess, context),
    fees_description: wordsOf(texts.feesDescription, context),
    wait_time: wordsOf(texts.waitTime, context),
    eligibility_description: wordsOf(texts.eligibilityDescription, context),
    minimum_age: facts.minimumAge ?? undefined,
    maximum_age: facts.maximumAge ?? undefined,
    assured_date: facts.checkedOn ?? undefined,
    alert: wordsOf(texts.alert, context),
    last_modified: `${listing.modified}T00:00:00Z`,
    scope: facts.scope,
    short_code: facts.code,
    listing_url: page,
    ...translationsOf(serviceWords(listing), context),
    maximum_child_age: facts.maxChildAge ?? undefined,
    maximum_boys_age: facts.boysMaxAge ?? undefined,
    source:
      source === null
        ? undefined
        : { name: source.name, url: source.url ?? undefined, date: source.date ?? undefined },
    fictional: facts.demo ? true : undefined,
    what_happens_first: wordsOf(texts.whatHappensFirst, context),
    for_children: wordsOf(texts.forChildren, context),
    documents_description: wordsOf(texts.documentsDescription, context),
    rules: wordsOf(texts.rules, context),
    limits: wordsOf(texts.limits, context),
    access_later: wordsOf(texts.accessLater, context),
    who_is_told: wordsOf(texts.whoIsTold, context),
    contact_care: wordsOf(texts.contactCare, context),
    travel: wordsOf(texts.travel, context),
    culture: wordsOf(texts.culture, context),
    follow_up: wordsOf(texts.followUp, context),
    complaints: wordsOf(texts.complaints, context),
  };
}

/** Languages, direct ones and those through an interpreter. */
function toHsdsLanguages(listing: PublishedListing): Language[] {
  return listing.facts.languages.map(({ code, mode }) => ({
    id: nameId(`${listing.id}/language/${mode}/${code}`),
    name: languageName(code),
    code,
    note: mode === "interpreter" ? "Through an interpreter" : undefined,
    mode,
  }));
}

function toHsdsCosts(listing: PublishedListing, context: HsdsContext): CostOption[] {
  return listing.costs.map(({ option, amount, currency, description }, at) => ({
    id: nameId(`${listing.id}/cost/${at}`),
    service_id: listing.id,
    option,
    amount: amount ?? undefined,
    currency: currency ?? undefined,
    amount_description: wordsOf(description, context),
  }));
}

function toHsdsDocuments(listing: PublishedListing, context: HsdsContext): RequiredDocument[] {
  return listing.requiredDocuments.map((document, at) => ({
    id: nameId(`${listing.id}/document/${at}`),
    document: wordsOf(document, context),
  }));
}

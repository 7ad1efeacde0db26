import type { ListingFacts, Opening } from "#server/contract/listing.ts";
import type { ContactView } from "#server/contract/listing-view.ts";
import { wordsFor } from "#web/i18n/all.ts";

export const en = wordsFor("en");
export const th = wordsFor("th");

/** A listing of which nothing is known; give what the test is about. */
export function aListing(known: Partial<ListingFacts> = {}): ListingFacts {
  return {
    code: "K7Q2M-4",
    scope: "general",
    providerType: null,
    needs: ["counselling"],
    services: ["individual-counselling"],
    areas: ["TH-50"],
    minimumAge: null,
    maximumAge: null,
    maxChildAge: null,
    boysMaxAge: null,
    answers: {},
    languages: [],
    places: [],
    opening: null,
    checkedOn: null,
    demo: false,
    starter: false,
    ...known,
  };
}

/** A phone number of which nothing is known. */
export function aContact(known: Partial<ContactView> = {}): ContactView {
  return {
    channel: "phone",
    value: "1300",
    dial: "1300",
    dialScope: "unknown",
    country: null,
    label: null,
    whoAnswers: null,
    recorded: null,
    tells: {},
    free: null,
    hours: null,
    source: null,
    ...known,
  };
}

/** Monday to Friday 9:00–16:30 and Saturday 9:00–12:00 in Bangkok. */
export const officeHours: Opening = {
  timeZone: "Asia/Bangkok",
  week: [
    { days: 0b001_1111, opens: 540, closes: 990, interval: 1 },
    { days: 0b010_0000, opens: 540, closes: 720, interval: 1 },
  ],
  exceptions: [],
};

import { describe, expect, test } from "vitest";
import { decodeBaseMap } from "#server/domain/base-map.ts";
import type { CatalogueListing, CatalogueLocation } from "#server/domain/catalogue-listing.ts";
import { match } from "#server/domain/match/match.ts";
import { toListingView } from "#server/domain/to-listing-view.ts";
import { toPublishedListing } from "#server/domain/to-published-listing.ts";
import { firstBounds } from "#web/map/first-bounds.ts";
import { createMarks } from "#web/map/marks.ts";
import { boundsOf, prepareMap } from "#web/map/prepared-map.ts";
import { sortOntoMap } from "#web/map/sort-onto-map.ts";
import { readAreas, readBaseMap } from "../../geo/read-built.ts";
import { numbered } from "./listings.ts";

const areas = readAreas();
const CONTEXT = {
  area: (code: string) => areas.get(code) ?? null,
  deadlines: { hotline: 30, shelter: 90, other: 180, grace: 60 },
};
const CHOSEN = [18.79, 98.985] as const;

function location(changes: Partial<CatalogueLocation>): CatalogueLocation {
  return {
    id: "place",
    name: {},
    latitude: 18.71234,
    longitude: 98.91234,
    area: "TH-50",
    privacy: "withheld",
    residential: false,
    timeZone: null,
    lines: { en: "77 Canary Street" },
    city: { en: "Canaryville" },
    postalCode: "50999",
    directions: {},
    contacts: [],
    schedules: [],
    ...changes,
  };
}

function listing(code: string, place: CatalogueLocation): CatalogueListing {
  return {
    id: code,
    code,
    formerCodes: [],
    notes: [],
    status: "active",
    curationState: "published",
    scope: "general",
    name: { en: `Listing ${code}` },
    texts: {},
    organization: {
      id: "o",
      name: { en: "House" },
      website: null,
      websiteReleased: false,
      guarded: false,
      providerType: "ngo",
      contacts: [],
    },
    services: ["legal-advice"],
    areas: ["TH-50"],
    locations: [place],
    contacts: [],
    schedules: [],
    answers: {},
    languages: [],
    costs: [],
    requiredDocuments: [],
    minimumAge: null,
    maximumAge: null,
    maxChildAge: null,
    boysMaxAge: null,
    validTo: null,
    doNotRefer: false,
    doNotList: false,
    held: [],
    verifiedOn: "2026-11-01",
    cameOn: "2026-10-01",
    sourceName: null,
    sourceUrl: null,
    sourceDate: null,
    demo: false,
    starter: false,
  };
}

/** Everything that the map makes of three listings, one of which is a place that is not public. */
function mapWith(hidden: CatalogueLocation) {
  const listings = [
    listing("AAAAA-1", location({ privacy: "public", latitude: 18.8, longitude: 99.01 })),
    listing("BBBBB-2", hidden),
    listing("CCCCC-3", location({ privacy: "public", latitude: 19.92, longitude: 99.21 })),
  ];
  const items = listings.map((record) => {
    const view = toListingView(toPublishedListing(record, CONTEXT, new Map(), "2026-11-21"), "en");
    return { listing: view, match: match(view.facts, { areas: ["TH-50"], near: { point: CHOSEN } }) };
  });
  const fixed = new Map(areas.all().map(({ code, point }) => [code, point]));
  const onMap = sortOntoMap(items, numbered(items), fixed);
  const land = prepareMap(decodeBaseMap(readBaseMap("TH")));
  const area = boundsOf(land, "TH-50") ?? land.bounds;
  return {
    bounds: firstBounds({ point: CHOSEN, whole: false }, area, onMap),
    marks: [4, 6, 8, 9].map(createMarks(onMap)),
    distances: items.map((item) => item.match.distance),
    offMap: onMap.offMap,
  };
}

describe("when an address that is kept private moves", () => {
  const before = mapWith(location({}));

  test.each([
    ["across the province", { latitude: 20.1, longitude: 99.9 }],
    ["to another country", { latitude: -8.5, longitude: 125.5, area: "TL-DI" }],
    ["to a place that is not known", { latitude: null, longitude: null, area: null }],
  ])("no pin, bound or distance moves: %s", (_, moved) => {
    expect(mapWith(location(moved))).toEqual(before);
  });

  test("an area-only address stays at its area's fixed point wherever it is there", () => {
    const here = mapWith(location({ privacy: "area-only" }));
    expect(mapWith(location({ privacy: "area-only", latitude: 20.1, longitude: 99.9 }))).toEqual(here);
    const plate = here.marks[3]?.find(({ kind }) => kind === "plate");
    expect(plate?.point).toEqual(areas.get("TH-50")?.point);
  });

  test("a public address does move its pin and the view, so that the tests above can fail", () => {
    const here = mapWith(location({ privacy: "public" }));
    const there = mapWith(location({ privacy: "public", latitude: 20.1, longitude: 99.9 }));
    expect(there.marks).not.toEqual(here.marks);
    expect(there.bounds).not.toEqual(here.bounds);
    expect(there.distances).not.toEqual(here.distances);
  });

  test("the private one stands in the strip, without a distance", () => {
    expect(before.offMap["kept-private"].map(({ code }) => code)).toEqual(["BBBBB-2"]);
    expect(before.distances[1]).toBeNull();
  });
});

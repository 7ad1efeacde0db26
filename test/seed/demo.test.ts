import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { DEMO } from "#db/seed/demo/index.ts";
import { DEMO_SETTINGS } from "#db/seed/demo/settings.ts";
import taxonomy from "#db/seed/taxonomy.json" with { type: "json" };
import { NEEDS, NUMBER_CHANNELS, PRIVACIES, SCOPES } from "#db/vocabulary.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { Settings } from "#server/contract/settings.ts";
import { BANNED, longestSentence, publicTexts } from "./public-texts.ts";

const records = DEMO.map((organization) => v.parse(OrganizationRecord, organization));
const listings = records.flatMap((organization) =>
  organization.services.map((service) => {
    const places = service.locations.flatMap((id) =>
      organization.locations.filter((location) => location.sourceId === id),
    );
    const areas = [...service.areas, ...places.flatMap(({ area }) => (area === undefined ? [] : [area]))];
    return { organization, service, places, areas };
  }),
);
type Listing = (typeof listings)[number];

/** Language of each country of the demo. */
const LANGUAGES: Readonly<Record<string, string>> = {
  TH: "th",
  KH: "km",
  LA: "lo",
  MM: "my",
  VN: "vi",
  AL: "sq",
};
const AREAS = ["TH-50", "TH-10", "KH-1", "KH-2", "LA-VT", "MM-06", "VN-HN", "AL-11"];
/** South, north, west and east of each area, in degrees, wide enough for its outline. */
const BOXES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  "TH-50": [17.2, 20.2, 98.0, 99.6],
  "TH-10": [13.4, 14.0, 100.3, 100.95],
  "KH-1": [13.2, 14.3, 102.3, 103.5],
  "KH-2": [12.3, 13.5, 102.3, 103.7],
  "LA-VT": [17.7, 18.4, 102.3, 103.1],
  "MM-06": [16.2, 17.9, 95.7, 96.9],
  "VN-HN": [20.5, 21.4, 105.2, 106.1],
  "AL-11": [40.9, 41.6, 19.4, 20.3],
};

const says = (listing: Listing, facet: string, code: string) => listing.service.answers[facet]?.[code];
const some = (test: (listing: Listing) => boolean) => listings.some(test);
const answersYes = (facet: string, code: string) => some((listing) => says(listing, facet, code) === "yes");
const inArea = (area: string) =>
  listings.filter(({ areas }) => areas.some((a) => a === area || a === area.slice(0, 2) || a === "001"));
const needsOf = ({ service }: Listing) =>
  taxonomy.services.filter(({ code }) => service.services.includes(code)).map(({ area }) => area);
const allContacts = records.flatMap((o) => [
  ...o.contacts,
  ...o.locations.flatMap((l) => l.contacts),
  ...o.services.flatMap((s) => s.contacts),
]);

describe("the demo directory", () => {
  it("holds about sixty services or more, and every one names its places and its source", () => {
    expect(listings.length).toBeGreaterThanOrEqual(60);
    for (const { service, places } of listings) {
      expect(places, service.sourceId).toHaveLength(service.locations.length);
      expect(service.source?.date, service.sourceId).toBeTruthy();
    }
  });

  it("gives every record its own source id", () => {
    const ids = records.flatMap((o) => [o, ...o.services, ...o.locations].map(({ sourceId }) => sourceId));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(AREAS)("has its own listings of both scopes in %s", (area) => {
    const own = listings.filter(({ areas }) => areas.includes(area));
    expect(new Set(own.map(({ service }) => service.scope))).toEqual(new Set(SCOPES));
  });

  it.each(AREAS)("has something for each of the twelve needs in %s", (area) => {
    expect(new Set(inArea(area).flatMap(needsOf))).toEqual(new Set(NEEDS));
  });

  it("uses only sub-services of the taxonomy, and every one of them", () => {
    const used = new Set(listings.flatMap(({ service }) => service.services));
    expect(used).toEqual(new Set(taxonomy.services.map(({ code }) => code)));
  });

  it("has places of every privacy, and one of which nothing was said", () => {
    const privacies = new Set(records.flatMap((o) => o.locations.map(({ privacy }) => privacy)));
    expect(privacies).toEqual(new Set([...PRIVACIES, undefined]));
  });

  it("has places where people sleep and places where nobody does", () => {
    expect(new Set(records.flatMap((o) => o.locations.map(({ residential }) => residential)))).toEqual(
      new Set([true, false]),
    );
  });

  it.each([
    ["men", "gender-served", "men"],
    ["people with their children", "with-children", "accepts"],
    ["people without papers", "documents-needed", "none"],
    ["people formally identified", "identification-needed", "formally-identified"],
    ["people who testify", "cooperation-needed", "testimony"],
    ["people registered in the area", "residence-registration-needed", "registered-in-area"],
    ["loans", "cost", "repay"],
    ["stays tied to a court case", "shelter-rules", "stay-tied-to-court-case"],
    ["relatives", "family-members", "parent"],
    ["people with a disability", "disability", "adapted"],
    ["a team that travels", "delivery", "mobile-team"],
    ["evenings", "hours", "evening"],
    ["weekends", "hours", "weekend"],
  ])("has a listing for %s", (_what, facet, code) => {
    expect(answersYes(facet, code)).toBe(true);
  });

  it("has the shapes of eligibility that numbers carry", () => {
    expect(
      some(
        (l) =>
          l.service.minimumAge === 14 &&
          l.service.maximumAge === 17 &&
          says(l, "gender-served", "boys") === "yes",
      ),
    ).toBe(true);
    expect(some(({ service: s }) => (s.boysMaxAge ?? 99) < (s.maxChildAge ?? 0))).toBe(true);
    expect(some(({ service }) => service.maxMonthsSince !== undefined)).toBe(true);
    expect(
      some(({ service }) => service.costs.some((cost) => cost.option === "fee" && (cost.amount ?? 0) > 0)),
    ).toBe(true);
  });

  it("has a closed shelter without a phone, and psychiatric help by phone", () => {
    expect(
      some(
        (l) =>
          says(l, "shelter-rules", "can-leave-freely") === "no" &&
          says(l, "shelter-rules", "phone-allowed") === "no",
      ),
    ).toBe(true);
    expect(
      some((l) => l.service.services.includes("psychiatric-care") && says(l, "delivery", "phone") === "yes"),
    ).toBe(true);
  });

  it("leaves most conditions unknown, and of one listing nothing but the contact is known", () => {
    const bare = listings.filter(
      ({ service, organization }) =>
        Object.keys(service.answers).length === 0 &&
        service.languages.length === 0 &&
        Object.keys(service.texts).length === 0 &&
        service.contacts.length === 1 &&
        organization.providerType === undefined,
    );
    expect(bare).not.toEqual([]);
    expect(some(({ service }) => service.answers["documents-needed"] === undefined)).toBe(true);
  });

  it("reaches one place, several places, a country and everywhere", () => {
    expect(some(({ places }) => places.length >= 3)).toBe(true);
    expect(some(({ service }) => service.areas.join() === "TH")).toBe(true);
    expect(some(({ service }) => service.areas.join() === "001" && service.locations.length === 0)).toBe(
      true,
    );
  });

  it("has opening times day and night, not at night, overnight, and holidays", () => {
    const spans = listings.flatMap(({ service }) => service.schedules);
    const has = (opensAt: string, closesAt: string) =>
      spans.some((span) => span.opensAt === opensAt && span.closesAt === closesAt && span.days.length === 7);
    expect(has("00:00", "24:00")).toBe(true);
    expect(has("08:00", "22:00")).toBe(true);
    expect(has("22:00", "06:00")).toBe(true);
    expect(spans.some(({ kind, validFrom }) => kind === "holiday" && validFrom !== undefined)).toBe(true);
    expect(some(({ service }) => service.schedules.length === 0)).toBe(true);
  });

  it("lists one service twice, under slightly different names with the same number", () => {
    const twins = listings.filter(({ service }) =>
      service.contacts.some(({ value }) => value === "000 0000 030"),
    );
    expect(twins.map(({ service }) => service.name["en"])).toEqual([
      "Salt Harbour workers' room",
      "Salt Harbor Workers Room",
    ]);
  });

  it("has every kind of provider, and lines that police and immigration answer", () => {
    const kinds = new Set(records.map(({ providerType }) => providerType));
    for (const kind of [
      "state",
      "ngo",
      "io",
      "faith-based",
      "community-group",
      "private",
      "social-business",
      "embassy",
      "police-justice",
      "immigration",
    ] as const) {
      expect(kinds.has(kind), kind).toBe(true);
    }
    const who = new Set(allContacts.map(({ whoAnswers }) => whoAnswers));
    for (const answerer of [
      "organization",
      "state",
      "police",
      "immigration",
      "volunteers",
      "machine",
      undefined,
    ] as const) {
      expect(who.has(answerer), String(answerer)).toBe(true);
    }
  });

  it("has languages direct and through an interpreter, the smaller ones too", () => {
    const languages = listings.flatMap(({ service }) => service.languages);
    const codes = new Set(languages.map(({ code }) => code));
    for (const code of ["th", "km", "lo", "my", "vi", "sq", "shn", "ksw", "mnw", "hmn", "rhg"]) {
      expect(codes.has(code), code).toBe(true);
    }
    expect(new Set(languages.map(({ mode }) => mode))).toEqual(new Set(["direct", "interpreter"]));
  });

  it("has calls recorded, not recorded and not known, and messages in the apps of the region", () => {
    expect(new Set(allContacts.map(({ recorded }) => recorded))).toEqual(new Set(["yes", "no", undefined]));
    expect(allContacts.some(({ tells }) => tells?.police === "yes")).toBe(true);
    expect(allContacts.some(({ tells }) => tells?.police === "no")).toBe(true);
    expect(allContacts.some(({ tells }) => tells === undefined)).toBe(true);
    const channels = new Set(allContacts.map(({ channel }) => channel));
    for (const channel of ["line", "whatsapp", "zalo", "viber", "sms", "email", "form"] as const) {
      expect(channels.has(channel), channel).toBe(true);
    }
    expect(allContacts.some(({ dialScope }) => dialScope === "country")).toBe(true);
  });

  it("keeps secrets to test privacy with: notes, inner numbers and full addresses of withheld places", () => {
    expect(allContacts.some(({ audience }) => audience === "internal")).toBe(true);
    expect(allContacts.some(({ audience }) => audience === "practitioner")).toBe(true);
    const withheld = records.flatMap((o) => o.locations.filter(({ privacy }) => privacy === "withheld"));
    expect(
      withheld.filter((l) => l.lines && l.postalCode && l.latitude && l.privateNote).length,
    ).toBeGreaterThanOrEqual(5);
    expect(some(({ service }) => service.privateNote !== undefined)).toBe(true);
  });

  it("says nothing public about the street or postcode of a place that is not public", () => {
    for (const { service, organization } of listings) {
      const said = publicTexts(service)
        .flatMap(([, text]) => Object.values(text))
        .join("\n");
      const secrets = organization.locations
        .filter(({ privacy }) => privacy !== "public")
        .flatMap((l) =>
          [...Object.values(l.lines ?? {}), ...Object.values(l.directions ?? {}), l.postalCode ?? []].flat(),
        );
      expect(
        secrets.filter((secret) => said.includes(secret)),
        service.sourceId,
      ).toEqual([]);
    }
  });

  it("was checked on many days of 2026, and some of it never", () => {
    const days = listings.flatMap(({ service }) => service.verified?.on ?? []);
    expect(days.filter((day) => !day.startsWith("2026-"))).toEqual([]);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBeGreaterThanOrEqual(8);
    expect(days.length).toBeLessThan(listings.length);
  });

  it("has points inside the areas that its places name", () => {
    for (const { sourceId, area = "", latitude, longitude } of records.flatMap((o) => o.locations)) {
      if (latitude === undefined || longitude === undefined) continue;
      const [south, north, west, east] = BOXES[area] ?? [0, 0, 0, 0];
      expect(latitude > south && latitude < north && longitude > west && longitude < east, sourceId).toBe(
        true,
      );
    }
  });
});

describe("what is made up in the demo", () => {
  it("has only numbers that nobody can dial", () => {
    for (const { channel, value, dial } of allContacts) {
      expect(dial).toBeUndefined();
      if ((NUMBER_CHANNELS as readonly string[]).includes(channel) || channel === "zalo") {
        expect(value).toMatch(/^000 0000 0\d\d$/u);
      }
    }
  });

  it("has only web and mail addresses at reserved domains", () => {
    const addresses = [
      ...records.flatMap(({ website }) => website ?? []),
      ...allContacts.filter(({ value }) => /[@:]/u.test(value)).map(({ value }) => value),
      ...listings.flatMap(({ service }) => service.source?.url ?? []),
    ];
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(address).toMatch(/(\.example|\bexample\.org)(\/|$)/u);
  });

  it("has streets and villages that call themselves examples", () => {
    for (const { lines, sourceId } of records.flatMap((o) => o.locations)) {
      if (lines !== undefined) expect(lines["en"], sourceId).toMatch(/Example/u);
    }
  });

  it("starts with settings that are valid, say demo, and hold no number that can be dialled", () => {
    const settings = v.parse(Settings, DEMO_SETTINGS);
    expect([settings.demo, settings.indexed]).toEqual([true, false]);
    for (const { number, dial } of settings.emergency) {
      expect(number).toMatch(/^000 0000 0\d\d$/u);
      expect(dial).toBeNull();
    }
  });
});

describe("the words of the demo", () => {
  const said = listings.flatMap(({ service }) =>
    publicTexts(service).map(([field, text]) => [service.sourceId, field, text] as const),
  );

  it("has no banned word in any language", () => {
    const texts = [
      ...said.map(([id, field, text]) => [`${id} ${field}`, text] as const),
      ...records.flatMap((o) => [o.name, o.description ?? {}].map((text) => [o.sourceId, text] as const)),
      ...records.flatMap((o) =>
        o.locations.map((l) => [l.sourceId, { ...l.name, ...l.directions }] as const),
      ),
    ];
    for (const [where, text] of texts) {
      for (const word of BANNED) expect(Object.values(text).join("\n"), where).not.toMatch(word);
    }
  });

  it("has English sentences of fifteen words or fewer, and no exclamation marks", () => {
    for (const [id, field, text] of said) {
      expect(longestSentence(text["en"] ?? ""), `${id} ${field}`).toBeLessThanOrEqual(15);
      expect(Object.values(text).join(""), `${id} ${field}`).not.toMatch(/[!！]/u);
    }
  });

  it("names and describes every service in English and in the language of its place", () => {
    for (const { organization, service, areas } of listings) {
      const local = LANGUAGES[(areas[0] ?? "").slice(0, 2)] ?? "th";
      const names = [organization.name, service.name];
      const texts = service.texts.description === undefined ? names : [...names, service.texts.description];
      for (const text of texts) {
        expect(Object.keys(text), service.sourceId).toEqual(expect.arrayContaining(["en", local]));
      }
    }
  });

  it("writes each language in its own script", () => {
    const scripts: Readonly<Record<string, RegExp>> = {
      th: /\p{Script=Thai}/u,
      km: /\p{Script=Khmer}/u,
      lo: /\p{Script=Lao}/u,
      my: /\p{Script=Myanmar}/u,
    };
    const foreign: Readonly<Record<string, RegExp>> = {
      th: /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u,
      km: /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}]/u,
      lo: /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u,
      my: /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u,
      en: /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u,
    };
    for (const [id, field, text] of said) {
      for (const [language, words] of Object.entries(text)) {
        const where = `${id} ${field} ${language}`;
        if (scripts[language] !== undefined) expect(words, where).toMatch(scripts[language]);
        if (foreign[language] !== undefined) expect(words, where).not.toMatch(foreign[language]);
      }
    }
  });
});

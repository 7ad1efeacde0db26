import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { HOTLINES } from "#db/seed/hotlines.ts";
import taxonomy from "#db/seed/taxonomy.json" with { type: "json" };
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { BANNED, longestSentence, publicTexts } from "./public-texts.ts";

const shared = process.env["WAYMARK_SHARED"];
const records = HOTLINES.map((organization) => v.parse(OrganizationRecord, organization));
const services = records.flatMap((organization) => organization.services);
const contacts = services.flatMap((service) => service.contacts);

/** `country number` of every contact and listing, for comparing. */
const key = (country: string | undefined, number: string) => `${country} ${number}`;

interface SharedListing {
  readonly country: string;
  readonly number: string;
  readonly confidence: string;
  readonly ship_as_unverified: boolean;
  readonly languages?: readonly string[];
  readonly sources: readonly { readonly url: string; readonly date: string }[];
}

describe("the starter hotlines", () => {
  it("names a source and its date for every service and every contact", () => {
    for (const { source, sourceId } of [...services, ...contacts.map((c) => ({ ...c, sourceId: c.value }))]) {
      expect(source?.name, sourceId).toBeTruthy();
      expect(source?.date, sourceId).toBeTruthy();
    }
  });

  it("never says that we checked one", () => {
    expect(services.filter(({ verified }) => verified !== undefined)).toEqual([]);
  });

  it("keeps short codes inside their country and sets no dialled form for them", () => {
    const short = contacts.filter(({ value }) => value.replace(/\D/gu, "").length <= 6);
    expect(short.length).toBeGreaterThan(10);
    for (const { value, dial, dialScope, country } of short) {
      expect(dial, value).toBeUndefined();
      expect(dialScope, value).toBe("country");
      expect(country, value).toMatch(/^[A-Z]{2}$/u);
    }
  });

  it("has a scope, a sub-service of the taxonomy, the whole country, and a contact for each", () => {
    const known = new Set(taxonomy.services.map(({ code }) => code));
    for (const { scope, services: codes, areas, contacts: own, sourceId } of services) {
      expect(scope, sourceId).toBeDefined();
      expect(codes.length, sourceId).toBeGreaterThan(0);
      expect(
        codes.filter((code) => !known.has(code)),
        sourceId,
      ).toEqual([]);
      expect(areas.join(), sourceId).toMatch(/^([A-Z]{2}|001)$/u);
      expect(own.length, sourceId).toBeGreaterThan(0);
    }
  });

  it("says of Viet Nam's 111 that calls are recorded and passed to the police", () => {
    const line = services.find(({ sourceId }) => sourceId === "vn-111");
    const [contact] = line?.contacts ?? [];
    expect([contact?.value, contact?.recorded, contact?.tells?.police]).toEqual(["111", "yes", "yes"]);
    expect(line?.texts.whoIsTold?.["en"]).toMatch(/recorded.*police and border guard/u);
  });

  it("has no banned word, and English sentences of fifteen words or fewer", () => {
    const texts = [
      ...services.flatMap(publicTexts),
      ...records.map(({ name }) => ["organization", name] as const),
    ];
    for (const [field, text] of texts) {
      for (const word of BANNED) expect(Object.values(text).join("\n"), field).not.toMatch(word);
      expect(longestSentence(text["en"] ?? ""), text["en"]).toBeLessThanOrEqual(15);
    }
  });
});

describe.skipIf(shared === undefined)("the starter hotlines, beside their file (set WAYMARK_SHARED)", () => {
  const listings: readonly SharedListing[] =
    shared === undefined
      ? []
      : JSON.parse(readFileSync(join(shared, "data/hotlines-starter.json"), "utf8")).listings;
  const shipped = listings.filter((listing) => listing.ship_as_unverified);
  const find = (country: string | undefined, value: string) =>
    shipped.find((listing) => key(listing.country, listing.number) === key(country, value));

  it("has every number that may ship, as typed, and no other", () => {
    const ours = new Set(contacts.map(({ country, value }) => key(country, value)));
    expect(ours).toEqual(new Set(shipped.map(({ country, number }) => key(country, number))));
  });

  it("takes each source and its date from the file", () => {
    for (const { country, value, source } of contacts) {
      const sources = find(country, value)?.sources ?? [];
      expect(
        sources.some(({ url, date }) => date === source?.date && (url === source.url || url === source.name)),
        value,
      ).toBe(true);
    }
  });

  it("holds what has low confidence as a draft, and nothing else", () => {
    for (const { contacts: own, held, sourceId } of services) {
      const low = own.some(({ country, value }) => find(country, value)?.confidence === "low");
      expect(
        held.some((why) => why.startsWith("low confidence: ")),
        sourceId,
      ).toBe(low);
    }
  });

  it("names languages only where the file does", () => {
    for (const { contacts: own, languages } of services) {
      const [first] = own;
      const stated = find(first?.country, first?.value ?? "")?.languages ?? [];
      expect(languages.map(({ code }) => code)).toEqual(stated);
    }
  });
});

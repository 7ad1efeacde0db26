import { describe, expect, test } from "vitest";
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { organization as organizationTable } from "#db/schema/catalogue/index.ts";
import { wish } from "#server/publication/wishes.ts";
import { findListings } from "#server/directory/directory.ts";
import { memoryDirectory } from "../records/memory.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";

const withService = (changes: Parameters<typeof serviceInput>[0]) =>
  organizationInput({ services: [serviceInput(changes)] });
const withPlace = (
  place: Parameters<typeof placeInput>[0],
  changes: Parameters<typeof serviceInput>[0] = {},
) =>
  organizationInput({
    locations: [placeInput(place)],
    services: [serviceInput({ locations: ["house"], ...changes })],
  });

describe("what may be published", () => {
  test.each<[string, OrganizationInput, string]>([
    ["a service that is not active", withService({ status: "inactive" }), "not-active"],
    ["one that has ended", withService({ validTo: "2015-12-31" }), "ended"],
    ["one marked do-not-refer", withService({ doNotRefer: true }), "do-not-refer"],
    ["one that is held", withService({ held: ["scope is not known"] }), "held"],
    ["one without a sub-service", withService({ services: [] }), "no-service"],
    ["one without an area", withService({ areas: [] }), "no-area"],
    ["one without a contact", withService({ contacts: [] }), "no-contact"],
    [
      "one whose contacts are internal",
      withService({ contacts: [{ channel: "phone", value: "000 0000 009", audience: "internal" }] }),
      "no-contact",
    ],
    [
      "one that nobody checked for two years",
      withService({ verified: { on: "2024-11-01", byRole: "desk" } }),
      "overdue",
    ],
    [
      "a text with the withheld street",
      withPlace({ privacy: "withheld" }, { texts: { description: { en: "Come to 77 Canary Street." } } }),
      "withheld-in-text",
    ],
    [
      "a text with the withheld postcode",
      withPlace({ privacy: "area-only" }, { texts: { travel: { en: "Bus to 50999." } } }),
      "withheld-in-text",
    ],
    [
      "a text with withheld coordinates",
      withPlace({ privacy: "withheld" }, { texts: { travel: { en: "At 18.71234, 98.91234" } } }),
      "withheld-in-text",
    ],
    [
      "a text with a plus code",
      withPlace({ privacy: "withheld" }, { texts: { travel: { en: "7MCWPX6V+QW" } } }),
      "withheld-in-text",
    ],
    [
      "a text with a map link",
      withPlace({ privacy: "withheld" }, { texts: { travel: { en: "https://maps.app.goo.gl/abc" } } }),
      "withheld-in-text",
    ],
    [
      "a contact label with the withheld street",
      withPlace(
        { privacy: "withheld" },
        {
          contacts: [{ channel: "phone", value: "000 0000 001", label: { en: "desk at 77 Canary Street" } }],
        },
      ),
      "withheld-in-text",
    ],
  ])("refuses %s", async (_name, record, code) => {
    const d = await memoryDirectory();
    const { published, left } = await d.publish(record);
    expect(published).toEqual([]);
    expect(left[0]?.obstacles.map((obstacle) => obstacle.code)).toContain(code);
    expect(await findListings(d.published, {})).toEqual([]);
    expect(JSON.stringify(left)).not.toContain("Canary");
  });

  test("says nothing against a street of a public place in its own text", async () => {
    const d = await memoryDirectory();
    const { published } = await d.publish(
      withPlace(
        { privacy: "public" },
        { texts: { travel: { en: "77 Canary Street is beside the market." } } },
      ),
    );
    expect(published).toHaveLength(1);
  });
});

describe("what a place lets be known", () => {
  const publishedPlace = async (
    place: Parameters<typeof placeInput>[0],
    changes: Parameters<typeof serviceInput>[0] = {},
  ) => {
    const d = await memoryDirectory();
    await d.publish(withPlace(place, changes));
    const [listing] = await findListings(d.published, {});
    if (listing === undefined) throw new Error("nothing was published");
    return listing;
  };

  test("a public place shows its address and its own point", async () => {
    const { facts, addresses } = await publishedPlace({ privacy: "public" });
    expect(facts.places).toEqual([{ privacy: "public", area: "TH-50", point: [18.71234, 98.91234] }]);
    expect(addresses).toMatchObject([{ lines: { en: "77 Canary Street" }, postalCode: "50999" }]);
  });

  test("an area-only place shows the area's fixed point and no address", async () => {
    const { facts, addresses } = await publishedPlace({ privacy: "area-only" });
    const other = await publishedPlace({ privacy: "area-only", latitude: 19.9, longitude: 98.1 });
    expect(facts.places[0]?.point).toEqual(other.facts.places[0]?.point);
    expect(facts.places[0]?.point).not.toEqual([18.71234, 98.91234]);
    expect(addresses).toEqual([]);
  });

  test("a withheld place shows neither point nor area nor address, only the areas that it serves", async () => {
    const { facts, addresses } = await publishedPlace({ privacy: "withheld" });
    expect(facts.places).toEqual([{ privacy: "withheld", area: null, point: null }]);
    expect(facts.areas).toEqual(["TH-50"]);
    expect(addresses).toEqual([]);
  });

  test("where nobody decided, a specialised service's place is withheld and a general one's is its area", async () => {
    expect((await publishedPlace({}, { scope: "trafficking-specific" })).facts.places[0]?.privacy).toBe(
      "withheld",
    );
    expect((await publishedPlace({})).facts.places[0]?.privacy).toBe("area-only");
  });

  test("a contact and the website follow a withheld place", async () => {
    const d = await memoryDirectory();
    await d.publish(
      organizationInput({
        website: "https://canary.example.org/",
        contacts: [{ channel: "phone", value: "000 0000 088" }],
        locations: [
          placeInput({ privacy: "withheld", contacts: [{ channel: "phone", value: "000 0000 077" }] }),
        ],
        services: [serviceInput({ locations: ["house"] })],
      }),
    );
    const text = JSON.stringify(await findListings(d.published, {}));
    expect(text).toContain("000 0000 001");
    for (const kept of ["000 0000 077", "000 0000 088", "canary.example.org", "Canaryville", "50999"])
      expect(text).not.toContain(kept);
  });
});

describe("what follows a withheld place of an organisation", () => {
  const both = organizationInput({
    website: "https://canary.example.org/",
    contacts: [{ channel: "phone", value: "000 0000 088" }],
    locations: [placeInput({ privacy: "withheld" })],
    services: [
      serviceInput({ locations: ["house"] }),
      serviceInput({ sourceId: "desk", name: { en: "Desk" } }),
    ],
  });

  test("its website is on none of its services, also not on those given elsewhere", async () => {
    const d = await memoryDirectory();
    await d.publish(both);
    const listings = await findListings(d.published, {});
    expect(listings).toHaveLength(2);
    expect(listings.map(({ organization }) => organization.website)).toEqual([null, null]);
  });

  test("a person may release the website", async () => {
    const d = await memoryDirectory();
    const { published } = await d.publish(both);
    await d.catalogue.update(organizationTable).set({ websiteReleased: true });
    await wish(d.catalogue, published, "public");
    await d.apply();
    const listings = await findListings(d.published, {});
    expect(listings.map(({ organization }) => organization.website)).toEqual(
      Array(2).fill("https://canary.example.org/"),
    );
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { makeEdition } from "#server/edition/make-edition.ts";
import { toListingView } from "#server/domain/to-listing-view.ts";
import { fromViews } from "#web/print/from-views.ts";
import { printLimit } from "#web/print/make-pdf.ts";
import { printFonts } from "#web/print/print-files.ts";
import { demoEditions } from "./demo-source.ts";

let demo: Awaited<ReturnType<typeof demoEditions>>;
beforeAll(async () => {
  demo = await demoEditions();
});

describe("an edition made on the device", () => {
  test.each(["booklet", "sheet", "referral"] as const)(
    "says the same in a %s as one made on the server",
    async (form) => {
      const source = await demo.source({ form, lang: "th,en" });
      const listings = source.listings.flatMap(
        (listing) => fromViews(["th", "en"].map((lang) => toListingView(listing, lang))) ?? [],
      );
      expect(listings).toHaveLength(source.listings.length);
      const here = await makeEdition({ ...source, listings });
      const there = await makeEdition(source);
      expect(here.blocks).toEqual(there.blocks);
    },
  );

  test("waits until a listing's texts have arrived in every language", async () => {
    const { listings } = await demo.source({});
    const [listing] = listings;
    if (listing === undefined) throw new Error("The demo is empty");
    const view = toListingView(listing, "en");
    expect(fromViews([view, { ...view, detail: null }])).toBeNull();
    expect(fromViews([])).toBeNull();
  });

  test("is of at most 300 listings, and of 100 where memory is small", () => {
    expect([printLimit(undefined), printLimit(8), printLimit(2), printLimit(0.5)]).toEqual([
      300, 300, 100, 100,
    ]);
  });

  test("loads the same letters whatever is printed, and Chinese only for pages in Chinese", () => {
    expect(printFonts(["en"])).toEqual(printFonts(["th", "my"]));
    expect(printFonts(["en"]).some((path) => path.includes("chinese"))).toBe(false);
    expect(printFonts(["en", "zh"]).filter((path) => path.includes("chinese"))).toHaveLength(2);
  });
});

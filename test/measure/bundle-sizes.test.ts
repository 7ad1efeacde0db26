import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundleSizes } from "../../scripts/measure/bundle-sizes.ts";
import { readFolder } from "../../scripts/measure/in-memory.ts";
import { hasShared } from "../exchange/shared-files.ts";

describe.skipIf(!hasShared("unhcr-jordan-2015"))("a thousand real listings in one language", () => {
  it("are small: 15 kB to search, 75 kB with their cards, 170 kB with all", async () => {
    const listings = await readFolder(join(process.env["WAYMARK_SHARED"] ?? "", "data/unhcr-jordan-2015"));
    expect(listings.length).toBeGreaterThan(400);
    const { index, cards, all } = await bundleSizes(listings, "en");
    expect(index).toBeLessThanOrEqual(15_000);
    expect(cards).toBeLessThanOrEqual(75_000);
    expect(all).toBeLessThanOrEqual(170_000);
  }, 120_000);
});

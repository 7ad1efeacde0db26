import { describe, expect, test } from "vitest";
import type { ListingDetail, Phrase } from "#server/contract/listing-view.ts";
import { serviceNamesFor } from "#web/i18n/all.ts";
import { createWording } from "#web/print/wording.ts";
import { aContact, aListing, en } from "../words/a-listing.ts";

const wording = createWording({
  words: en,
  services: serviceNamesFor("en"),
  areaName: (code) => ({ text: code, lang: "und" }),
  today: "2026-11-21",
});

/** What stands on paper of a listing with these words of its own. */
function onPaper(texts: ListingDetail["texts"], tells: Record<string, "yes" | "no"> = {}) {
  const detail: ListingDetail = {
    id: "1",
    website: null,
    texts,
    contacts: [aContact({ tells })],
    costs: [],
    addresses: [],
    requiredDocuments: [],
    source: null,
  };
  const { facts } = wording.entry({ facts: aListing(), card: null, detail });
  const said = (fact: "limits" | "told") => (facts[fact] ?? []).map(({ text }) => text);
  return { limits: said("limits"), told: said("told") };
}
const words = (text: string, mark?: Phrase["mark"]): Phrase => ({
  text,
  lang: "en",
  ...(mark === undefined ? {} : { mark }),
});

describe("a listing's own words on paper", () => {
  test("say behind a translation that is older than its source that it is; of others nothing", () => {
    expect(onPaper({ limits: words("Up to 12 talks.", "stale") }).limits).toEqual([
      "Up to 12 talks.",
      "(This translation may be out of date)",
    ]);
    expect(onPaper({ limits: words("Up to 12 talks.", "unchecked") }).limits).toEqual(["Up to 12 talks."]);
    expect(onPaper({ limits: words("Up to 12 talks.") }).limits).toEqual(["Up to 12 talks."]);
  });

  test("name their exception to who is told, and no “Nobody is told.” stands beside it", () => {
    const own = "Nobody. One exception: a child being hurt.";
    const { told } = onPaper({ whoIsTold: words(own) }, { nobody: "yes" });
    expect(told[0]).toBe(own);
    expect(told).not.toContain("Nobody is told.");
    expect(told.filter((one) => one === own)).toHaveLength(1);
    expect(onPaper({}, { nobody: "yes" }).told).toContain("Nobody is told.");
  });
});

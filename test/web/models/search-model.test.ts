import { signal } from "@preact/signals";
import { alternativesOf } from "#web/models/alternatives.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { ListingFacts } from "#server/contract/listing.ts";
import { searchable } from "#server/domain/search-text.ts";
import type { Entry } from "#web/models/directory-model.ts";
import { countOf } from "#web/models/find-listings.ts";
import { SearchModel } from "#web/models/search-model.ts";
import { sheetColumns } from "#web/models/sheet-columns.ts";
import { NEEDS } from "#db/vocabulary.ts";
import { aView } from "../sample-pages.ts";

const entry = (known: Partial<ListingFacts>, text = ""): Entry => ({
  view: aView(known),
  text: searchable([text]),
});
const speaks = (...codes: string[]) => codes.map((code) => ({ code, mode: "direct" as const }));

const ENTRIES = [
  entry({ code: "AAAAA-1", needs: ["legal"], languages: speaks("th", "my") }, "Red Kite law group"),
  entry({ code: "BBBBB-2", needs: ["legal"], scope: "trafficking-specific", languages: speaks("th") }),
  entry({ code: "CCCCC-3", needs: ["legal"], minimumAge: 18, languages: speaks("th") }),
  entry({ code: "DDDDD-4", needs: ["legal"], starter: true }),
  entry({ code: "EEEEE-5", needs: ["medical"], answers: { delivery: { phone: "yes" } } }),
];
const codes = (items: readonly { readonly listing: { readonly facts: ListingFacts } }[]) =>
  items.map(({ listing }) => listing.facts.code);

describe("a search", () => {
  let search: SearchModel;
  beforeEach(() => {
    search = new SearchModel(signal(ENTRIES));
    search.choosePlace({ area: "TH-50", name: null, point: null });
    search.chooseNeed("legal");
  });

  it("keeps the two groups and the unchecked numbers apart", () => {
    const { general, specific, starters } = search.found.value;
    expect([codes(general), codes(specific), codes(starters)]).toEqual([
      ["AAAAA-1", "CCCCC-3"],
      ["BBBBB-2"],
      ["DDDDD-4"],
    ]);
  });

  it("gives no reasons before something was answered", () => {
    expect(search.found.value.general.every(({ match }) => match.reasons.length === 0)).toBe(true);
  });

  it("never hides what is not known: it becomes a question after what fits", () => {
    search.answer({ languages: ["my"] });
    expect(search.found.value.general.map(({ match }) => match.fit)).toEqual(["fits", "ask"]);
    expect(countOf(search.found.value)).toBe(4);
  });

  it("folds away what an answer rules out, and brings it back with the answer", () => {
    search.answer({ age: { from: 14, to: 14 } });
    expect(codes(search.found.value.misfits)).toEqual(["CCCCC-3"]);
    expect(search.query.value.age).toBe(14);
    search.clear();
    expect(search.found.value.misfits).toEqual([]);
  });

  it("takes the second group away whole when only general help is wanted", () => {
    search.showGeneralOnly(true);
    expect(search.found.value.specific).toEqual([]);
    expect(codes(search.found.value.general)).toEqual(["AAAAA-1", "CCCCC-3"]);
  });

  it("finds words whatever the need, and forgets them when a need is chosen", () => {
    search.search("KITE law");
    expect(codes(search.found.value.general)).toEqual(["AAAAA-1"]);
    search.chooseNeed("medical");
    expect([search.wanted.value, codes(search.found.value.general)]).toEqual(["", ["EEEEE-5"]]);
  });

  it("measures no distance when a whole area was chosen", () => {
    expect(search.query.value.near).toBeUndefined();
    search.choosePlace({ area: "TH-50", name: "Fang", point: [19.9, 99.2] });
    expect(search.query.value.near).toEqual({ point: [19.9, 99.2] });
  });

  it("offers the languages of the list, the most spoken first, and those that were chosen", () => {
    search.answer({ languages: ["km"] });
    expect(search.spoken.value).toEqual(["th", "my", "km"]);
  });

  it("names the single answer that stands in the way, other needs, and help by phone", () => {
    search.chooseNeed("medical");
    search.answer({ age: { from: 14, to: 14 }, languages: ["my"] });
    const { without, needs, remote } = alternativesOf(search);
    expect(without).toEqual([
      { question: "languages", count: 1 },
      { question: "age", count: 1 },
    ]);
    expect(needs).toEqual([{ need: "legal", count: 3 }]);
    expect(codes(remote)).toEqual(["EEEEE-5"]);
  });
});

it("a sheet has a row for every need, with unchecked numbers after the others", () => {
  const rows = sheetColumns(ENTRIES, "TH-50", NEEDS);
  expect(rows.map(({ need }) => need)).toEqual(NEEDS);
  const legal = rows.find(({ need }) => need === "legal");
  expect(legal && codes(legal.general)).toEqual(["AAAAA-1", "CCCCC-3", "DDDDD-4"]);
});

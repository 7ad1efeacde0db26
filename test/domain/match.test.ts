import { describe, expect, test } from "vitest";
import { FACETS } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { compareMatches, match } from "#server/domain/match/match.ts";
import type { Fit, Query } from "#server/domain/query.ts";
import { searchable } from "#server/domain/search-text.ts";
import { factsWith } from "../records/facts.ts";

type Row = readonly [known: Partial<ListingFacts>, query: Query, fit: Fit, reason: string];

const papers = (codes: Record<string, "yes" | "no">) => ({ answers: { "documents-needed": codes } });
const identification = (codes: Record<string, "yes" | "no">) => ({
  answers: { "identification-needed": codes },
});
const police = (codes: Record<string, "yes" | "no">) => ({ answers: { "cooperation-needed": codes } });
const gender = (codes: Record<string, "yes" | "no">) => ({ answers: { "gender-served": codes } });
const delivery = (codes: Record<string, "yes" | "no">, open?: "yes" | "no") => ({
  answers: { delivery: codes, ...(open === undefined ? {} : { "open-to-non-residents": { yes: open } }) },
});
const child = (codes: Record<string, "yes" | "no">) => ({ answers: { "child-friendly": codes } });
const nowhereElse = Object.fromEntries(
  FACETS.delivery.map((code) => [code, code === "residential" ? "yes" : "no"]),
) as Record<string, "yes" | "no">;
const speaks = (...languages: ListingFacts["languages"]) => ({ languages });

const TABLE: Record<string, readonly Row[]> = {
  "no papers": [
    [papers({ none: "yes" }), { noDocuments: true }, "fits", "no-documents-needed"],
    [
      papers({ "identity-card": "yes", "can-start-without-documents": "yes" }),
      { noDocuments: true },
      "fits",
      "can-start-without-documents",
    ],
    [
      papers({ "identity-card": "yes", "can-start-without-documents": "no" }),
      { noDocuments: true },
      "no",
      "documents-needed",
    ],
    [papers({ "identity-card": "yes" }), { noDocuments: true }, "ask", "documents-unknown"],
    [papers({ none: "no" }), { noDocuments: true }, "ask", "documents-unknown"],
    [
      papers({ none: "no", "can-start-without-documents": "no" }),
      { noDocuments: true },
      "no",
      "documents-needed",
    ],
    [{}, { noDocuments: true }, "ask", "documents-unknown"],
  ],
  "a child": [
    [
      child({ "child-protection-policy": "yes", "child-can-come-alone": "yes" }),
      { child: true },
      "fits",
      "child-welcome",
    ],
    [child({ "child-protection-policy": "yes" }), { child: true }, "ask", "child-alone-unknown"],
    [
      child({ "child-protection-policy": "yes", "child-can-come-alone": "no" }),
      { child: true },
      "ask",
      "child-with-adult",
    ],
    [child({ "child-can-come-alone": "yes" }), { child: true }, "ask", "child-policy-unknown"],
    [{}, { child: true }, "ask", "child-policy-unknown"],
    [child({ "child-can-come-alone": "no" }), { child: true }, "ask", "child-with-adult"],
    [
      child({ "child-protection-policy": "no", "child-can-come-alone": "yes" }),
      { child: true },
      "no",
      "child-policy-none",
    ],
    [child({ "child-protection-policy": "no" }), { child: true }, "no", "child-policy-none"],
    [
      child({ "child-protection-policy": "no", "child-can-come-alone": "no" }),
      { child: true },
      "no",
      "child-policy-none",
    ],
    // What a parent is asked is told, and decides nothing: no default about a family.
    [
      child({
        "child-protection-policy": "yes",
        "child-can-come-alone": "yes",
        "guardian-consent-needed": "yes",
      }),
      { child: true },
      "fits",
      "child-welcome",
    ],
  ],
  "not identified": [
    [identification({ none: "yes" }), { noIdentification: true }, "fits", "no-identification-needed"],
    [
      identification({ "presumed-victim": "yes" }),
      { noIdentification: true },
      "ask",
      "identification-unknown",
    ],
    [
      identification({ "informally-identified": "yes" }),
      { noIdentification: true },
      "no",
      "identification-needed",
    ],
    [
      identification({ "formally-identified": "yes" }),
      { noIdentification: true },
      "no",
      "identification-needed",
    ],
    [identification({ none: "no" }), { noIdentification: true }, "no", "identification-needed"],
    [{}, { noIdentification: true }, "ask", "identification-unknown"],
  ],
  "no police": [
    [police({ none: "yes" }), { noCooperation: true }, "fits", "no-police-needed"],
    [police({ none: "no" }), { noCooperation: true }, "no", "police-needed"],
    [police({ testimony: "yes" }), { noCooperation: true }, "no", "police-needed"],
    [police({ testimony: "no" }), { noCooperation: true }, "ask", "police-unknown"],
    [{}, { noCooperation: true }, "ask", "police-unknown"],
  ],
  gender: [
    [gender({ "all-genders": "yes" }), { gender: "men" }, "fits", "serves-everyone"],
    [gender({ women: "yes", men: "no" }), { gender: "men" }, "no", "gender-not-served"],
    [gender({ women: "yes" }), { gender: "men" }, "ask", "gender-unknown"],
    [gender({ women: "yes" }), { gender: "women" }, "fits", "serves-gender"],
    [gender({ men: "yes", boys: "no" }), { gender: "boys", age: 14 }, "no", "gender-not-served"],
    [gender({ men: "yes" }), { gender: "boys", age: 19 }, "ask", "serves-gender"],
    [{}, { gender: "trans" }, "ask", "gender-unknown"],
  ],
  age: [
    [{ minimumAge: 15 }, { age: 14 }, "no", "too-young"],
    [{ minimumAge: 15 }, { age: 15 }, "fits", "age-fits"],
    [{ maximumAge: 17 }, { age: 18 }, "no", "too-old"],
    [{ maximumAge: 17 }, { age: 17 }, "fits", "age-fits"],
    [{ answers: { "age-range": { "any-age": "yes" } } }, { age: 14 }, "fits", "any-age"],
    [{ answers: { "age-range": { "any-age": "no" } } }, { age: 14 }, "ask", "age-unknown"],
    [{}, { age: 14 }, "ask", "age-unknown"],
  ],
  language: [
    [speaks({ code: "my", mode: "direct" }), { languages: ["my"] }, "fits", "speaks-language"],
    [
      speaks({ code: "my", mode: "interpreter" }),
      { languages: ["my"] },
      "fits",
      "language-through-interpreter",
    ],
    [
      speaks({ code: "my", mode: "interpreter" }),
      { languages: ["my"], direct: true },
      "no",
      "language-through-interpreter",
    ],
    [
      speaks({ code: "th", mode: "direct" }),
      { languages: ["my"], direct: true },
      "ask",
      "direct-language-unknown",
    ],
    [speaks({ code: "th", mode: "direct" }), { languages: ["my"] }, "ask", "language-unknown"],
    [
      { ...speaks({ code: "th", mode: "direct" }), answers: { interpreter: { none: "yes" } } },
      { languages: ["my"] },
      "no",
      "language-not-spoken",
    ],
    [{ answers: { interpreter: { none: "yes" } } }, { languages: ["my"] }, "ask", "language-unknown"],
    [speaks({ code: "zh-Hans", mode: "direct" }), { languages: ["zh"] }, "fits", "speaks-language"],
    [{}, { languages: ["my"] }, "ask", "language-unknown"],
  ],
  "without staying": [
    [delivery({ community: "yes" }), { withoutStaying: true }, "fits", "no-stay-needed"],
    [delivery({ residential: "yes", community: "yes" }, "no"), { withoutStaying: true }, "no", "stay-needed"],
    [delivery({ residential: "yes" }, "yes"), { withoutStaying: true }, "fits", "no-stay-needed"],
    [delivery({ residential: "yes" }), { withoutStaying: true }, "ask", "stay-unknown"],
    [delivery(nowhereElse), { withoutStaying: true }, "no", "stay-needed"],
    [delivery({ residential: "no" }), { withoutStaying: true }, "fits", "no-stay-needed"],
    [{}, { withoutStaying: true }, "ask", "stay-unknown"],
  ],
  delivery: [
    [delivery({ phone: "yes" }), { delivery: "phone" }, "fits", "delivered-so"],
    [delivery({ phone: "no" }), { delivery: "phone" }, "no", "not-delivered-so"],
    [delivery({ community: "yes" }), { delivery: "phone" }, "ask", "delivery-unknown"],
  ],
  "open at a moment": [
    [
      {
        opening: {
          timeZone: "Asia/Bangkok",
          week: [{ days: 127, opens: 540, closes: 1020, interval: 1 }],
          exceptions: [],
        },
      },
      { openAt: new Date("2026-11-18T03:00:00Z") },
      "fits",
      "open-now",
    ],
    [
      {
        opening: {
          timeZone: "Asia/Bangkok",
          week: [{ days: 127, opens: 540, closes: 1020, interval: 1 }],
          exceptions: [],
        },
      },
      { openAt: new Date("2026-11-18T12:00:00Z") },
      "no",
      "closed-now",
    ],
    [{}, { openAt: new Date("2026-11-18T03:00:00Z") }, "ask", "hours-unknown"],
  ],
};

describe("match: the truth table of each condition", () => {
  for (const [condition, rows] of Object.entries(TABLE)) {
    test.each(rows)(`${condition}: %j asked %j is "%s" because of %s`, (known, query, fit, reason) => {
      const found = match(factsWith(known), query);
      expect(found.found).toBe(true);
      expect(found.fit).toBe(fit);
      expect(found.reasons.map(({ code }) => code)).toContain(reason);
    });
  }

  const asked: readonly Query[] = [
    { noDocuments: true },
    { noIdentification: true },
    { noCooperation: true },
    { withoutStaying: true },
    { gender: "women" },
    { age: 30 },
    { languages: ["th"] },
    { languages: ["th"], direct: true },
    { delivery: "phone" },
    { openAt: new Date(0) },
  ];

  test("no unknown becomes fits, and none hides a listing", () => {
    for (const query of asked) {
      const { found, fit, reasons } = match(factsWith(), query);
      expect(found, JSON.stringify(query)).toBe(true);
      expect(fit, JSON.stringify(query)).toBe("ask");
      expect(reasons.every(({ answer }) => answer === "unknown")).toBe(true);
    }
  });

  test("any unknown among the answers keeps a listing from fitting, whatever else is known", () => {
    const known = factsWith({ answers: { "documents-needed": { none: "yes" } }, minimumAge: 0 });
    for (const query of asked.filter((q) => !("noDocuments" in q) && !("age" in q))) {
      expect(match(known, { ...query, noDocuments: true, age: 30 }).fit).toBe("ask");
    }
  });

  test("one no is enough for not fitting, also beside unknowns", () => {
    expect(match(factsWith({ minimumAge: 15 }), { age: 14, gender: "boys" }).fit).toBe("no");
  });

  test("a search without conditions fits everything that it finds", () => {
    expect(match(factsWith(), {})).toMatchObject({ found: true, fit: "fits", reasons: [] });
  });
});

describe("match: what is looked for", () => {
  test.each([
    [["TH-50"], true],
    [["TH-10"], false],
    [["TH"], true],
    [["KH"], false],
    [["KH-1", "TH-50"], true],
    [[], true],
  ])("help in Chiang Mai, looked for in %j: %s", (areas, found) => {
    expect(match(factsWith(), { areas }).found).toBe(found);
  });

  test("nationwide help serves every area of its country, and help from anywhere serves every area", () => {
    expect(match(factsWith({ areas: ["TH"] }), { areas: ["TH-10"] }).found).toBe(true);
    expect(match(factsWith({ areas: ["TH"] }), { areas: ["KH-1"] }).found).toBe(false);
    expect(match(factsWith({ areas: ["001"] }), { areas: ["KH-1"] }).found).toBe(true);
  });

  test("another need, sub-service or group is not found", () => {
    expect(match(factsWith(), { needs: ["medical"] }).found).toBe(false);
    expect(match(factsWith(), { needs: ["medical", "legal"] }).found).toBe(true);
    expect(match(factsWith(), { services: ["wage-claim"] }).found).toBe(false);
    expect(match(factsWith(), { scope: "trafficking-specific" }).found).toBe(false);
  });

  test.each([
    ["ยา", "ร้านยาชุมชน", true],
    ["ช่วย", "ศูนย์ช่วยเหลือ", true],
    ["ជំនួយ", "មជ្ឈមណ្ឌលជំនួយ", true],
    ["ຊ່ວຍ", "ສູນຊ່ວຍເຫຼືອ", true],
    ["ကူညီ", "အကူညီပေးရေးဌာန", true],
    ["法律", "免费法律帮助", true],
    ["phap ly", "Trợ giúp pháp lý", true],
    ["dang ky", "Đăng ký khai sinh", true],
    ["LEGAL aid", "Free legal aid desk", true],
    ["legal doctor", "Free legal aid desk", false],
  ])("the words %j in %j: %s", (words, text, found) => {
    expect(match(factsWith(), { words }, searchable([text])).found).toBe(found);
  });
});

describe("match: distance", () => {
  const near = { point: [18.79, 98.99], radiusKm: 10, areas: ["TH-50"] } as const;

  test("is measured to the nearest place that may be known, and said to be about for an area", () => {
    const there = factsWith({ places: [{ privacy: "public", area: "TH-50", point: [18.79, 98.99] }] });
    expect(match(there, { near }).distance).toEqual({ km: 0, about: false });
    const area = factsWith({ places: [{ privacy: "area-only", area: "TH-50", point: [18.8, 98.99] }] });
    expect(match(area, { near }).distance?.about).toBe(true);
  });

  test("a place kept private has none, and is asked about where it serves the area", () => {
    const kept = factsWith({ places: [{ privacy: "withheld", area: null, point: null }] });
    expect(match(kept, { near })).toMatchObject({ found: true, fit: "ask", distance: null });
    expect(match(kept, { near: { ...near, areas: ["KH-1"] } }).found).toBe(false);
  });

  test("a place outside the radius is not found, unless somebody comes or answers the phone", () => {
    const far = { places: [{ privacy: "public", area: "TH-50", point: [19.9, 99.8] }] } as const;
    expect(match(factsWith(far), { near }).found).toBe(false);
    expect(
      match(factsWith({ ...far, answers: { delivery: { "home-visit": "yes" } } }), { near }),
    ).toMatchObject({ found: true, fit: "ask" });
  });
});

describe("the order of results", () => {
  const ranked = (name: string, known: Partial<ListingFacts>, query: Query) => {
    const facts = factsWith(known);
    return { name, facts, match: match(facts, query) };
  };

  test("is fit, then police and immigration last, then distance, then name", () => {
    const query: Query = { near: { point: [18.79, 98.99] }, age: 20 };
    const at = (lat: number) => [{ privacy: "public" as const, area: "TH-50", point: [lat, 98.99] as const }];
    const rows = [
      ranked("police, near", { providerType: "police-justice", minimumAge: 0, places: at(18.79) }, query),
      ranked("b, no place", { minimumAge: 0 }, query),
      ranked("a, no place", { minimumAge: 0 }, query),
      ranked("far", { minimumAge: 0, places: at(18.99) }, query),
      ranked("near", { minimumAge: 0, places: at(18.8) }, query),
      ranked("ask, at the door", { places: at(18.79) }, query),
    ];
    expect(rows.sort(compareMatches).map(({ name }) => name)).toEqual([
      "near",
      "far",
      "a, no place",
      "b, no place",
      "police, near",
      "ask, at the door",
    ]);
  });

  test("does not depend on the order in which listings come", () => {
    const rows = ["c", "a", "b"].map((name) => ranked(name, { code: `${name}0000-0` }, {}));
    expect([...rows].reverse().sort(compareMatches)).toEqual([...rows].sort(compareMatches));
  });
});

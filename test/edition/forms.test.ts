import { beforeAll, describe, expect, test } from "vitest";
import type { Block, Edition } from "#server/contract/edition.ts";
import { makeEdition } from "#server/edition/make-edition.ts";
import { FORM_WORDS, formWords } from "#server/edition/forms/words.ts";
import { WORDS_IN, wordsFor } from "#web/i18n/all.ts";
import { DEMO } from "#db/seed/demo/index.ts";
import { namesIt } from "#server/domain/general-only.ts";
import { otherGroup } from "../web/other-group.ts";
import { demoEditions } from "./demo-source.ts";

let demo: Awaited<ReturnType<typeof demoEditions>>;
beforeAll(async () => {
  demo = await demoEditions();
});

const all = (edition: Edition): string => JSON.stringify(edition);
/** Every text that an edition holds, its title included. */
const textsIn = (edition: Edition): string[] =>
  [...all(edition).matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, text]) => text ?? "");
const ofKind = <K extends Block["kind"]>(edition: Edition, kind: K) =>
  edition.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
const titles = (edition: Edition) => ofKind(edition, "chapter").map(({ title }) => title[0]?.text);

/** Everything of the demo that must never be public: of withheld places all but the area, and every private note. */
const canaries = DEMO.flatMap(({ locations = [], services = [], privateNote }) => [
  privateNote,
  ...services.map((service) => service.privateNote),
  // What must be true to be taken in is for practitioners with access.
  ...services.flatMap(({ notes = [] }) => notes.flatMap(({ words }) => Object.values(words))),
  ...locations.flatMap((place) => [
    place.privateNote,
    ...(place.privacy === "withheld" || place.residential === true
      ? [...Object.values(place.lines ?? {}), ...Object.values(place.directions ?? {}), place.postalCode]
      : []),
  ]),
]).filter((text): text is string => typeof text === "string" && text.length > 3);

describe("the booklet", () => {
  test("has a neutral cover, what a reader needs first, a chapter for each need, and what helps to find", async () => {
    const edition = await demo.edition({});
    expect(edition.blocks[0]).toMatchObject({ kind: "cover", title: [{ text: "Useful numbers" }] });
    expect(edition.title).toBe("Useful numbers · Chiang Mai");
    expect(titles(edition).slice(0, 5)).toEqual([
      "How to use this booklet",
      "Emergency numbers",
      "Your rights",
      "What may have happened",
      "A safe place to live",
    ]);
    expect(ofKind(edition, "chapter").filter(({ need }) => need !== null)).toHaveLength(12);
    expect(titles(edition).slice(-5)).toEqual([
      "Find a place",
      "Map",
      "Words in this booklet",
      "Sources and licences",
      "Notes",
    ]);
  });

  test("says each listing in full once, with a number that runs through, and points to it elsewhere", async () => {
    const edition = await demo.edition({});
    const entries = ofKind(edition, "entry");
    expect(entries.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      entries.map((_, index) => index + 1),
    );
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    const numbers = new Set(entries.map(({ number }) => number));
    const pointed = [
      ...ofKind(edition, "reference").map(({ number }) => number),
      ...ofKind(edition, "index").flatMap(({ rows }) => rows.flatMap((row) => row.entries)),
      ...ofKind(edition, "map").flatMap(({ marks, legend }) =>
        [...marks, ...legend].map(({ number }) => number),
      ),
    ];
    expect(pointed.length).toBeGreaterThan(entries.length);
    expect(pointed.filter((number) => !numbers.has(number))).toEqual([]);
  });

  test("says of each listing who it is for, how to get in, cost, who is told and when it was checked", async () => {
    const edition = await demo.edition({});
    for (const { rows } of ofKind(edition, "entry")) {
      expect(rows.map(({ fact }) => fact)).toEqual(
        expect.arrayContaining([
          "place",
          "hours",
          "who",
          "how",
          "later",
          "bring",
          "cost",
          "languages",
          "told",
          "checked",
        ]),
      );
    }
  });

  test("in two languages says what both would say alike once", async () => {
    const edition = await demo.edition({ lang: "en,th" });
    for (const { name, rows } of ofKind(edition, "entry")) {
      expect(new Set(name.map(({ text, lang }) => lang + text)).size).toBe(name.length);
      for (const { paragraphs } of rows) expect(paragraphs.length).toBeLessThanOrEqual(2);
    }
    expect(ofKind(edition, "chapter")[4]?.title.map(({ lang }) => lang)).toEqual(["en", "th"]);
  });

  test("draws its map in tints, and for low ink in black and grey lines without one fill", async () => {
    const [tinted] = ofKind(await demo.edition({}), "map");
    const [low] = ofKind(await demo.edition({ bw: true }), "map");
    const fills = (svg = "") => new Set(svg.match(/fill="[^"]+"/gu));
    expect(fills(tinted?.svg).size).toBeGreaterThan(3);
    expect(fills(low?.svg)).toEqual(new Set(['fill="none"']));
    const greys = (low?.svg.match(/stroke="[^"]+"/gu) ?? []).every((one) => /"#(.)\1\1"/u.test(one));
    expect(greys).toBe(true);
    expect(low?.marks).toEqual(tinted?.marks);
  });

  test("puts no place on the map that is withheld, and carries nothing private in any form", async () => {
    expect(canaries.length).toBeGreaterThan(10);
    for (const form of demo.forms.filter((name) => name !== "errata")) {
      const text = all(await demo.edition({ form, lang: "en,th" }));
      expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
    }
    const edition = await demo.edition({});
    const { listings } = await demo.source({});
    const withheld = listings
      .filter(
        ({ facts }) => facts.places.length > 0 && facts.places.every(({ privacy }) => privacy === "withheld"),
      )
      .map(({ facts }) => facts.code);
    const onMap = new Set(ofKind(edition, "map").flatMap(({ marks }) => marks.map(({ number }) => number)));
    const entries = ofKind(edition, "entry").filter(({ code }) => withheld.includes(code));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ number, onMap: on }) => on || onMap.has(number))).toEqual([]);
  });

  test("says what happens afterwards where a service says so, and when to ask again whether it is still right", async () => {
    const source = await demo.source({});
    const [first, ...rest] = source.listings;
    if (first === undefined) throw new Error("The demo is empty");
    const followUp = { en: "They call you a month later and ask how it goes." };
    const listings = [{ ...first, texts: { ...first.texts, followUp } }, ...rest];
    const edition = await makeEdition({ ...source, listings });
    const entry = edition.blocks.find((block) => block.kind === "entry" && block.code === first.facts.code);
    expect(JSON.stringify(entry)).toContain(followUp.en);
    for (const form of ["booklet", "sheet", "referral"] as const)
      expect(all(await demo.edition({ form }))).toContain("Check again after");
  });

  test("is the same twice", async () => {
    const [first, second] = [await demo.source({}), await demo.source({})];
    expect(all(await makeEdition(first))).toBe(all(await makeEdition(second)));
  });
});

describe("general help only", () => {
  test.each(["booklet", "sheet", "worksheet", "cards", "poster"] as const)(
    "leaves specialised help out of the %s, with every word of it",
    async (form) => {
      const edition = await demo.edition({ form, generalOnly: true });
      const { listings } = await demo.source({});
      const text = all(edition);
      expect(text).not.toMatch(/speciali[sz]ed|particular situations|traffick|what may have happened/iu);
      const specific = listings.filter(({ facts }) => facts.scope === "trafficking-specific");
      expect(specific.filter(({ facts }) => text.includes(facts.code))).toEqual([]);
    },
  );
});

describe("the area sheet", () => {
  test("has the field's three columns and twelve rows; without listings it is a worksheet with lines", async () => {
    const [table] = ofKind(await demo.edition({ form: "sheet" }), "table");
    expect(table?.head.map(({ title }) => title[0]?.text)).toEqual([
      "What you need",
      "Specialised help",
      "Help open to everyone",
    ]);
    expect(table?.rows.map(({ need }) => need)).toHaveLength(12);
    const [blank] = ofKind(await demo.edition({ form: "worksheet" }), "table");
    expect(
      blank?.rows.flatMap(({ cells }) => cells.slice(1)).every(([block]) => block?.kind === "notes"),
    ).toBe(true);
  });
});

describe("general help only", () => {
  test.each(WORDS_IN)(
    "names no other help in any form in %s: not in its pages, its title or its cover",
    async (lang) => {
      const other = new Set(otherGroup(lang));
      for (const form of demo.forms.filter((name) => name !== "errata"))
        for (const children of form === "booklet" || form === "sheet" ? [false, true] : [false]) {
          const printed = textsIn(await demo.edition({ form, lang, generalOnly: true, children }));
          // As a text of its own: in some languages its short name is part of everyday words, "special" for one.
          const said = printed.filter((text) => namesIt(text) || other.has(text.trim()));
          expect([form, children, said]).toEqual([form, children, []]);
        }
    },
  );
});

describe("small prints", () => {
  test("carry general help alone, and a neutral cover", async () => {
    const { listings } = await demo.source({});
    const specific = listings.filter(({ facts }) => facts.scope === "trafficking-specific");
    const numbers = new Set(specific.flatMap(({ contacts }) => contacts.map(({ value }) => value)));
    const general = new Set(
      listings
        .filter(({ facts }) => facts.scope === "general")
        .flatMap(({ contacts }) => contacts.map(({ value }) => value)),
    );
    const [cards] = ofKind(await demo.edition({ form: "cards" }), "cards");
    const printed = cards?.cards.flatMap((card) => card.numbers.filter(({ need }) => need !== null)) ?? [];
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter(({ value }) => numbers.has(value) && !general.has(value))).toEqual([]);
    expect(cards?.cards[0]?.title).toEqual([{ text: "Useful numbers", lang: "en" }]);
    expect(cards?.cards.every(({ rights }) => rights[0]?.text.startsWith("You choose."))).toBe(true);
  });

  test("carry the numbers of the places that were chosen, each called by its need, on as many cards as they take", async () => {
    const { listings } = await demo.source({});
    const chosen = [
      ...new Map(
        listings.flatMap((listing) => {
          const phone = listing.contacts.find(({ channel }) => channel === "phone")?.value;
          return phone === undefined ? [] : [[phone, listing] as const];
        }),
      ),
    ].slice(0, 7);
    expect(chosen.some(([, { facts }]) => facts.scope === "trafficking-specific")).toBe(true);
    const [mine, theirs] = [chosen.slice(0, 6), chosen.slice(6)];
    const codes = (some: typeof chosen) => some.map(([, { facts }]) => facts.code);
    const edition = await demo.edition({ form: "cards", code: codes(mine), relative: codes(theirs) });
    const [block] = ofKind(edition, "cards");
    const cards = [...new Set(block?.cards)];
    expect(cards).toHaveLength(2);
    const printed = cards.flatMap((card) => card.numbers.filter(({ need }) => need !== null));
    expect(printed.map(({ value }) => value).sort()).toEqual(chosen.map(([phone]) => phone).sort());
    const text = JSON.stringify(printed);
    for (const [, { name }] of chosen) expect(text).not.toContain(name["en"]);
  });

  test("the children's page names no number of a service that takes adults alone", async () => {
    const edition = await demo.edition({ children: true });
    const rows = ofKind(edition, "child-row");
    expect(rows.length).toBeGreaterThanOrEqual(4);
    const { listings } = await demo.source({});
    for (const { phone, need } of rows) {
      const suits = listings.some(
        ({ contacts, facts }) =>
          contacts.some(({ value }) => value === phone) &&
          facts.needs.includes(need) &&
          (facts.minimumAge ?? 0) < 18,
      );
      expect(suits).toBe(true);
    }
  });
});

describe("the referral sheet", () => {
  test("holds a shortlist by need, two places where a return is planned, and no line about a person but blank ones", async () => {
    const { listings } = await demo.source({});
    const codes = listings.slice(0, 3).map(({ facts }) => facts.code);
    const one = await demo.edition({ form: "referral", code: codes });
    const printed = new Set(
      ofKind(one, "table").flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          cells.flat().flatMap((block) => (block.kind === "short" ? [block.code] : [])),
        ),
      ),
    );
    expect([...printed].sort()).toEqual([...codes].sort());
    const two = await demo.edition({ form: "referral", lang: "en,th", later: "TH-10" });
    expect(ofKind(two, "table")[0]?.head.map(({ title }) => title[0]?.text)).toEqual([
      "What you need",
      "Now: Chiang Mai",
      "Later: Bangkok",
    ]);
    const [mine, theirs] = [codes[0] ?? "", codes[1] ?? ""];
    const family = await demo.edition({ form: "referral", later: "TH-10", code: [mine], relative: [theirs] });
    const [own, relatives] = ofKind(family, "table");
    expect([JSON.stringify(own).includes(mine), JSON.stringify(own).includes(theirs)]).toEqual([true, false]);
    expect(JSON.stringify(relatives)).toContain(theirs);
    expect(ofKind(family, "section")[0]?.title[0]?.text).toBe("For my relatives");
    expect(all(two)).not.toContain("Who meets you there");
    const across = await demo.edition({ form: "referral", later: "KH-1", code: [mine] });
    expect(ofKind(across, "section").map(({ title }) => title[0]?.text)).toContain("Who meets you there");
    const there = await demo.source({ area: ["KH-1"] });
    const meeting = there.listings.filter(({ facts }) => facts.services.includes("arrival-reception"));
    const codesOf = meeting.map(({ facts }) => facts.code);
    expect(codesOf.length).toBeGreaterThan(0);
    expect(ofKind(across, "short").map(({ code }) => code)).toEqual(codesOf.slice(0, 2));
    const source = await demo.source({ form: "referral", later: "KH-1", code: [mine] });
    const nobody = await makeEdition({ ...source, later: { area: "KH-1", listings: [] } });
    expect(all(nobody)).toContain("Ask before you travel");
    const written = ofKind(two, "fields").flatMap(({ rows }) => rows.filter(({ write }) => write));
    expect(written.length).toBeGreaterThanOrEqual(6);
  });
});

/** The forms with texts of the practitioners' own. */
const OWN_TEXTS = [
  "plan",
  "needs",
  "checklist",
  "stages",
  "milestones",
  "questions",
  "grid",
  "handover",
  "referral",
] as const;
const FORM_LANGUAGES = WORDS_IN.filter((lang) => lang !== "en");

/** What an edition says in English. */
const englishIn = (edition: Edition): string[] =>
  [...all(edition).matchAll(/\{"text":("(?:[^"\\]|\\.)*"),"lang":"en"\}/gu)].map(([, text = ""]) =>
    String(JSON.parse(text)),
  );

let own: Promise<ReadonlySet<string>> | undefined;
/** The practitioners' own texts: what the forms say in English to a language that has none of them. */
const ownTexts = (): Promise<ReadonlySet<string>> => (own ??= findOwnTexts());

async function findOwnTexts(): Promise<ReadonlySet<string>> {
  const editions = OWN_TEXTS.flatMap((form) =>
    [false, true].map(async (generalOnly) => {
      const source = await demo.source({ form, generalOnly });
      const [english] = source.wordings;
      const inAnother = <T>(said: T): T =>
        JSON.parse(JSON.stringify(said).replaceAll('"lang":"en"', '"lang":"und"')) as T;
      const other: typeof english = {
        ...english,
        lang: "und",
        area: (code) => inAnother(english.area(code)),
        entry: (listing) => inAnother(english.entry(listing)),
      };
      return makeEdition({
        ...source,
        listings: inAnother(source.listings),
        settings: { ...source.settings, emergency: [] },
        map: null,
        wordings: [other],
      });
    }),
  );
  return new Set((await Promise.all(editions)).flatMap(englishIn));
}

describe("the practitioners' forms", () => {
  const text = async (form: Parameters<typeof demo.edition>[0]["form"]) =>
    all(await demo.edition(form === undefined ? {} : { form }));

  test("leave every line about a person blank, and have lines to write on", async () => {
    const { listings } = await demo.source({});
    for (const form of ["plan", "needs", "stages", "milestones", "questions", "grid", "referral"] as const) {
      const edition = await demo.edition({ form });
      expect([form, all(edition).includes('"kind":"notes"')]).toEqual([form, true]);
      if (form === "referral") continue;
      expect(listings.filter(({ facts }) => all(edition).includes(facts.code))).toEqual([]);
    }
  });

  test("the plan sheet asks for all that a plan holds, down to signatures, complaints and the next contact", async () => {
    const plan = await text("plan");
    for (const asked of [
      "Need and wish",
      "Strengths and resources",
      "Who does what",
      "By when",
      "Case manager",
      "Lawyer",
      "We look at this plan again on",
      "Next contact: how, where, when it is safe",
      "I know that I can change my mind at any time",
      "Parent or guardian, if under 18",
      "What I would like to say about the help I get",
    ])
      expect(plan).toContain(asked);
  });

  test("needs over time have three rows, and services from a shortlist alone", async () => {
    const blank = await demo.edition({ form: "needs" });
    expect(ofKind(blank, "table")[0]?.rows).toHaveLength(3);
    expect(all(blank)).not.toContain('"kind":"short"');
    const { listings } = await demo.source({});
    const code = listings[0]?.facts.code ?? "";
    expect(all(await demo.edition({ form: "needs", code: [code] }))).toContain(code);
  });

  test("four pairs of open questions: help outside, barriers, set-backs, looking after yourself", async () => {
    const edition = await demo.edition({ form: "questions" });
    expect(ofKind(edition, "section").map(({ title }) => title[0]?.text)).toEqual([
      "Help outside anti-trafficking work",
      "Barriers in my area",
      "Set-backs",
      "Looking after yourself",
    ]);
    expect(ofKind(edition, "columns").every(({ columns }) => columns.length === 2)).toBe(true);
  });

  test("the checklist has all areas and each of the twelve, in three columns", async () => {
    const [table] = ofKind(await demo.edition({ form: "checklist" }), "table");
    expect(table?.rows).toHaveLength(13);
    expect(table?.head.slice(1).map(({ title }) => title[0]?.text)).toEqual([
      "Programming",
      "Special attention to children",
      "Policy and advocacy",
    ]);
  });

  test("milestones and feelings stand in three columns, one a stage; each stage has a list to tick", async () => {
    const [table] = ofKind(await demo.edition({ form: "milestones" }), "table");
    expect(table?.head).toHaveLength(4);
    expect(JSON.stringify(table?.rows[0])).toContain("Milestones");
    expect(JSON.stringify(table?.rows[1])).toContain("Feelings");
    const stages = await demo.edition({ form: "stages" });
    expect(ofKind(stages, "section")).toHaveLength(3);
    expect(all(stages).match(/"tick":true/gu)?.length).toBeGreaterThanOrEqual(24);
  });

  test.each(FORM_LANGUAGES)("say all of their own texts in %s", async (lang) => {
    const english = await ownTexts();
    expect(english.size).toBeGreaterThan(300);
    for (const form of OWN_TEXTS)
      for (const generalOnly of [false, true]) {
        // Names of listings and areas may stand in English alone.
        const edition = await demo.edition({ form, lang, generalOnly, children: false });
        const left = englishIn(edition).filter((said) => english.has(said));
        expect([form, generalOnly, left]).toEqual([form, generalOnly, []]);
      }
  });

  test.each(FORM_LANGUAGES)("the words in %s are those of the forms, no more and no fewer", async (lang) => {
    const words = await formWords(lang);
    expect(Object.keys(words).sort()).toEqual([...(await ownTexts())].sort());
    expect(Object.entries(words).filter(([, said]) => said === "" || said !== said.trim())).toEqual([]);
  });

  test("every language of the interface but English has words, and English needs none", async () => {
    expect(Object.keys(FORM_WORDS).sort()).toEqual([...FORM_LANGUAGES].sort());
    expect(await formWords("en")).toEqual({});
  });

  test("in two languages say each text in both, the main one first, and in English what a language lacks", async () => {
    const [table] = ofKind(await demo.edition({ form: "plan", lang: "th,en" }), "table");
    expect(table?.head[3]?.title).toEqual([
      { text: (await formWords("th"))["Who does what"], lang: "th" },
      { text: "Who does what", lang: "en" },
    ]);
    const source = await demo.source({ form: "plan" });
    const without = await makeEdition({ ...source, wordings: [{ ...source.wordings[0], lang: "und" }] });
    expect(ofKind(without, "table")[0]?.head[3]?.title).toEqual([{ text: "Who does what", lang: "en" }]);
  });

  test("say of a language that nobody checked that the translation is not checked, and of no other", async () => {
    const mark = wordsFor("th").t("listing.mark-unchecked");
    const marked = new Set<string>();
    for (const form of OWN_TEXTS) {
      const source = await demo.source({ form, lang: "th" });
      const said = async (checkedLanguages: readonly string[]) =>
        all(await makeEdition({ ...source, settings: { ...source.settings, checkedLanguages } }));
      expect([form, (await said(["en", "th"])).includes(mark)]).toEqual([form, false]);
      if ((await said(["en"])).includes(mark)) marked.add(form);
    }
    expect([...marked]).toEqual([...OWN_TEXTS]);
    expect(await text("plan")).not.toContain(wordsFor("en").t("listing.mark-unchecked"));
  });

  test("the leaflet on feelings is for the person: three stages in plain words, what helps, and general help alone", async () => {
    const edition = await demo.edition({ form: "feelings", lang: "th,en" });
    const [table] = ofKind(edition, "table");
    expect(table?.head.map(({ title }) => title[1]?.text)).toEqual([
      "At first",
      "After some months",
      "Later on",
    ]);
    const said = JSON.stringify(table?.rows);
    for (const feeling of ["I am afraid", "It all takes too long", "I am tired"])
      expect(said).toContain(feeling);
    expect(all(edition)).toContain("These feelings are normal");
    expect(all(edition)).not.toMatch(/crisis|victim|traffick|reintegration|trauma/iu);
    const places = ofKind(edition, "short");
    expect(places.length).toBeGreaterThan(0);
    const { listings } = await demo.source({});
    const specific = listings.filter(({ facts }) => facts.scope === "trafficking-specific");
    expect(specific.filter(({ facts }) => all(edition).includes(facts.code))).toEqual([]);
  });

  test("ten outcomes, each with room for now and for what is wanted", async () => {
    const [table] = ofKind(await demo.edition({ form: "outcomes" }), "table");
    expect(table?.rows).toHaveLength(10);
    expect(table?.rows.every(({ cells }) => cells.length === 3)).toBe(true);
  });

  test("the grid has four cells, identified or not by assisted or not, and asks for no name", async () => {
    const edition = await demo.edition({ form: "grid" });
    const [table] = ofKind(edition, "table");
    expect(table?.rows.map(({ cells }) => cells.length)).toEqual([3, 3]);
    expect(all(edition)).toContain("Write no names.");
  });

  test("fifteen principles stand on the back of the referral sheet", async () => {
    const edition = await demo.edition({ form: "referral" });
    const at = edition.blocks.findIndex(({ kind }) => kind === "page-break");
    const back = { ...edition, blocks: edition.blocks.slice(at) };
    expect(ofKind(back, "fields").flatMap(({ rows }) => rows)).toHaveLength(15);
  });

  test("the map to hand over has every listing once, with its number on the map and how to approach it", async () => {
    const edition = await demo.edition({ form: "handover" });
    const { listings } = await demo.source({});
    const numbers = ofKind(edition, "table").flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flat().flatMap((block) => (block.kind === "short" ? [block.number] : [])),
      ),
    );
    expect(new Set(numbers).size).toBe(listings.length);
    const marks = ofKind(edition, "map").flatMap((map) => map.marks.map(({ number }) => number));
    expect(marks.length).toBeGreaterThan(5);
    expect(marks.filter((number) => !numbers.includes(number))).toEqual([]);
  });

  test("the contact list has emergency numbers, general help, and lines for one's own", async () => {
    const edition = await demo.edition({ form: "contacts" });
    const { settings, listings } = await demo.source({});
    const danger = settings.emergency.find(({ country }) => country === "TH")?.number ?? "–";
    expect(all(edition)).toContain(danger);
    expect(ofKind(edition, "table")[0]?.rows.length).toBeGreaterThanOrEqual(6);
    const specific = listings.filter(({ facts }) => facts.scope === "trafficking-specific");
    const names = specific.flatMap(({ name }) => Object.values(name));
    expect(names.filter((name) => all(edition).includes(`"${name}"`))).toEqual([]);
  });
});

describe("low ink", () => {
  test("says the same as with ink: the drawing alone differs", async () => {
    const ink = await demo.edition({});
    const low = await demo.edition({ bw: true });
    // A map in low ink is drawn in lines alone; its numbers stand where they stood.
    const words = (blocks: typeof ink.blocks) =>
      blocks.map((block) => (block.kind === "map" ? { ...block, svg: "" } : block));
    expect(words(low.blocks)).toEqual(words(ink.blocks));
    expect(low.wishes.bw).toBe(true);
  });
});

describe("errata", () => {
  test("strike what is gone by its number, give what changed anew, add what is new, and never say the old value", async () => {
    const source = await demo.source({});
    const booklet = await makeEdition(source);
    const [gone, changed, ...rest] = source.listings;
    if (gone === undefined || changed === undefined) throw new Error("The demo is empty");
    const fresh = { ...changed, id: "fresh", facts: { ...changed.facts, code: "NEW00-0" } };
    const later = {
      ...source,
      version: "ffffffffffffffff",
      wishes: { ...source.wishes, form: "errata" as const },
      since: booklet.record,
      listings: [{ ...changed, name: { en: "A wholly new name" } }, fresh, ...rest],
    };
    const slip = await makeEdition(later);
    const numberOf = (code: string) => booklet.record.entries.find((entry) => entry.code === code)?.number;
    const text = all(slip);
    expect(text).toContain(`Strike no. ${numberOf(gone.facts.code)}.`);
    expect(text).toContain(`Instead of no. ${numberOf(changed.facts.code)}:`);
    expect(text).toContain("A wholly new name");
    expect(text).not.toContain(gone.name["en"] ?? gone.id);
    expect(ofKind(slip, "entry").map(({ code, number }) => [code, number])).toEqual([
      [changed.facts.code, numberOf(changed.facts.code)],
      ["NEW00-0", booklet.record.entries.length + 1],
    ]);
  });

  test("a new check alone is no erratum, and the record holds codes, numbers and digests alone", async () => {
    const source = await demo.source({});
    const { record } = await makeEdition(source);
    const checked = source.listings.map((listing) => ({
      ...listing,
      modified: "2026-12-01",
      facts: { ...listing.facts, checkedOn: "2026-12-01" },
    }));
    const slip = await makeEdition({
      ...source,
      listings: checked,
      since: record,
      wishes: { ...source.wishes, form: "errata" },
    });
    expect(all(slip)).toContain("Nothing has changed.");
    expect(record.entries.every((entry) => Object.keys(entry).sort().join() === "code,digest,number")).toBe(
      true,
    );
  });
});

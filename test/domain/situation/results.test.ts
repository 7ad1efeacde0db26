import { describe, expect, test } from "vitest";
import type { ListingFacts } from "#server/contract/listing.ts";
import {
  nearestAlternative,
  nearestElsewhere,
  waysRound,
  whatWouldChange,
} from "#server/domain/situation/alternatives.ts";
import { acrossBorder, whoMeets } from "#server/domain/situation/across-border.ts";
import { gapGroup } from "#server/domain/situation/gap.ts";
import {
  type Candidate,
  type Finding,
  forHelpers,
  groupByNeed,
} from "#server/domain/situation/group-by-need.ts";
import { harderTaken, takesHarder } from "#server/domain/situation/harder-to-place.ts";
import { readPreset, toPreset } from "#server/domain/situation/presets.ts";
import { toAsk } from "#server/domain/situation/questions.ts";
import { proposeShortlist } from "#server/domain/situation/shortlist.ts";
import { NO_SITUATION, type Situation } from "#server/domain/situation/situation.ts";
import { NOTHING_WANTED, wantedLines } from "#server/domain/situation/wanted.ts";
import { factsWith } from "../../records/facts.ts";

/** A listing by its name; the organisation stands before the dot. */
function one(name: string, known: Partial<ListingFacts>): Candidate<string> {
  return { facts: factsWith({ code: name, ...known }), name, item: name };
}
const found = (all: readonly { item: string }[]) => all.map(({ item }) => item);
const everybody: Finding = {
  where: { areas: ["TH-50"] },
  situation: NO_SITUATION,
  generalOnly: false,
  harder: false,
};
const of = (situation: Partial<Situation>): Finding => ({
  ...everybody,
  situation: { ...NO_SITUATION, ...situation },
});
const school = { needs: ["education"] as const, services: ["catch-up-classes"] };
const training = { needs: ["training"] as const, services: ["vocational-course"] };

describe("what is wanted", () => {
  test("is one line a need, in the field's order; chosen sub-services narrow their need", () => {
    expect(
      wantedLines({
        ...NOTHING_WANTED,
        needs: ["legal", "housing"],
        services: ["catch-up-classes", "wage-claim"],
      }),
    ).toEqual([
      { need: "housing", services: [] },
      { need: "education", services: ["catch-up-classes"] },
      { need: "legal", services: ["wage-claim"] },
    ]);
  });

  test("a stage stands for what is usual in it and narrows no need that was asked for whole", () => {
    const lines = wantedLines({ ...NOTHING_WANTED, needs: ["legal"], stage: "crisis" });
    expect(lines.map(({ need }) => need)).toEqual([
      "housing",
      "medical",
      "counselling",
      "administrative",
      "legal",
      "protection",
      "family",
      "case-management",
    ]);
    expect(lines.find(({ need }) => need === "legal")?.services).toEqual([]);
    expect(lines.find(({ need }) => need === "housing")?.services).toContain("emergency-shelter");
  });

  test("a set-back stands for where help may start", () => {
    expect(wantedLines({ ...NOTHING_WANTED, setBack: "lost-job" })).toEqual([
      {
        need: "economic",
        services: ["job-search-help", "job-placement", "cash-assistance", "social-benefits", "debt-help"],
      },
      { need: "legal", services: ["wage-claim"] },
    ]);
  });
});

describe("results by need", () => {
  const all = [
    one("b.class", { ...school, minimumAge: 10, maximumAge: 17 }),
    one("a.course", { ...training, minimumAge: 15 }),
    one("c.house class", { ...school, scope: "trafficking-specific" }),
    one("d.lawyer", {}),
  ];
  const lines = wantedLines({ ...NOTHING_WANTED, needs: ["education", "training"] });

  test("hold both groups for each need, with what fits, what to ask and what does not", () => {
    const [education, vocational] = groupByNeed(all, lines, of({ age: 14 }));
    expect(found(education?.general ?? [])).toEqual(["b.class"]);
    expect(found(education?.specific ?? [])).toEqual(["c.house class"]);
    expect(education?.specific[0]?.match.fit).toBe("ask");
    expect(found(vocational?.general ?? [])).toEqual([]);
    expect(found(vocational?.misfits ?? [])).toEqual(["a.course"]);
  });

  test("have the neutral order, whatever the order of the list", () => {
    const many = ["z", "m", "a"].map((name) => one(name, school));
    const [line] = groupByNeed(many, [{ need: "education", services: [] }], everybody);
    expect(found(line?.general ?? [])).toEqual(["a", "m", "z"]);
    const [turned] = groupByNeed([...many].reverse(), [{ need: "education", services: [] }], everybody);
    expect(found(turned?.general ?? [])).toEqual(["a", "m", "z"]);
  });

  test("leave out every word of specialised help when that is wished", () => {
    const [line] = groupByNeed(all, lines, { ...everybody, generalOnly: true });
    expect(line?.specific).toEqual([]);
  });

  test("hold no service for helpers alone; those stand apart", () => {
    const own = one("e.helpers", { needs: ["counselling"], services: ["practitioner-support"] });
    const [line] = groupByNeed([own], [{ need: "counselling", services: [] }], everybody);
    expect(line?.general).toEqual([]);
    expect(found(forHelpers([own, ...all], everybody.where))).toEqual(["e.helpers"]);
  });
});

describe("over a border", () => {
  const here = [
    one("Phone.line", { areas: ["001"], services: ["cross-border-referral", "service-information"] }),
    one("Embassy.desk", { areas: ["TH-50"], providerType: "embassy", services: ["identity-documents"] }),
    one("Road.escort", { areas: ["TH-50"], services: ["return-escort", "embassy-help"] }),
    one("Here.arrivals", { areas: ["TH-50"], services: ["arrival-reception"] }),
    one("Helpers.talks", { areas: ["TH-50"], services: ["practitioner-support"] }),
  ];
  const there = [
    one("Phone.line", { areas: ["001"], services: ["cross-border-referral", "service-information"] }),
    one("Stork.room", { areas: ["KH-1"], services: ["arrival-reception"] }),
    one("Stork.escort", { areas: ["KH-1"], services: ["return-escort"] }),
  ];
  const sides = {
    here: { candidates: here, where: { areas: ["TH-50"] } },
    there: { candidates: there, where: { areas: ["KH-1"] } },
  };
  const shape = (groups: ReturnType<typeof acrossBorder<string>>) =>
    groups.map(({ role, items }) => [role, ...found(items)]);

  test("there are referral points, embassies and who goes along from here, each once; and who meets the person there", () => {
    expect(shape(acrossBorder(sides.here, sides.there, everybody))).toEqual([
      ["between", "Phone.line"],
      ["embassy", "Embassy.desk", "Road.escort"],
    ]);
    const meets = (to: string | null) => whoMeets(there, "TH-50", to, everybody);
    expect(found(meets("KH-1") ?? [])).toEqual(["Stork.room"]);
    expect(meets("TH-57")).toBe(null);
  });

  test("whoever goes along stands under the first of their roles, and nobody of the other side", () => {
    const only = { ...sides.here, candidates: here.slice(2, 3) };
    expect(shape(acrossBorder(only, sides.there, of({})))).toEqual([
      ["between", "Phone.line"],
      ["embassy", "Road.escort"],
    ]);
    const escort = {
      ...sides.here,
      candidates: [one("Road.escort", { areas: ["TH-50"], services: ["return-escort"] })],
    };
    expect(shape(acrossBorder(escort, null, everybody))).toEqual([["goes-along", "Road.escort"]]);
    expect(whoMeets(there, "TH-50", null, everybody)).toBe(null);
  });
});

describe("harder to place", () => {
  const takes = one("a", {
    ...school,
    answers: { disability: { physical: "yes" }, pregnancy: { accepts: "yes" } },
  });
  const silent = one("b", school);
  const men = one("c", { ...school, answers: { "gender-served": { men: "yes" } } });
  const filter = (finding: Finding) =>
    groupByNeed([takes, silent, men], [{ need: "education", services: [] }], finding)[0];

  test("keeps those that are known to take one of the list, and puts the rest aside to be asked", () => {
    const line = filter({ ...everybody, harder: true });
    expect(found(line?.general ?? [])).toEqual(["a", "c"]);
    expect(found(line?.aside ?? [])).toEqual(["b"]);
  });

  test("looks for the groups of the situation where some are said", () => {
    const line = filter({ ...of({ marks: ["pregnant"] }), harder: true });
    expect(found(line?.general ?? [])).toEqual(["a"]);
    expect(harderTaken(takes.facts)).toEqual(["wheelchair", "pregnant"]);
    expect(takesHarder(men.facts, { ...NO_SITUATION, gender: "boys" })).toBe(true);
  });
});

describe("what does not fit", () => {
  const course = one("course", { ...training, minimumAge: 15 });
  const young = one("young course", {
    ...training,
    minimumAge: 10,
    services: ["vocational-course", "internship"],
  });
  const other = one("another", { ...training, minimumAge: 10, services: ["internship"] });
  const line = [{ need: "training", services: [] }] as const;

  test("says what would change it: from 15", () => {
    const [line1] = groupByNeed([course], line, of({ age: 14 }));
    expect(line1?.misfits.map(({ match }) => whatWouldChange(match))).toEqual([
      [{ kind: "later", from: 15 }],
    ]);
  });

  test("names an interpreter, or the one thing that is asked", () => {
    const interpreted = one("x", { ...training, languages: [{ code: "my", mode: "interpreter" }] });
    const [line1] = groupByNeed([interpreted], line, of({ languages: ["my"], direct: true }));
    expect(line1?.misfits.map(({ match }) => whatWouldChange(match))).toEqual([[{ kind: "interpreter" }]]);
    const closed = one("y", { ...training, answers: { "literacy-needed": { basic: "yes" } } });
    const [second] = groupByNeed([closed], line, of({ marks: ["no-reading"] }));
    expect(second?.misfits.map(({ match }) => whatWouldChange(match))).toEqual([
      [{ kind: "without", reason: { answer: "no", code: "no-reading" } }],
    ]);
  });

  test("comes with the nearest that does: most alike, then the neutral order", () => {
    const [line1] = groupByNeed([course, other, young], line, of({ age: 14 }));
    const [misfit] = line1?.misfits ?? [];
    expect(misfit && line1 && nearestAlternative(misfit, line1)?.item).toBe("young course");
    const [alone] = groupByNeed([course], line, of({ age: 14 }));
    expect(alone?.misfits[0] && nearestAlternative(alone.misfits[0], alone)).toBe(null);
  });
});

describe("where nothing fits a need", () => {
  const course = one("course", { ...training, minimumAge: 15 });
  const phone = one("phone", {
    needs: ["training"],
    services: ["career-guidance"],
    answers: { delivery: { phone: "yes" } },
  });
  const guide = one("guide", { needs: ["case-management"], services: ["service-information"] });

  test("there is what one thing less brings, the same need, help by phone, and those who know more", () => {
    const line = { need: "training", services: ["vocational-course"] } as const;
    const ways = waysRound([course, phone, guide], line, of({ age: 14 }));
    expect(ways.oneLess).toEqual([{ what: "age", count: 1 }]);
    expect(found(ways.sameNeed)).toEqual(["phone"]);
    expect(found(ways.remote)).toEqual(["phone"]);
    expect(found(ways.general)).toEqual(["guide"]);
  });

  test("the quick filter is one thing less too", () => {
    const ways = waysRound([phone], { need: "training", services: [] }, { ...everybody, harder: true });
    expect(ways.oneLess).toEqual([{ what: "harder", count: 1 }]);
  });

  test("the nearest other areas stand there, never a whole country", () => {
    const area = (code: string, lat: number, listings: number) => ({
      code,
      point: [lat, 100] as const,
      listings,
    });
    const areas = [
      area("TH-50", 18, 5),
      area("TH-57", 19, 3),
      area("TH", 18, 9),
      area("TH-90", 7, 4),
      area("TH-51", 18.1, 0),
    ];
    expect(nearestElsewhere(areas, "TH-50").map(({ code }) => code)).toEqual(["TH-57", "TH-90"]);
  });
});

describe("what to ask", () => {
  test("is the situation's own questions first, then what anybody must know, each once", () => {
    const facts = factsWith({
      services: ["emergency-shelter"],
      answers: { delivery: { residential: "yes" } },
    });
    const [line] = groupByNeed(
      [{ facts: { ...facts, needs: ["housing"] }, name: "", item: "" }],
      [{ need: "housing", services: [] }],
      of({ marks: ["no-papers", "open-house", "free"], gender: "women" }),
    );
    const [item] = line?.general ?? [];
    expect(item).toBeDefined();
    const { own, always } = toAsk(facts, item?.match ?? { reasons: [] });
    expect(own.map(({ code }) => code)).toEqual([
      "gender-unknown",
      "documents-unknown",
      "open-house",
      "free",
    ]);
    expect(always).toContain("identification-needed:none");
    for (const facet of ["documents-needed", "gender-served", "cost", "shelter-rules"])
      expect(always.filter((term) => term.startsWith(`${facet}:`))).toEqual([]);
  });
});

describe("the proposed sheet", () => {
  test("has the first of each group for each need, nobody twice, and no organisation twice where there is another", () => {
    const all = [
      one("acme.a", { ...school, minimumAge: 1 }),
      one("acme.b", { ...training, minimumAge: 1 }),
      one("zeta.c", { ...training, minimumAge: 1 }),
      one("house.d", { ...school, minimumAge: 1, scope: "trafficking-specific" }),
    ];
    const results = groupByNeed(
      all,
      wantedLines({ ...NOTHING_WANTED, needs: ["education", "training"] }),
      of({ age: 14 }),
    );
    const proposed = proposeShortlist(results, ({ item }) => item.split(".")[0] ?? "");
    expect(proposed.map(({ need, items }) => [need, found(items)])).toEqual([
      ["education", ["acme.a", "house.d"]],
      ["training", ["zeta.c"]],
    ]);
  });
});

describe("a preset", () => {
  const preset = { needs: ["legal"], services: ["wage-claim"], stage: null, setBack: "lost-job" };

  test("holds what is looked for, and nothing else can be put into it", () => {
    expect(readPreset(preset)).toEqual(preset);
    expect(readPreset({ ...preset, name: "somebody" })).toBe(null);
    expect(readPreset({ ...preset, age: 14 })).toBe(null);
    expect(readPreset({ ...preset, services: ["a name"] })).toBe(null);
    expect(readPreset({ ...preset, stage: "case 12" })).toBe(null);
    expect(readPreset({ ...preset, needs: ["x"] })).toBe(null);
    expect(readPreset("text")).toBe(null);
    expect(Object.keys(toPreset(Object.assign({ age: 14 }, NOTHING_WANTED)))).toEqual([
      "needs",
      "services",
      "stage",
      "setBack",
    ]);
  });
});

describe("a gap", () => {
  test("is noted for one group alone: what shuts most doors", () => {
    expect(gapGroup({ gender: "women", marks: ["no-papers", "not-identified"] })).toBe("not-identified");
    expect(gapGroup({ gender: "boys", marks: [] })).toBe("boys");
    expect(gapGroup({ gender: "trans", marks: [] })).toBe("everyone");
    expect(gapGroup({ gender: null, marks: ["wheelchair"] })).toBe("disability");
    expect(gapGroup({ gender: null, marks: ["with-child"] })).toBe("with-children");
  });
});

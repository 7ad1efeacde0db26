import { describe, expect, test } from "vitest";
import {
  ANSWERERS,
  ANSWERS,
  CHANNELS,
  COST_OPTIONS,
  FACET_CODES,
  FACETS,
  PROVIDER_TYPES,
  SERVICE_STATUSES,
  TELLS,
  WEEKDAYS,
} from "#db/vocabulary.ts";
import type { Affiliation } from "#server/contract/affiliation.ts";
import { Settings } from "#server/contract/settings.ts";
import { LISTING_TEXTS } from "#server/contract/listing.ts";
import codes from "#web/curate/messages/codes.json" with { type: "json" };
import facets from "#web/curate/messages/facets.json" with { type: "json" };
import lists from "#web/curate/messages/lists.json" with { type: "json" };
import messages from "#web/curate/messages/en.json" with { type: "json" };
import { GUIDES, stepText } from "#web/curate/help/guides.ts";
import { FIRST_SETTINGS } from "#server/publication/settings.ts";
import { codeFor } from "#web/curate/settings/affiliation-code.ts";
import { FACETS_OF, PARTS, TEXTS_OF } from "#web/curate/editor/parts.ts";
import { questionLabel } from "#web/curate/words.ts";
import { COVERAGE_GROUPS } from "#server/domain/coverage.ts";
import { changeText, valueText } from "#web/curate/values.ts";
import { fieldLabel, monthText, reasonText, weekText } from "#web/curate/words.ts";
import { existsSync, readdirSync, readFileSync } from "node:fs";

describe("the editor’s parts", () => {
  test("ask every facet of the vocabulary once, and hold every text once", () => {
    expect(PARTS.flatMap((part) => FACETS_OF[part] ?? []).sort()).toEqual(Object.keys(FACETS).sort());
    expect(PARTS.flatMap((part) => TEXTS_OF[part] ?? []).sort()).toEqual(["name", ...LISTING_TEXTS].sort());
  });

  test("every facet has a heading, and no statement stands for a code that does not exist", () => {
    expect(Object.keys(facets).sort()).toEqual(Object.keys(FACETS).sort());
    expect(Object.keys(codes).filter((code) => !FACET_CODES.includes(code))).toEqual([]);
  });
});

describe("what a field holds, in words", () => {
  test("each code of a closed list that screens show has words of its own", () => {
    const all = {
      answer: ANSWERS,
      answerer: ANSWERERS,
      channel: CHANNELS,
      cost: COST_OPTIONS,
      group: Object.keys(COVERAGE_GROUPS),
      provider: PROVIDER_TYPES,
      status: SERVICE_STATUSES,
      tells: TELLS,
      weekday: WEEKDAYS,
    };
    const missing = Object.entries(all).flatMap(([list, known]) =>
      known.map((code) => `${list}.${code}`).filter((key) => !Object.hasOwn(lists, key)),
    );
    expect(missing).toEqual([]);
  });

  test("a contact, hours, a cost, languages and an age are read without knowing a code", () => {
    const contact = {
      channel: "phone",
      value: "000 0000 001",
      dial: null,
      dialScope: "unknown",
      country: "TH",
      label: { en: "Intake" },
      hours: {},
      whoAnswers: "organization",
      recorded: "no",
      free: null,
      tells: { "child-protection": "yes" },
      audience: "internal",
      keptFrom: [],
      released: false,
      owner: "service",
      position: 0,
    };
    expect(valueText("contact:x", contact)).toBe(
      "Phone 000 0000 001 · Intake · Thailand · Who answers: Somebody of the organisation · " +
        "The call is recorded: no · They tell child protection: yes · Who may see it: This office alone",
    );
    expect(changeText("contact:x", contact, { ...contact, recorded: "yes" })).toEqual([
      "Phone 000 0000 001 · The call is recorded: no",
      "Phone 000 0000 001 · The call is recorded: yes",
    ]);
    expect(changeText("contact:x", null, { ...contact, label: {} })[0]).toBe("nothing");
    const hours = { kind: "regular", byday: ["MO", "TU"], opensAt: "09:00", closesAt: "16:00" };
    expect(valueText("schedules", [hours])).toBe("Mon, Tue 09:00–16:00");
    const cost = { option: "repay", amount: 30, currency: "THB", description: {} };
    expect(valueText("costs", [cost])).toBe("Has to be paid back 30 THB");
    expect(valueText("languages", [{ code: "my", mode: "interpreter" }])).toBe(
      "Burmese (through an interpreter)",
    );
    expect(valueText("answer:cost:free", "yes")).toBe("yes");
    expect(valueText("minimumAge", 18)).toBe("18");
    expect(valueText("areas", [])).toBe("nothing");
    expect(valueText("doNotRefer", true)).toBe("yes");
  });

  test("fields, weeks, months and reasons are said as people say them", () => {
    expect(fieldLabel("text:limits:th")).toBe("Limits of the help, Thai");
    expect(weekText("2026-W47")).toBe("week of 16 Nov 2026");
    expect(weekText("2027-W01")).toBe("week of 4 Jan 2027");
    expect(weekText("2020-W53")).toBe("week of 28 Dec 2020");
    expect(monthText("2026-11")).toBe("Nov 2026");
    expect(reasonText("no-answer")).toBe("no answer");
    expect(reasonText("to be answered by 2026-12-28")).toBe("to be answered by 28 Dec 2026");
  });
});

describe("guides", () => {
  const steps = GUIDES.flatMap(({ chapters }) => chapters.flatMap((chapter) => chapter.steps));

  test("there is one for coordinators, practitioners and translators, and each label in it is one of the app", () => {
    expect(GUIDES.map(({ code }) => code)).toEqual(["coordinators", "practitioners", "translators"]);
    for (const step of steps) expect(stepText(step)).not.toMatch(/[{}]/u);
  });

  test("name nothing in quotes but labels by their key and commands that there are", () => {
    const typed = steps.flatMap(({ text }) =>
      [...text.matchAll(/“([^”]+)”/gu)].map(([, words = ""]) => words),
    );
    const own = typed.filter((words) => !/^\{\d\}$/u.test(words));
    expect(own).toEqual(["directory base-map"]);
    for (const command of own)
      expect(existsSync(`scripts/verbs/${command.replace("directory ", "")}.ts`)).toBe(true);
    for (const { text, labels = [] } of steps)
      expect([text, [...text.matchAll(/\{\d\}/gu)].length <= labels.length]).toEqual([text, true]);
  });

  test("are in plain words: twenty a sentence at most", () => {
    const long = steps
      .flatMap((step) => stepText(step).split(/[.:?] /u))
      .filter((said) => said.split(" ").length > 20);
    expect(long).toEqual([]);
  });

  test("name the deadlines that a new directory starts with", () => {
    const { hotline, shelter, other } = FIRST_SETTINGS.deadlines;
    const text = steps.map(stepText).join(" ");
    expect(text).toContain(`after ${hotline} days, shelters after ${shelter}, others after ${other}`);
  });
});

describe("words of the back office", () => {
  const sources = readdirSync("web/curate", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"))
    .join("\n");

  test("every sentence is used, by its key or by the beginning of a key that is put together", () => {
    const unused = Object.keys(messages).filter((key) => {
      if (sources.includes(`"${key}"`)) return false;
      const parts = key.split(".");
      return !parts.some((_, i) => i > 0 && sources.includes(`\`${parts.slice(0, i).join(".")}.$\{`));
    });
    expect(unused).toEqual([]);
  });

  test("no sentence shouts but the one that must", () => {
    const loud = Object.values(messages).filter((text) =>
      /!|[A-Z]{4,}/u.test(text.replaceAll("STILL PUBLIC", "").replaceAll("LGBTQI", "")),
    );
    expect(loud).toEqual([]);
  });
});

describe("the code of a network or code of conduct", () => {
  const one = (code: string, name: string): Affiliation => ({
    code,
    kind: "network",
    name,
    url: null,
    focalPoint: null,
  });

  test("follows the name of a new one, and stays when one that is kept gets another name", () => {
    const kept = one("north-network", "North network");
    const fresh = one("", "");
    const given = { list: [kept, fresh], stored: [kept] };
    expect(codeFor(kept, "Northern safety network", given)).toBe("north-network");
    expect(codeFor(fresh, "Code of conduct 2024", given)).toBe("code-of-conduct-2024");
    // The new one’s name passes through the other’s while it is typed, and goes on.
    const passing = one("north-network", "North network");
    expect(codeFor(passing, "North network two", { list: [kept, passing], stored: [kept] })).toBe(
      "north-network-two",
    );
  });
});

describe("the settings", () => {
  /** Those that have no field of their own, and what changes them instead. */
  const ELSEWHERE: Readonly<Record<string, string>> = {
    checkedLanguages: "a verb of the translations desk, which asks who has read the words",
    languageChecks: "the same verb",
    setup: "the guided start",
    demo: "the end of the guided start, which removes the demo",
    baseMaps: "the command that makes the map; the form says which there are",
  };

  test("each has a field in the form, or something else that changes it", () => {
    const forms = readdirSync("web/curate/settings")
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => readFileSync(`web/curate/settings/${file}`, "utf8"))
      .join("\n");
    const set = new Set(
      [...forms.matchAll(/(?:model\.set\(\s*|const LIST = )"(\w+)"/gu)].map(([, name]) => name),
    );
    const known = Object.keys(Settings.entries);
    expect(known.length).toBeGreaterThan(20);
    expect(known.filter((name) => !set.has(name) && !(name in ELSEWHERE))).toEqual([]);
    expect(Object.keys(ELSEWHERE).filter((name) => set.has(name) || !known.includes(name))).toEqual([]);
  });
});

describe("what is asked on the phone", () => {
  test("is a question by itself, for a group of people too", () => {
    expect(questionLabel("gender-served:women")).toBe("For women?");
    expect(questionLabel("confidentiality:tells-police")).toBe("They tell the police?");
  });
});

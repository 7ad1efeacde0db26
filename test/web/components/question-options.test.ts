import { describe, expect, it } from "vitest";
import { ask, saidText } from "#web/components/question-options.ts";
import { wordsFor } from "#web/i18n/all.ts";
import { NO_ANSWERS, QUESTIONS } from "#web/models/answers.ts";

const words = wordsFor("en");

describe("plain questions", () => {
  it("stand skipped at the start, each of those with one answer", () => {
    for (const question of QUESTIONS) {
      const asked = ask(words, question, NO_ANSWERS, ["th"]);
      const chosen = asked.options.filter((option) => option.chosen).map(({ label }) => label);
      expect(chosen).toEqual(asked.several ? [] : ["Skip"]);
    }
  });

  it("take an answer back when a language is pressed again", () => {
    const once = ask(words, "languages", NO_ANSWERS, ["th", "my"]).options[1]?.answer;
    expect(once).toEqual({ languages: ["my"] });
    const twice = ask(words, "languages", { ...NO_ANSWERS, ...once }, ["th", "my"]).options[1];
    expect([twice?.chosen, twice?.answer]).toEqual([true, { languages: [] }]);
  });

  it("take an age in years, and nothing that is not one", () => {
    const typed = ask(words, "age", NO_ANSWERS, []).typed;
    expect(typed?.read("14")).toEqual({ age: { from: 14, to: 14 } });
    expect(typed?.read(" ")).toEqual({ age: null });
    for (const text of ["121", "-3", "14.5", "x"]) expect(typed?.read(text)).toBeNull();
    const said = { ...NO_ANSWERS, age: { from: 14, to: 14 } };
    expect(ask(words, "age", said, []).typed?.value).toBe("14");
    expect(saidText(words, "age", said)).toBe("14 years old");
  });

  it("read as sentences once they are answered", () => {
    const answers = {
      ...NO_ANSWERS,
      languages: ["my"],
      papers: "no",
      age: { from: 13, to: 17 },
      stay: "no",
      police: "no",
    } as const;
    expect(QUESTIONS.flatMap((question) => saidText(words, question, answers) ?? [])).toEqual([
      "I speak Burmese",
      "I have no papers",
      "13–17 years old",
      "Without staying there",
      "No police",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { answers, openQuestions } from "#web/words/answers.ts";
import { aListing, en, th } from "./a-listing.ts";

const about = (topic: string, facts = aListing(), words = en) =>
  answers(words, facts).filter((answer) => answer.topic === topic);

describe("answers of a listing", () => {
  it("stand as yes, then ask, then no", () => {
    const facts = aListing({
      answers: {
        "documents-needed": { none: "yes" },
        "with-children": { accepts: "no" },
        "cooperation-needed": { none: "yes" },
      },
    });
    const states = answers(en, facts).map((answer) => answer.state);
    expect(states).toEqual([...states].sort((a, b) => "yes ask no".indexOf(a) - "yes ask no".indexOf(b)));
    expect(new Set(states)).toEqual(new Set(["yes", "ask", "no"]));
  });

  it("say of each thing that nobody told us that it is not known, and give the question", () => {
    const unknown = answers(en, aListing());
    expect(unknown.every((answer) => answer.state === "ask" && answer.question !== undefined)).toBe(true);
    expect(unknown.map((answer) => answer.topic)).toEqual([
      "who",
      "papers",
      "nationality",
      "stay-permit",
      "registration",
      "identification",
      "police",
      "language",
      "staying",
      "later",
      "children",
    ]);
    expect(about("children")[0]).toEqual({
      state: "ask",
      topic: "children",
      text: "Nobody has told us yet if you can bring a child. Ask them.",
      question: "Can I bring my child?",
    });
    expect(about("papers", aListing(), th)[0]?.question).toBe("ไม่มีเอกสารไปได้ไหม");
  });

  it.each([
    ["papers", { "documents-needed": { none: "yes" } }, "yes", "People without papers"],
    [
      "papers",
      { "documents-needed": { "identity-card": "yes", "can-start-without-documents": "yes" } },
      "yes",
      "You can start without papers",
    ],
    [
      "papers",
      { "documents-needed": { "identity-card": "yes", "can-start-without-documents": "no" } },
      "no",
      "You need papers: identity card",
    ],
    [
      "papers",
      { "documents-needed": { "identity-card": "yes" } },
      "ask",
      "They ask for papers: identity card. Ask if you can start without them.",
    ],
    ["police", { "cooperation-needed": { none: "yes" } }, "yes", "You don’t have to talk to the police"],
    [
      "police",
      { "cooperation-needed": { "police-report": "yes" } },
      "no",
      "They ask you to report to the police",
    ],
    ["police", { "cooperation-needed": { testimony: "yes" } }, "no", "They ask you to speak in court"],
    [
      "identification",
      { "identification-needed": { "formally-identified": "yes" } },
      "no",
      "An office must first confirm what happened to you",
    ],
    ["nationality", { "nationality-served": { any: "yes" } }, "yes", "People from any country"],
    [
      "nationality",
      { "nationality-served": { "nationals-only": "yes" } },
      "no",
      "Only people of this country",
    ],
    ["stay-permit", { "legal-status-needed": { "legal-stay": "yes" } }, "no", "You need permission to stay"],
    [
      "registration",
      { "residence-registration-needed": { "registered-in-area": "yes" } },
      "no",
      "Only people registered in this area",
    ],
    ["staying", { "open-to-non-residents": { yes: "yes" } }, "yes", "You don’t have to stay there"],
    ["staying", { "open-to-non-residents": { yes: "no" } }, "no", "Only for people who stay there"],
    ["later", { "access-later": { "can-return-later": "yes" } }, "yes", "You can come back later"],
    ["children", { "with-children": { accepts: "yes" } }, "yes", "You can bring your child"],
    [
      "guardian",
      { "child-friendly": { "guardian-consent-needed": "yes" } },
      "no",
      "A parent or guardian must agree first",
    ],
    ["pregnancy", { pregnancy: { accepts: "no" } }, "no", "Not for pregnant women"],
  ] as const)("of %s say %o", (topic, known, state, text) => {
    expect(about(topic, aListing({ answers: known }))[0]).toMatchObject({ state, text });
  });

  it("keep languages spoken and languages through an interpreter apart", () => {
    const facts = aListing({
      languages: [
        { code: "th", mode: "direct" },
        { code: "shn", mode: "direct" },
        { code: "ksw", mode: "interpreter" },
      ],
    });
    expect(about("language", facts)[0]?.text).toBe("They speak Thai, Shan");
    expect(about("interpreter", facts)[0]?.text).toBe("Through an interpreter: Sgaw Karen");
  });

  it("give their questions for what you can say", () => {
    const facts = aListing({ answers: { "documents-needed": { none: "yes" } } });
    expect(openQuestions(en, facts)).not.toContain("Can I come without papers?");
    expect(openQuestions(en, facts)).toContain("Do I have to talk to the police?");
  });
});

import { describe, expect, it } from "vitest";
import { easierWays, howToGetIn } from "#web/words/entry.ts";
import { whatToBring } from "#web/words/papers.ts";
import { askForInterpreter, whatYouCanSay } from "#web/words/phrases.ts";
import { beforeYouSayYes } from "#web/words/rules.ts";
import { aListing, en, th } from "./a-listing.ts";

const rule = (topic: string, known: Parameters<typeof aListing>[0]) =>
  beforeYouSayYes(en, aListing(known)).find((sentence) => sentence.topic === topic);

describe("before you say yes", () => {
  it("asks about leaving, phone and family of every place where people sleep", () => {
    const house = aListing({ answers: { delivery: { residential: "yes" } } });
    expect(beforeYouSayYes(en, house).map((sentence) => sentence.question)).toEqual([
      "Can I choose whether I stay?",
      "May I leave when I want?",
      "May I keep my phone?",
      "May I talk to my family?",
      "If I say no today, may I come back?",
    ]);
    expect(beforeYouSayYes(en, aListing()).map((sentence) => sentence.topic)).toEqual(["after-no"]);
  });

  it("shows a rule that closes a door as a no", () => {
    expect(rule("phone", { answers: { "shelter-rules": { "phone-allowed": "no" } } })).toMatchObject({
      state: "no",
      text: "You cannot keep your phone.",
    });
    expect(rule("curfew", { answers: { "shelter-rules": { curfew: "yes" } } })).toMatchObject({
      state: "no",
      text: "You must be back by a set time.",
    });
    expect(rule("curfew", { answers: { "shelter-rules": { curfew: "no" } } })?.state).toBe("yes");
    expect(rule("court", { answers: { "shelter-rules": { "stay-tied-to-court-case": "yes" } } })?.state).toBe(
      "no",
    );
  });

  it("says what happens after a no", () => {
    const facts = { answers: { "access-later": { "after-saying-no": "yes" } } } as const;
    expect(rule("after-no", facts)?.text).toBe("If you say no now, you can come back later.");
  });

  it("joins the choice of a woman and a man into one sentence", () => {
    const both = { answers: { "staff-gender": { "choose-woman": "yes", "choose-man": "yes" } } } as const;
    expect(rule("staff", both)?.text).toBe("You can choose to talk to a woman or a man.");
  });
});

describe("what to bring", () => {
  it("is nothing only when somebody said so, and names no more than is known", () => {
    const none = { "documents-needed": { none: "yes" } } as const;
    expect(whatToBring(en, aListing({ answers: none }))).toEqual([
      "Nothing.",
      "You don’t need an identity card.",
    ]);
    const nothingAtAll = aListing({
      answers: { ...none, "identification-needed": { none: "yes" }, "cooperation-needed": { none: "yes" } },
    });
    expect(whatToBring(en, nothingAtAll)).toEqual([
      "Nothing.",
      "You don’t need an identity card, a letter, or a police report.",
    ]);
    expect(whatToBring(en, aListing())).toEqual(["What to bring: not known. Ask them."]);
  });

  it("lists papers and says that they can come later", () => {
    const answers = {
      "documents-needed": {
        "identity-card": "yes",
        "birth-certificate": "yes",
        "can-start-without-documents": "yes",
      },
    } as const;
    expect(whatToBring(en, aListing({ answers }))).toEqual([
      "Bring: identity card, birth certificate.",
      "You can start without papers. Bring them later.",
    ]);
  });

  it("leaves the word to the listing's own list", () => {
    expect(whatToBring(en, aListing(), true)).toEqual([]);
  });
});

describe("how to get in", () => {
  it("has at most three steps, the first with who else may call", () => {
    const facts = aListing({
      answers: {
        "entry-route": {
          "walk-in": "yes",
          "call-first": "yes",
          "assessment-first": "yes",
          "someone-can-call-for-you": "yes",
        },
        hours: { "appointment-needed": "yes" },
        delivery: { "home-visit": "yes" },
      },
    });
    expect(howToGetIn(en, facts)).toEqual([
      { title: "Call, or walk in", note: "Someone else may call for you." },
      { title: "A first talk", note: "You can leave out anything you don’t want to say." },
      { title: "You get a time to come", note: null },
    ]);
  });

  it("says who must ask when nobody can come alone", () => {
    const facts = aListing({ answers: { "entry-route": { "authority-referral": "yes" } } });
    expect(howToGetIn(en, facts)[0]?.title).toBe("An office must send you");
  });

  it("is not known until somebody says so", () => {
    expect(howToGetIn(en, aListing())).toEqual([
      { title: "How to get in: not known. Call and ask.", note: null },
    ]);
  });

  it("says how people are met discreetly", () => {
    const answers = { "discreet-contact": { "unmarked-premises": "yes", "no-home-visit": "yes" } } as const;
    expect(easierWays(en, aListing({ answers }))).toEqual([
      "They do not visit your home.",
      "There is no sign on the door.",
    ]);
  });
});

describe("what you can say", () => {
  it("begins with a greeting, asks what is not known, and ends with who will see it", () => {
    const said = whatYouCanSay(en, aListing());
    expect(said[0]?.text).toBe("Hello. I would like to talk to someone. When can I come?");
    expect(said.at(-1)).toMatchObject({
      text: "Who will see what I tell you?",
      note: "You can always ask this",
    });
    expect(said.filter((one) => one.note === "Ask this: we don’t know yet")).toHaveLength(4);
  });

  it("stands sentence by sentence in the language of the place", () => {
    const said = whatYouCanSay(en, aListing({ needs: ["legal"] }), th);
    expect(said.map((one) => one.local?.text)).toEqual(
      whatYouCanSay(th, aListing({ needs: ["legal"] })).map((one) => one.text),
    );
    expect(whatYouCanSay(th, aListing(), th).every((one) => one.local === null)).toBe(true);
  });

  it("asks for an interpreter of the reader's own language", () => {
    expect(askForInterpreter(en, th)).toEqual({
      text: "May I have an interpreter for English?",
      local: { text: "ขอล่ามภาษาอังกฤษได้ไหม", lang: "th" },
      note: null,
    });
  });
});

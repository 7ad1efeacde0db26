import { describe, expect, it } from "vitest";
import { ANSWERERS, CHANNELS } from "#db/vocabulary.ts";
import { careText, contactLabel, contactNotes, isAuthorityLine } from "#web/words/contact.ts";
import { aContact, en, th } from "./a-listing.ts";

const texts = (contact: ReturnType<typeof aContact>, words = en) =>
  contactNotes(words, contact).map((note) => note.text);

describe("before a number", () => {
  it("says of each thing that nobody told us that we do not know", () => {
    expect(contactNotes(en, aContact())).toEqual([
      { kind: "not-known", label: "Not known", text: "We do not know who answers." },
      { kind: "not-known", label: "Not known", text: "We do not know whether calls are recorded." },
      {
        kind: "not-known",
        label: "Not known",
        text: "We do not know whether they tell the police, immigration or the child protection office. You can ask before you say your name.",
      },
      {
        kind: "where-works",
        label: "Where it works",
        text: "We do not know whether this number works from abroad.",
      },
      { kind: "price", label: "Price of the call", text: "We do not know whether the call is free." },
      {
        kind: "care",
        label: "Before you call",
        text: "The call stays in this phone’s list. You can delete it afterwards.",
      },
    ]);
  });

  it("says all that is known", () => {
    const contact = aContact({
      whoAnswers: "organization",
      recorded: "no",
      tells: { nobody: "yes" },
      dialScope: "country",
      country: "TH",
      free: "yes",
    });
    expect(texts(contact)).toEqual([
      "Someone of this organisation answers.",
      "Not recorded.",
      "Nobody is told.",
      "This number works only inside Thailand.",
      "The call is free.",
      "The call stays in this phone’s list. You can delete it afterwards.",
    ]);
    expect(texts(contact, th)).toContain("เขาไม่บอกใคร");
    expect(texts(contact, th)).toContain("หมายเลขนี้ใช้ได้เฉพาะในประเทศไทย");
  });

  it("names the exception to telling nobody", () => {
    const contact = aContact({ tells: { nobody: "yes", "child-protection": "yes" } });
    expect(texts(contact)).toContain(
      "Nobody. There is one exception: they may tell the child protection office.",
    );
  });

  it("names those who may be told, those who are not, and those of whom it is not known", () => {
    const contact = aContact({ tells: { police: "yes", family: "no" } });
    expect(texts(contact)).toContain("They may tell the police. They do not tell your family.");
    expect(texts(contact)).toContain(
      "We do not know whether they tell immigration or the child protection office. You can ask before you say your name.",
    );
  });

  it("does not read a single no as telling nobody", () => {
    const all = texts(aContact({ tells: { police: "no" } })).join(" ");
    expect(all).toContain("They do not tell the police.");
    expect(all).not.toContain("Nobody is told");
  });

  it("labels police and immigration lines as such and does not ask whether the police tell the police", () => {
    const police = aContact({ whoAnswers: "police" });
    expect(contactLabel(en, police)).toBe("State · police");
    expect(contactLabel(en, aContact({ whoAnswers: "immigration" }))).toBe("State · immigration");
    expect(contactLabel(en, aContact({ whoAnswers: "organization" }))).toBeNull();
    expect(texts(police).join(" ")).toContain("whether they tell immigration or the child");
    expect(ANSWERERS.filter((one) => isAuthorityLine(aContact({ whoAnswers: one })))).toEqual([
      "police",
      "immigration",
    ]);
  });

  it("speaks of messages for a message and of the other site for a website", () => {
    expect(texts(aContact({ channel: "line", recorded: "yes" }))).toContain("Messages are kept.");
    expect(texts(aContact({ channel: "website" }))).toEqual([
      "This opens another site. It can see that you come.",
    ]);
    for (const channel of CHANNELS) expect(careText(en, channel).length).toBeGreaterThan(20);
  });

  it("do not say “Nobody is told.” beside a listing's own sentence, which may name an exception", () => {
    const own = { text: "Nobody. One exception: a child being hurt.", lang: "en" };
    const contact = aContact({ tells: { nobody: "yes" } });
    expect(texts(contact)).toContain("Nobody is told.");
    expect(contactNotes(en, contact, own).map(({ text }) => text)).not.toContain("Nobody is told.");
    // A coded exception is no promise: it stays beside the words.
    const coded = aContact({ tells: { nobody: "yes", "child-protection": "yes" } });
    expect(contactNotes(en, coded, own).map(({ text }) => text)).toContain(
      "Nobody. There is one exception: they may tell the child protection office.",
    );
  });

  it("keeps the listing's own sentence and its language beside the coded answers", () => {
    const own = { text: "Only the hospital is told.", lang: "en" };
    expect(contactNotes(th, aContact(), own)).toContainEqual({
      kind: "told",
      label: "ใครจะรู้",
      text: own.text,
      own,
    });
  });
});

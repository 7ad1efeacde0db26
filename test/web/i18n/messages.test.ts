import { describe, expect, it } from "vitest";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { LANGUAGES } from "#web/i18n/languages.ts";
import { WAITING_KEYS } from "#web/i18n/waiting-keys.ts";
import { checkMessages, doneWaiting, unusedKeys, valueNames } from "../../../scripts/messages/check.ts";
import { readMessages } from "../../../scripts/messages/read.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const catalogue = (en: Record<string, string>, th: Record<string, string>) =>
  new Map([
    ["en", en],
    ["th", th],
  ]);

describe("the check of messages", () => {
  it("finds a key that a language lacks, and one that English does not have", () => {
    expect(checkMessages(catalogue({ a: "A" }, { b: "B" }))).toEqual([
      "th: a is missing",
      "th: b is not an English key",
    ]);
  });

  it("finds values that differ from English", () => {
    expect(checkMessages(catalogue({ a: "{n} places" }, { a: "{count} แห่ง" }))).toEqual([
      "th: a takes other values than in English",
    ]);
    expect(valueNames("{n, plural, one {{n} place in {area}} other {{n} places}}")).toEqual(["area", "n"]);
  });

  it("refuses what breaks at run time: straight apostrophes, number signs, empty messages", () => {
    expect(
      checkMessages(catalogue({ a: "don't", b: "# places", c: "" }, { a: "ก", b: "ข", c: "ค" })),
    ).toEqual(["en: a has a straight apostrophe", "en: b has a #: name the value instead", "en: c is empty"]);
  });

  it("refuses a plural inside a sentence: each case is a whole one", () => {
    const whole = "{n, plural, one {{n} day old.} other {{n} days old.}}";
    const glued = "Kept {n, plural, one {{n} day} other {{n} days}} ago.";
    expect(checkMessages(catalogue({ a: whole, b: glued }, { a: whole, b: whole }))).toEqual([
      "en: b has a plural inside a sentence: write each case whole",
    ]);
  });

  it("takes a thirteenth language as one folder and one line, and fails on a folder without its line", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "languages-"));
    const messages = path.join(folder, "web/i18n/messages");
    cpSync(path.join(root, "web/i18n/messages/en"), path.join(messages, "en"), { recursive: true });
    cpSync(path.join(root, "web/i18n/messages/th"), path.join(messages, "xx"), { recursive: true });
    cpSync(path.join(root, "db/seed/taxonomy.json"), path.join(folder, "db/seed/taxonomy.json"));
    const codes = [...LANGUAGES.map(({ code }) => code), "xx"];
    const read = await readMessages(folder, codes);
    expect([...read.keys()]).toEqual(["en", "xx"]);
    expect(checkMessages(read)).toEqual([]);
    // Names of months, weekdays and languages are among the messages: nothing else is to be written.
    expect(
      Object.keys(read.get("xx") ?? {}).filter((key) => /^(?:month|weekday|language)\./u.test(key)).length,
    ).toBeGreaterThan(50);
    await expect(readMessages(folder, codes.slice(0, -1))).rejects.toThrow("No line in languages.ts for xx");
    rmSync(folder, { recursive: true });
  });

  it("finds a key that no source mentions, but not one that is put together from a code", () => {
    expect(unusedKeys(["site.leave", "site.gone", "need.legal"], 'words.t("site.leave")')).toEqual([
      "site.gone",
    ]);
  });

  it("lets a key wait for its page, and says when the wait is over", () => {
    const [waiting = ""] = WAITING_KEYS;
    expect(unusedKeys([waiting], "")).toEqual([]);
    expect(doneWaiting(WAITING_KEYS, `words.t("${waiting}")`)).toEqual([waiting]);
  });

  it("finds nothing in ours", async () => {
    const ours = await readMessages(
      root,
      LANGUAGES.map((language) => language.code),
    );
    expect([...ours.keys()]).toEqual(LANGUAGES.map((language) => language.code));
    expect(ours.size).toBe(12);
    expect(checkMessages(ours)).toEqual([]);
  });

  it("takes all areas and services of the taxonomy in each language", async () => {
    const ours = await readMessages(
      root,
      LANGUAGES.map((language) => language.code),
    );
    for (const messages of ours.values()) {
      const names = Object.keys(messages).filter((key) => /^(need|service)\.[a-z-]+$/u.test(key));
      expect(names).toHaveLength(12 + 184);
    }
  });

  it("refuses a folder that has no line in languages.ts", async () => {
    await expect(readMessages(root, ["en"])).rejects.toThrow(/No line in languages\.ts for .*\bth\b/u);
  });
});

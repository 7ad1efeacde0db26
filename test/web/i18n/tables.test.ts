import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wordsFor } from "#web/i18n/all.ts";
import { NAMED_LANGUAGES } from "#web/i18n/endonyms.ts";
import { moneyText } from "#web/i18n/numbers.ts";
import { countryName } from "#web/words/place.ts";

const en = wordsFor("en");
const codes = (file: string, prefix: string) =>
  Object.keys(
    JSON.parse(
      readFileSync(new URL(`../../../web/i18n/messages/en/${file}.json`, import.meta.url), "utf8"),
    ) as Record<string, string>,
  )
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));

describe("tables of names", () => {
  it("name exactly the languages that have a message", () => {
    expect([...NAMED_LANGUAGES].sort()).toEqual(codes("language-names", "language.").sort());
  });

  it("name every country that has a message, and no other", () => {
    for (const code of codes("place", "country.")) expect(countryName(en, code), code).not.toBeNull();
    expect(countryName(en, "ZZ")).toBeNull();
  });

  it("name every currency that has a message", () => {
    for (const code of codes("time", "money.").filter((one) => one !== "other")) {
      expect(moneyText(en, 1, code), code).not.toContain(code);
    }
  });
});

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#web/i18n/languages.ts";
import { NOT_CHECKED } from "#web/i18n/not-checked.ts";
import { lettersOf } from "./font-letters.ts";

const read = (path: string) => readFileSync(new URL(`../../../web/${path}`, import.meta.url));
const rules = `${read("styles/fonts.css").toString()}\n${read("styles/fonts-names.css").toString()}`;
const named = [...rules.matchAll(/url\(\/fonts\/([\w-]+\.woff2)\)/gu)].map((found) => found[1] ?? "");

describe("fonts", () => {
  it("are the files that the rules name, with the sums they were made with", () => {
    const sums = read("public/fonts/SHA256SUMS.txt").toString().trim().split("\n");
    expect(sums.map((line) => line.split("  ")[1]).sort()).toEqual([...new Set(named)].sort());
    for (const line of sums) {
      const [sum, name] = line.split("  ");
      expect(
        createHash("sha256")
          .update(read(`public/fonts/${name}`))
          .digest("hex"),
        name,
      ).toBe(sum);
    }
  });

  it("hold every letter of the language button in the small file of its script, and ask that file for it", async () => {
    const faces: { letters: ReadonlySet<number>; spans: number[][] }[] = [];
    for (const face of rules.split("@font-face").filter((one) => one.includes("/fonts/names-"))) {
      // One after the other: the unpacker has one memory for all.
      const letters = await lettersOf(read(`public/fonts/${/names-[\w-]+\.woff2/u.exec(face)?.[0]}`));
      const spans = [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gu)].map(
        ([, from = "", to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)],
      );
      faces.push({ letters, spans });
    }
    const shown = new Set(LANGUAGES.map(({ code, endonym }) => endonym + (NOT_CHECKED[code] ?? "")).join(""));
    // A Khmer vowel that is drawn in two needs both parts.
    const needed = [...shown, "\u17c1"].filter((letter) => (letter.codePointAt(0) ?? 0) > 0xff);
    const missing = needed.filter((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return !faces.some(
        ({ letters, spans }) =>
          letters.has(point) && spans.some(([from = 0, to = 0]) => from <= point && point <= to),
      );
    });
    expect(needed.length).toBeGreaterThan(60);
    expect(missing).toEqual([]);
  });

  it("swap in late rather than hide text", () => {
    const faces = rules.split("@font-face").slice(1);
    expect(faces.length).toBeGreaterThan(15);
    expect(faces.filter((face) => !/font-display:\s*swap/u.test(face))).toEqual([]);
  });
});

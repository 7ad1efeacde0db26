import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#web/i18n/languages.ts";

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

  it("hold every letter of the language button in the small file of its script", () => {
    const ranges = new Set(
      [...rules.matchAll(/U\+([0-9A-F]+)\b/gu)].map((found) => Number.parseInt(found[1] ?? "", 16)),
    );
    const letters = new Set(LANGUAGES.map((language) => language.endonym).join(""));
    const missing = [...letters].filter((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code > 0xff && !ranges.has(code);
    });
    expect(missing).toEqual([]);
  });

  it("hold both parts of a Khmer vowel that is drawn in two", () => {
    const khmer = rules.split("@font-face").find((face) => face.includes("names-khmer")) ?? "";
    expect(khmer).toContain("U+17C4");
    expect(khmer).toContain("U+17C1");
  });

  it("swap in late rather than hide text", () => {
    const faces = rules.split("@font-face").slice(1);
    expect(faces.length).toBeGreaterThan(15);
    expect(faces.filter((face) => !/font-display:\s*swap/u.test(face))).toEqual([]);
  });
});

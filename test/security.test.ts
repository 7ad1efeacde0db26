import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const sources = readdirSync("test", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.test\.tsx?$/u.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  .join("\n");

test.each(["SECURITY.md", "server/ASVS.md", "test/browser/README.md"])(
  "every test that %s names as evidence is there",
  (file) => {
    const named = [...readFileSync(file, "utf8").matchAll(/“([^”]{12,})”/gu)].map(([, title = ""]) => title);
    expect(named.length).toBeGreaterThan(15);
    expect(
      named.filter((title) => !sources.includes(title) && !sources.includes(title.replaceAll('"', '\\"'))),
    ).toEqual([]);
  },
);

test("every chapter of the checklist names a test", () => {
  const rows = readFileSync("server/ASVS.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| V"));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !/“[^”]{12,}”/u.test(row))).toEqual([]);
});

test("the threat model names the five attackers and what nothing stops", () => {
  const text = readFileSync("SECURITY.md", "utf8");
  for (const who of [
    "trafficker who wants a shelter's address",
    "abusive partner with the phone",
    "fake organisation",
    "stolen coordinator's laptop",
    "curious host",
  ])
    expect(text).toContain(who);
  expect(text.match(/\*\*Not stopped/gu)).toHaveLength(5);
  expect(text).toContain("a copied website cannot be told by looking at itself");
});

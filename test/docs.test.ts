import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/** What the documents say is held to the code. */

const ROOT = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const manifest = JSON.parse(read("package.json")) as {
  version: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

describe("README", () => {
  const readme = read("README.md");

  test("names every verb of the command", () => {
    const index = read("scripts/directory.ts");
    const verbs = readdirSync(join(ROOT, "scripts/verbs"))
      .map((file) => read(`scripts/verbs/${file}`))
      .flatMap((source) =>
        [...source.matchAll(/:\s*Verb\s*=\s*\{\s*name:\s*"([a-z-]+)"/gu)].map(([, name]) => name ?? ""),
      );
    expect(verbs.length).toBeGreaterThan(7);
    expect(index).toContain("VERBS");
    expect(verbs.filter((verb) => !readme.includes(`\`${verb}`))).toEqual([]);
  });

  test("names every environment variable that the software reads", () => {
    const sources = ["server/node", "server/node.ts", "scripts"].flatMap(filesOf).map(read);
    const read1 = sources.flatMap((source) =>
      [...source.matchAll(/\benv(?:ironment)?\[["']([A-Z_]+)["']\]/gu)].map(([, name]) => name ?? ""),
    );
    const missing = [...new Set(read1)].filter((name) => !readme.includes(name) && !WORKPLACE.has(name));
    expect(missing).toEqual([]);
  });

  test("has a line for every dependency", () => {
    const all = Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    const missing = all.filter((name) => !name.startsWith("@types/") && !readme.includes(name));
    expect(missing).toEqual([]);
  });
});

/** Variables of other tools, which only the development scripts set for them. */
const WORKPLACE = new Set([
  "PATH",
  "TMPDIR",
  "CI",
  "AWS_EXECUTION_ENV",
  "CHROME_PATH",
  "WAYMARK_SHARED",
  "WAYMARK_BUILT",
  "FONT_PACKAGES",
]);

describe("every document", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "DEPLOY.md",
    "CHANGELOG.md",
    ...["db", "server", "web", "scripts", "test"]
      .flatMap(filesOf)
      .filter((file) => file.endsWith("README.md")),
  ];

  test("links only to files that are there", () => {
    const broken = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/gu)]
        .map(([, target]) => target ?? "")
        .filter((target) => !existsSync(join(ROOT, dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test("names only npm commands that exist", () => {
    const wrong = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run (?:-s )?([a-z:-]+)/gu)]
        .map(([, name]) => name ?? "")
        .filter((name) => !(name in manifest.scripts))
        .map((name) => `${file}: npm run ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

test("the version that /healthz tells is the package's", async () => {
  const { VERSION } = await import("#server/contract/version.ts");
  expect(VERSION).toBe(manifest.version);
});

function filesOf(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  if (/\.[a-z]+$/u.test(folder)) return [folder];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|md)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/** Imports point one way (architecture: "Top level"). */

const ROOT = resolve(import.meta.dirname, "..");
const SOURCES = ["db", "server", "web", "scripts"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith("web/i18n/compiled")),
);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^;"']*?from\s+)?["']([^"']+)["']/gmu;
const LAZY = /import\(\s*["']([^"']+)["']\s*\)/gu;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = [...text.matchAll(IMPORT)].map(([, type, to]) => ({
    typeOnly: type !== undefined,
    to: to ?? "",
  }));
  const lazy = [...text.matchAll(LAZY)].map(([, to]) => ({ typeOnly: false, to: to ?? "" }));
  return [...found, ...lazy].map(({ typeOnly, to }) => ({ from: file, to: targetOf(file, to), typeOnly }));
}

/** A path inside the project, or the name of a package. */
function targetOf(file: string, to: string): string {
  if (to.startsWith("#")) return to.slice(1);
  return to.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(file), to)) : to;
}

const ALL = SOURCES.flatMap(importsOf);
const isInside = (path: string, ...folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isPackage = (path: string) =>
  !isInside(path, "db", "server", "web", "scripts", "test", "dist", "package.json");
const wrong = (bad: (i: Import) => boolean) => ALL.filter(bad).map(({ from, to }) => `${from} → ${to}`);

/** Each layer and what it may import besides packages, itself, and types. */
const MAY: Record<string, readonly string[]> = {
  "server/domain": ["db/vocabulary.ts", "server/contract"],
  "server/contract": ["db/vocabulary.ts", "server/domain"],
  "server/directory": ["db", "server/domain", "server/contract"],
  // Pure of any store: keys go in, sealed or signed bytes come out.
  "server/sealing": [],
  "server/publication": ["db", "server/domain", "server/contract", "server/sealing"],
  // Curation writes wishes and takes listings away, which is publishing's business.
  "server/curation": ["db", "server/domain", "server/contract", "server/publication", "server/sealing"],
  // What passes between directories: read by exchange, written by curation.
  "server/sharing": [
    "db",
    "server/domain",
    "server/contract",
    "server/exchange",
    "server/curation",
    "server/publication",
  ],
  "server/exchange": ["db/vocabulary.ts", "db/seed", "server/domain", "server/contract"],
  "server/edition": ["db/vocabulary.ts", "server/domain", "server/contract"],
};

describe("imports point one way", () => {
  for (const [layer, allowed] of Object.entries(MAY)) {
    test(`${layer} imports only ${allowed.join(", ")}`, () => {
      expect(
        wrong(
          ({ from, to, typeOnly }) =>
            isInside(from, layer) && !typeOnly && !isPackage(to) && !isInside(to, layer, ...allowed),
        ),
      ).toEqual([]);
    });
  }

  test("db imports nothing of server but types, and nothing of web", () => {
    expect(
      wrong(
        ({ from, to, typeOnly }) =>
          isInside(from, "db") && (isInside(to, "web") || (isInside(to, "server") && !typeOnly)),
      ),
    ).toEqual([]);
  });

  test("web imports contracts and rules of the server, and never the rest of it", () => {
    expect(
      wrong(
        ({ from, to }) =>
          isInside(from, "web") &&
          isInside(to, "server", "db") &&
          !isInside(
            to,
            "server/contract",
            "server/domain",
            // Pure too: a printed edition of what somebody chose is made on the device, so that nothing is sent.
            "server/edition",
            "db/vocabulary.ts",
            "db/seed/taxonomy.json",
          ),
      ),
    ).toEqual([]);
  });

  test("server imports web in its entries alone, which hand the drawing of pages in", () => {
    expect(
      wrong(
        ({ from, to }) =>
          isInside(from, "server") &&
          isInside(to, "web") &&
          !isInside(from, "server/node", "server/worker", "server/worker.ts", "server/worker-curate.ts"),
      ),
    ).toEqual([]);
  });

  test("public routes hold no tables but the inbox's, and no rule of publishing or curation", () => {
    expect(
      wrong(
        ({ from, to, typeOnly }) =>
          isInside(from, "server/routes") &&
          !isInside(from, "server/routes/curate") &&
          !typeOnly &&
          (isInside(to, "server/publication", "server/curation") ||
            (isInside(to, "db") &&
              !isInside(to, "db/vocabulary.ts", "db/schema/inbox", "db/store-failure.ts"))),
      ),
    ).toEqual([]);
  });
});

describe("the public side cannot reach the catalogue", () => {
  const reached = reachableFrom("server/public-app.ts");

  test("no file that the public app loads is a table of the catalogue, curation, publication or an importer", () => {
    expect(
      [...reached].filter(
        (file) =>
          (isInside(file, "server/exchange") && !isInside(file, "server/exchange/out")) ||
          isInside(file, "db/schema/catalogue", "server/curation", "server/publication"),
      ),
    ).toEqual([]);
  });

  test("the check is not blind: it follows the public app to the published tables", () => {
    expect([...reached]).toContain("db/schema/published/listing.ts");
  });
});

describe("the public site holds nothing of the back office", () => {
  const reached = reachableFrom("web/entry.tsx");

  test("no file that its script loads, now or later, is of the back office: it can send no note of a gap", () => {
    expect([...reached].filter((file) => isInside(file, "web/curate", "server/contract/curate"))).toEqual([]);
  });

  test("the check is not blind: it follows the script to the tools of a helper", () => {
    expect([...reached]).toContain("web/helper/need-results.tsx");
  });
});

/** Files loaded at run time from a file on. */
function reachableFrom(start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { from, to, typeOnly } of ALL) if (from === file && !typeOnly && !isPackage(to)) open.push(to);
  }
  return seen;
}

describe("rules stay pure", () => {
  test("domain and contract import no database, no HTTP framework and nothing of Node", () => {
    expect(
      wrong(
        ({ from, to, typeOnly }) =>
          isInside(from, "server/domain", "server/contract") &&
          !typeOnly &&
          /^(node:|drizzle|@libsql|hono|preact)/u.test(to),
      ),
    ).toEqual([]);
  });

  test("domain reads no clock and no chance", () => {
    const found = SOURCES.filter((file) => isInside(file, "server/domain")).filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/u.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(found).toEqual([]);
  });

  test("Leaflet stays in web/map", () => {
    expect(wrong(({ from, to }) => /^leaflet|^supercluster/u.test(to) && !isInside(from, "web/map"))).toEqual(
      [],
    );
  });
});

describe("the layout is the user's", () => {
  test("there is no source folder but db, server, web, scripts and test", () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .filter((name) => !["node_modules", "dist", "data"].includes(name));
    expect(folders.sort()).toEqual(["db", "scripts", "server", "test", "web"]);
  });

  test("every folder of the source has a README that says what lives there", () => {
    const folders = [
      "db",
      "db/schema",
      "db/seed",
      "scripts",
      "test",
      "web",
      ...readdirSync(join(ROOT, "server"), { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => `server/${e.name}`),
    ];
    const missing = folders.filter((folder) => !readdirSync(join(ROOT, folder)).includes("README.md"));
    expect(missing).toEqual([]);
  });
});

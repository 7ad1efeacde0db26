import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openPublished } from "#db/client.ts";
import { listPublicTexts } from "#server/directory/directory.ts";
import type { TextRecord } from "#server/contract/public-text.ts";
import { texts } from "../../scripts/verbs/texts.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "texts-"));
  for (const way of ["log", "error"] as const) vi.spyOn(console, way).mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const run = (...args: string[]) => texts.run(args, { DATA_DIR: folder, DEMO: "0" });
const file = () => join(folder, "texts.json");
const read = () => JSON.parse(readFileSync(file(), "utf8")) as { texts: TextRecord[] };
const published = async () =>
  listPublicTexts(await openPublished({ url: `file:${join(folder, "published.db")}` }));

describe("directory texts", () => {
  test("writes every text to a file, and what a person changed in it is public after it is read again", async () => {
    expect(await run("export", "--out", file())).toBe(0);
    const all = read().texts;
    expect(all).toHaveLength(30);
    const own = all.map((text) =>
      text.page === "about" && text.language === "en"
        ? { ...text, body: "Write to our office.", checked: true }
        : text,
    );
    writeFileSync(file(), JSON.stringify({ texts: own }));
    expect(await run("import", file())).toBe(0);
    const about = (await published()).find(({ page, lang }) => page === "about" && lang === "en");
    expect(about).toMatchObject({ body: "Write to our office.", checked: true });
  });

  test("refuses a file with one wrong text, and writes nothing of it", async () => {
    await run("export", "--out", file());
    const [first, ...others] = read().texts;
    writeFileSync(
      file(),
      JSON.stringify({
        texts: [
          { ...first, body: "MARKER" },
          { ...others[0], body: "<b>no</b>" },
        ],
      }),
    );
    expect(await run("import", file())).toBe(1);
    await run("export", "--out", file());
    expect(JSON.stringify(read())).not.toContain("MARKER");
  });

  test("says how it is used when it is used in another way", async () => {
    await expect(run("export")).rejects.toThrow("Say export with --out");
    await expect(run("import", join(folder, "none.json"))).rejects.toThrow("cannot be read");
  });
});

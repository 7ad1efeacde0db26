import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO } from "#db/seed/demo/index.ts";
import { makeEdition } from "#server/edition/make-edition.ts";
import { WORDS_IN } from "#web/i18n/all.ts";
import { compilePdf } from "../../scripts/print/compile-pdf.ts";
import { fontFilesByScript } from "../../scripts/print/fonts.ts";
import { loadCompiler } from "../../scripts/print/load-compiler.ts";
import { type Asked, demoEditions, SITE } from "./demo-source.ts";

/** The readers of PDFs and codes: in Debian's poppler-utils and zbar-tools. */
const has = (command: string) => spawnSync(command, ["--version"]).error === undefined;
const READS = has("pdftotext") && has("pdfinfo") && has("pdftoppm");
const SCANS = READS && has("zbarimg");
const DRAWS = loadCompiler() !== null;
if (!DRAWS) console.warn("PDFs are not tested: there is no Typst compiler for this machine.");
if (!READS) console.warn("The text of PDFs is not tested: poppler-utils is not installed.");
if (READS && !SCANS) console.warn("QR codes are not scanned: zbar-tools is not installed.");

const HAS_CHINESE = fontFilesByScript().some(([script, files]) => script === "chinese" && files.length > 0);
if (!HAS_CHINESE) console.warn("PDFs in Chinese are not tested: @fontsource/noto-sans-sc is not installed.");

const folder = mkdtempSync(join(tmpdir(), "waymark-print-"));
let demo: Awaited<ReturnType<typeof demoEditions>>;
beforeAll(async () => {
  demo = await demoEditions();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Draws a form and puts it into a file. */
async function draw(asked: Asked, name = "pages") {
  const source = await demo.source(asked);
  const edition = await makeEdition(source);
  const pdf = await compilePdf(edition, source.wordings);
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, pdf.bytes);
  return { ...pdf, edition, path };
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: "utf8" });
const textOf = (path: string, page?: number) =>
  run("pdftotext", "-layout", ...(page === undefined ? [] : ["-f", `${page}`, "-l", `${page}`]), path, "-");

const ONE_PAGE = ["cards", "poster", "outcomes", "milestones", "questions"] as const;

describe.skipIf(!DRAWS)("PDFs", () => {
  test("every form passes PDF/UA-1, A4 and A5, small and large", async () => {
    for (const form of demo.forms.filter((name) => name !== "errata" && name !== "booklet")) {
      const { pages } = await draw({ form });
      expect([form, pages > 0]).toEqual([form, true]);
      if (ONE_PAGE.some((name) => name === form)) expect([form, pages]).toEqual([form, 1]);
    }
    expect((await draw({ form: "poster", paper: "a5" })).pages).toBe(1);
    expect((await draw({ form: "cards", lang: "en,th", bw: true })).pages).toBe(1);
    expect((await draw({ children: true, form: "sheet", lang: "en,th" })).pages).toBe(1);
  });

  test("a booklet is the same bytes twice", async () => {
    const first = await draw({ area: ["KH-2"], paper: "a5" });
    const second = await draw({ area: ["KH-2"], paper: "a5" });
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  test("large print takes more pages, and a booklet for stapling a quarter of the sheets, both sides used", async () => {
    const a5 = await draw({ area: ["KH-2"], paper: "a5" });
    const large = await draw({ area: ["KH-2"], paper: "a5", large: true });
    const stapled = await draw({ area: ["KH-2"], paper: "a5-on-a4" });
    expect(large.pages).toBeGreaterThan(a5.pages);
    expect(stapled.pages).toBe(Math.ceil(a5.pages / 4) * 2);
  });

  test("a text with the template's own signs is printed as it stands", async () => {
    const source = await demo.source({ area: ["KH-2"] });
    const [first, ...rest] = source.listings;
    if (first === undefined) throw new Error("The demo is empty");
    const name = `#panic("x") *a* $b$ [c] <d> \\ "e"`;
    const edition = await makeEdition({ ...source, listings: [{ ...first, name: { en: name } }, ...rest] });
    const { bytes } = await compilePdf(edition, source.wordings);
    const path = join(folder, "signs.pdf");
    writeFileSync(path, bytes);
    if (READS) expect(textOf(path).replace(/\s+/gu, " ")).toContain(name);
  });
});

describe.skipIf(!DRAWS || !READS)("the text of PDFs", () => {
  test("contents and index name the pages on which things stand", async () => {
    const { edition, path, pages } = await draw({ paper: "a5" });
    const texts = Array.from({ length: pages }, (_, page) => textOf(path, page + 1));
    const contents = texts.find((text) => /^\s*Contents\s*$/mu.test(text)) ?? "";
    const chapters = edition.blocks.flatMap((block) =>
      block.kind === "chapter" ? [block.title[0]?.text ?? ""] : [],
    );
    for (const chapter of chapters) {
      const named = contents.split("\n").find((line) => line.trim().startsWith(chapter));
      const page = Number(/(\d+)\s*$/u.exec(named ?? "")?.[1]);
      expect([chapter, texts[page - 1]?.includes(chapter)]).toEqual([chapter, true]);
    }
    const index = texts.filter((text) => /By organisation/u.test(text)).join("\n");
    const first = edition.blocks.find((block) => block.kind === "entry");
    const page = texts.findIndex((text) => text.includes(first?.code ?? "–")) + 1;
    expect(page).toBeGreaterThan(1);
    expect(index).toMatch(new RegExp(`\\b${page}\\b`, "u"));
  });

  test("the file says nothing of what it is for, and no page holds a private word", async () => {
    const secret = DEMO.flatMap(({ locations = [] }) =>
      locations
        .filter(({ privacy }) => privacy === "withheld")
        .flatMap(({ lines, privateNote, postalCode }) => [lines?.["en"], privateNote, postalCode]),
    ).filter((text): text is string => typeof text === "string" && text.length > 3);
    const { path } = await draw({ lang: "en,th" });
    const info = run("pdfinfo", path);
    expect(info).toMatch(/^Title:\s+Useful numbers · Chiang Mai$/mu);
    expect(info).not.toMatch(/^(Author|Subject|Keywords|CreationDate):\s+\S/mu);
    expect(info).toMatch(/^Tagged:\s+yes$/mu);
    const plain = `${info} ${textOf(path)}`.replace(/\s+/gu, " ");
    expect(secret.length).toBeGreaterThan(5);
    expect(secret.filter((text) => plain.includes(text))).toEqual([]);
  });

  // Chinese letters come with an optional package, or from a folder that the caller names (`--fonts`).
  test.each(WORDS_IN.filter((lang) => lang !== "zh" || HAS_CHINESE))(
    "the booklet can be made and read in %s",
    async (lang) => {
      const { edition, path } = await draw({ area: ["KH-2"], lang });
      const plain = textOf(path).replace(/\s+/gu, "");
      const entries = edition.blocks.flatMap((block) => (block.kind === "entry" ? [block] : []));
      expect(entries.length).toBeGreaterThan(3);
      expect(entries.filter(({ code }) => !plain.includes(code))).toEqual([]);
      expect(
        entries
          .flatMap(({ contacts }) => contacts)
          .filter(({ value }) => !plain.includes(value.replace(/\s+/gu, ""))),
      ).toEqual([]);
      expect(run("pdfinfo", path)).toMatch(/^Tagged:\s+yes$/mu);
    },
  );
});

describe.skipIf(!DRAWS || !SCANS)("codes to scan", () => {
  const scan = (path: string, name: string, dpi: number, pages: number) => {
    run("pdftoppm", "-r", `${dpi}`, "-l", `${pages}`, "-gray", "-png", path, join(folder, name));
    const pictures = readdirSync(folder).filter(
      (file) => file.startsWith(`${name}-`) && file.endsWith(".png"),
    );
    const scanned = pictures.map(
      (file) => spawnSync("zbarimg", ["-q", "--raw", join(folder, file)], { encoding: "utf8" }).stdout,
    );
    return new Set(
      scanned
        .join("")
        .split("\n")
        .filter((line) => line !== ""),
    );
  };
  const codesOf = (edition: Awaited<ReturnType<typeof draw>>["edition"]) =>
    edition.blocks.flatMap((block) => (block.kind === "entry" ? [`${SITE}/en/#${block.code}`] : []));

  test("lead to each listing's newest facts", { timeout: 90_000 }, async () => {
    const { edition, path, pages } = await draw({ area: ["KH-2"], paper: "a5", generalOnly: true }, "codes");
    const scanned = scan(path, "codes", 120, pages);
    expect(codesOf(edition).length).toBeGreaterThan(3);
    expect(codesOf(edition).filter((url) => !scanned.has(url))).toEqual([]);
  });

  test("can still be scanned on sheets for stapling", { timeout: 90_000 }, async () => {
    const { edition, path } = await draw({ area: ["KH-2"], paper: "a5-on-a4", generalOnly: true }, "stapled");
    const known = new Set(codesOf(edition));
    const found = [...scan(path, "stapled", 190, 99)].filter((url) => known.has(url));
    expect(found.length).toBeGreaterThanOrEqual(3);
  });
});

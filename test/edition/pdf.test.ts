import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO } from "#db/seed/demo/index.ts";
import { readShortCode } from "#server/domain/short-code.ts";
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
async function drawAnew(asked: Asked) {
  const source = await demo.source(asked);
  const edition = await makeEdition(source);
  const pdf = await compilePdf(edition, source.wordings);
  const path = join(mkdtempSync(join(folder, "pages-")), "pages.pdf");
  writeFileSync(path, pdf.bytes);
  return { ...pdf, edition, path };
}

const drawn = new Map<string, ReturnType<typeof drawAnew>>();
/** The same file for the same wish: drawing is what costs time here. */
function draw(asked: Asked): ReturnType<typeof drawAnew> {
  const key = JSON.stringify(asked);
  const known = drawn.get(key) ?? drawAnew(asked);
  drawn.set(key, known);
  return known;
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: "utf8" });
const textOf = (path: string) => run("pdftotext", "-layout", path, "-");

const ONE_PAGE = ["cards", "poster", "outcomes", "feelings", "milestones", "questions"] as const;

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
    const second = await drawAnew({ area: ["KH-2"], paper: "a5" });
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
    const texts = textOf(path).split("\f");
    expect(texts).toHaveLength(pages + 1);
    const contents = texts.find((text) => /^\s*Contents\s*$/mu.test(text)) ?? "";
    const chapters = edition.blocks.flatMap((block) =>
      block.kind === "chapter" ? [block.title[0]?.text ?? ""] : [],
    );
    for (const chapter of chapters) {
      const named = contents.split("\n").find((line) => line.trim().startsWith(chapter));
      const page = Number(/(\d+)\s*$/u.exec(named ?? "")?.[1]);
      expect([chapter, texts[page - 1]?.includes(chapter)]).toEqual([chapter, true]);
    }
    // The index by language stands in one column, so its lines can be read: each names the pages of its entries, once.
    const pageOf = new Map(
      edition.blocks.flatMap((block) =>
        block.kind === "entry"
          ? [[block.number, texts.findIndex((text) => text.includes(block.code)) + 1] as const]
          : [],
      ),
    );
    expect([...pageOf.values()].every((page) => page > 1)).toBe(true);
    const rows = edition.blocks.flatMap((block) => (block.kind === "index" ? [block.rows] : [])).at(-1) ?? [];
    expect(rows.length).toBeGreaterThan(3);
    const lines = (
      /By language([^]*)/u.exec(texts.find((text) => text.includes("By language")) ?? "")?.[1] ?? ""
    )
      .split("\n")
      .map((line) => line.trim());
    for (const { label, entries } of rows) {
      const from = lines.findIndex((line) => line.startsWith(label[0]?.text ?? "–"));
      const more = lines.slice(from + 1);
      const next = more.findIndex((line) => /^\p{L}/u.test(line));
      const said = [lines[from], ...more.slice(0, next < 0 ? undefined : next)]
        .join(" ")
        .replace(/Edition[^]*$/u, "");
      const named = [...said.matchAll(/\d+/gu)].map(([page]) => Number(page));
      const pagesOfRow = [...new Set(entries.map((number) => pageOf.get(number)))];
      expect([label[0]?.text, named]).toEqual([label[0]?.text, pagesOfRow]);
    }
  });

  test("the file says nothing of what it is for, and no page holds a private word", async () => {
    const secret = DEMO.flatMap(({ locations = [] }) =>
      locations
        .filter(({ privacy }) => privacy === "withheld")
        .flatMap(({ lines, privateNote, postalCode }) => [lines?.["en"], privateNote, postalCode]),
    ).filter((text): text is string => typeof text === "string" && text.length > 3);
    const { path, bytes } = await draw({ lang: "en,th" });
    const info = run("pdfinfo", path) + run("pdfinfo", "-meta", path);
    expect(info).toMatch(/^Title:\s+Useful numbers · Chiang Mai$/mu);
    expect(info).not.toMatch(/^(Author|Subject|Keywords|CreationDate):\s+\S/mu);
    expect(info).not.toMatch(/traffick|waymark|victim|\/(?:home|root|tmp|work)\//iu);
    expect(info).toMatch(/^Tagged:\s+yes$/mu);
    // Tags say in which language each block is.
    for (const lang of ["en", "th"])
      expect(bytes.toString("latin1").split(`/Lang (${lang})`).length).toBeGreaterThan(20);
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
      expect(entries.filter(({ code }) => !plain.includes(code) || readShortCode(code) !== code)).toEqual([]);
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
  /** What a reader finds on the pages from one to another. */
  const scan = (path: string, dpi: number, [from, to]: readonly [number, number]) => {
    run("pdftoppm", "-r", `${dpi}`, "-f", `${from}`, "-l", `${to}`, "-gray", "-png", path, path);
    const pictures = readdirSync(dirname(path)).filter((file) => file.endsWith(".png"));
    const { stdout } = spawnSync(
      "zbarimg",
      ["-q", "--raw", "-Sdisable", "-Sqrcode.enable", ...pictures.map((file) => join(dirname(path), file))],
      { encoding: "utf8" },
    );
    return new Set(stdout.split("\n").filter((line) => line !== ""));
  };
  const codesOf = (edition: Awaited<ReturnType<typeof draw>>["edition"]) =>
    edition.blocks.flatMap((block) => (block.kind === "entry" ? [`${SITE}/en/#${block.code}`] : []));

  test("lead to each listing's newest facts", { timeout: 90_000 }, async () => {
    const { edition, path, pages } = await draw({ area: ["KH-2"], paper: "a5", generalOnly: true });
    const scanned = scan(path, 110, [1, pages]);
    expect(codesOf(edition).length).toBeGreaterThan(3);
    expect(codesOf(edition).filter((url) => !scanned.has(url))).toEqual([]);
  });

  test("can still be scanned on sheets for stapling", { timeout: 90_000 }, async () => {
    const { edition, path, pages } = await draw({ area: ["KH-2"], paper: "a5-on-a4", generalOnly: true });
    const known = new Set(codesOf(edition));
    const found = [...scan(path, 160, [pages - 7, pages])].filter((url) => known.has(url));
    expect(found.length).toBeGreaterThanOrEqual(3);
  });
});

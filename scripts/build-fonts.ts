/**
 * Makes the files of `web/public/fonts/` from npm packages. They are committed, so this runs only when a
 * language is added. The packages are large and used for nothing else, so they live outside the repository:
 *
 *   mkdir ../fonts && cd ../fonts && npm init -y
 *   npm i -E @fontsource-variable/atkinson-hyperlegible-next@5.3.0 @fontsource-variable/noto-sans@5.3.0 \
 *     @fontsource/noto-sans@5.3.0 @fontsource/noto-sans-thai-looped@5.3.0 @fontsource/noto-sans-lao@5.3.0 \
 *     @fontsource/noto-sans-khmer@5.3.0 @fontsource/noto-sans-myanmar@5.3.0 @fontsource/noto-sans-arabic@5.3.0 \
 *     @fontsource/noto-sans-sc@5.3.0 subset-font@2.9.0
 *   FONT_PACKAGES=../fonts tsx scripts/build-fonts.ts
 */
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { LANGUAGES } from "#web/i18n/languages.ts";
import { NOT_CHECKED } from "#web/i18n/not-checked.ts";

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { targetFormat: "woff2"; variationAxes?: Record<string, { min: number; max: number }> },
) => Promise<Buffer>;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const target = path.join(root, "web/public/fonts");
const folder = process.env["FONT_PACKAGES"];
if (folder === undefined) throw new Error("FONT_PACKAGES names the folder with the font packages");
const packages = path.resolve(folder, "node_modules");
const subsetFont = createRequire(path.join(packages, "subset-font/package.json"))(
  "subset-font",
) as SubsetFont;

const WEIGHTS = { wght: { min: 400, max: 700 } };

/** Whole files: name here, package, file there. Static 400 and 700 are smaller than one variable file. */
const SCRIPTS = [
  ["noto-sans-thai-looped", "noto-sans-thai-looped", "thai"],
  ["noto-sans-lao", "noto-sans-lao", "lao"],
  ["noto-sans-khmer", "noto-sans-khmer", "khmer"],
  ["noto-sans-myanmar", "noto-sans-myanmar", "myanmar"],
  ["noto-sans-arabic", "noto-sans-arabic", "arabic"],
  ["noto-sans-latin", "noto-sans", "latin"],
  ["noto-sans-vietnamese", "noto-sans", "vietnamese"],
] as const;

interface NamesFont {
  readonly name: string;
  /** Path of the font inside the packages. */
  readonly font: string;
  readonly letters: RegExp;
  /**
   * Letters that no text holds but that shaping needs: a vowel sign with two parts is drawn as both (Khmer
   * U+17C4 as U+17C1 and U+17B6), and the Thai and Lao AM as a ring and AA. The browser looks for the parts
   * inside `unicode-range` alone, so they stand in it too.
   */
  readonly parts: string;
  /** Latin stands beside it in bold, so these letters need their weight too. */
  readonly weights?: boolean;
}

const staticFont = (name: string, script: string) =>
  `@fontsource/${name}/files/${name}-${script}-400-normal.woff2`;

/** Fonts for the letters of the language list, by script; those of plain Latin are there already. */
const NAMES: readonly NamesFont[] = [
  {
    name: "thai",
    font: staticFont("noto-sans-thai-looped", "thai"),
    letters: /[\u0e00-\u0e7f]/u,
    parts: "\u0e4d\u0e32",
  },
  {
    name: "lao",
    font: staticFont("noto-sans-lao", "lao"),
    letters: /[\u0e80-\u0eff]/u,
    parts: "\u0ecd\u0eb2",
  },
  {
    name: "khmer",
    font: staticFont("noto-sans-khmer", "khmer"),
    letters: /[\u1780-\u17ff]/u,
    parts: "\u17c1",
  },
  {
    name: "myanmar",
    font: staticFont("noto-sans-myanmar", "myanmar"),
    letters: /[\u1000-\u109f]/u,
    parts: "",
  },
  { name: "arabic", font: staticFont("noto-sans-arabic", "arabic"), letters: /[\u0600-\u06ff]/u, parts: "" },
  {
    name: "vietnamese",
    font: "@fontsource-variable/noto-sans/files/noto-sans-vietnamese-wght-normal.woff2",
    letters: /[\u0100-\u01b0\u1ea0-\u1ef9]/u,
    parts: "",
    weights: true,
  },
  {
    name: "zh",
    font: staticFont("noto-sans-sc", "chinese-simplified"),
    letters: /[\u4e00-\u9fff]/u,
    parts: "",
  },
];

const LICENCES = [
  ["OFL-atkinson-hyperlegible-next.txt", "@fontsource-variable/atkinson-hyperlegible-next"],
  ["OFL-noto-sans.txt", "@fontsource/noto-sans"],
  ["OFL-noto-sans-thai-looped.txt", "@fontsource/noto-sans-thai-looped"],
  ["OFL-noto-sans-lao.txt", "@fontsource/noto-sans-lao"],
  ["OFL-noto-sans-khmer.txt", "@fontsource/noto-sans-khmer"],
  ["OFL-noto-sans-myanmar.txt", "@fontsource/noto-sans-myanmar"],
  ["OFL-noto-sans-arabic.txt", "@fontsource/noto-sans-arabic"],
  ["OFL-noto-sans-sc.txt", "@fontsource/noto-sans-sc"],
] as const;

const files = (name: string) => path.join(packages, name, "files");
const fontsource = (name: string, script: string, weight: number) =>
  path.join(files(`@fontsource/${name}`), `${name}-${script}-${weight}-normal.woff2`);

async function copyWhole(): Promise<void> {
  const atkinson = "@fontsource-variable/atkinson-hyperlegible-next";
  for (const part of ["latin", "latin-ext"]) {
    await copyFile(
      path.join(files(atkinson), `atkinson-hyperlegible-next-${part}-wght-normal.woff2`),
      path.join(target, `atkinson-next-${part}.woff2`),
    );
  }
  for (const [name, from, script] of SCRIPTS) {
    for (const weight of [400, 700]) {
      await copyFile(fontsource(from, script, weight), path.join(target, `${name}-${weight}.woff2`));
    }
  }
}

/** One plain, even-width set of digits for every script, in all weights. */
async function makeDigits(): Promise<void> {
  const font = await readFile(
    path.join(files("@fontsource-variable/noto-sans"), "noto-sans-latin-wght-normal.woff2"),
  );
  const digits = await subsetFont(font, "0123456789", {
    targetFormat: "woff2",
    variationAxes: WEIGHTS,
  });
  await writeFile(path.join(target, "digits.woff2"), digits);
}

/** Letters nearer than this stand in one span: a file may be asked for a letter that it lacks, the next face has it. */
const NEAR = 0x100;

/** Letters as a `unicode-range`, in as few spans as may be: the rules are in the first load of every page. */
function rangeOf(letters: readonly string[]): string {
  const points = letters.map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const point of points) {
    const last = spans[spans.length - 1];
    if (last !== undefined && point - last[1] < NEAR) last[1] = point;
    else spans.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return spans.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(",");
}

/** Small files for the names in the language button and list, and the rules that load them. */
async function makeNames(): Promise<void> {
  const text = LANGUAGES.map(({ code, endonym }) => endonym + (NOT_CHECKED[code] ?? "")).join("");
  const letters = [...new Set(text)].sort();
  const rules: string[] = [];
  for (const { name, font, letters: pattern, parts, weights } of NAMES) {
    const own = letters.filter((letter) => pattern.test(letter) && !parts.includes(letter));
    const subset = await subsetFont(await readFile(path.join(packages, font)), own.join("") + parts, {
      targetFormat: "woff2",
      ...(weights ? { variationAxes: WEIGHTS } : {}),
    });
    await writeFile(path.join(target, `names-${name}.woff2`), subset);
    rules.push(
      `@font-face{font-family:"WM Names";src:url(/fonts/names-${name}.woff2) format("woff2");font-weight:400 700;font-display:swap;unicode-range:${rangeOf([...own, ...parts])}}`,
    );
  }
  await writeFile(
    path.join(root, "web/styles/fonts-names.css"),
    `/* Written by scripts/build-fonts.ts: the letters of the language list alone, so that the button does not load\n   whole fonts for two words. */\n${rules.join("\n")}\n`,
  );
}

async function writeSums(): Promise<void> {
  const lines: string[] = [];
  for (const name of (await readdir(target)).filter((one) => one.endsWith(".woff2")).sort()) {
    const bytes = await readFile(path.join(target, name));
    lines.push(`${createHash("sha256").update(bytes).digest("hex")}  ${name}  ${bytes.length}`);
  }
  await writeFile(path.join(target, "SHA256SUMS.txt"), `${lines.join("\n")}\n`);
}

for (const name of await readdir(target).catch(() => [])) {
  if (!name.endsWith(".md")) await rm(path.join(target, name));
}
await mkdir(target, { recursive: true });
await copyWhole();
await makeDigits();
await makeNames();
for (const [name, from] of LICENCES)
  await copyFile(path.join(packages, from, "LICENSE"), path.join(target, name));
await writeSums();

/** What each language of the interface costs on the line: its words, and the faces of its writing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { LANGUAGES } from "#web/i18n/languages.ts";

export interface LocaleSize {
  readonly lang: string;
  /** Bytes after gzip 9: words of the first screens, of all others, and names of the sub-services. */
  readonly first: number;
  readonly more: number;
  readonly services: number;
  /** Bytes of the two weights of its own writing, as they are; 0 where Latin letters or the system's face serve. */
  readonly fonts: number;
}

/** Faces by ISO 15924; the file names of `web/public/fonts`. */
const FACES: Readonly<Record<string, string>> = {
  Thai: "thai-looped",
  Laoo: "lao",
  Khmr: "khmer",
  Mymr: "myanmar",
  Arab: "arabic",
};

function facesOf(built: string, lang: string, script: string): number {
  const face = lang === "vi" ? "vietnamese" : FACES[script];
  if (face === undefined) return 0;
  return [400, 700]
    .map((weight) => readFileSync(join(built, `fonts/noto-sans-${face}-${weight}.woff2`)).byteLength)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** Sizes of all languages, in their order. @param built folder of the build, `dist/web` */
export function localeSizes(built: string): readonly LocaleSize[] {
  const manifest = JSON.parse(readFileSync(join(built, ".vite/manifest.json"), "utf8")) as Record<
    string,
    { readonly file: string } | undefined
  >;
  const weigh = (name: string): number => {
    const file = manifest[`i18n/compiled/${name}.js`]?.file;
    if (file === undefined) throw new Error(`The words ${name} have not been built`);
    return gzipSync(readFileSync(join(built, file)), { level: 9 }).byteLength;
  };
  return LANGUAGES.map(({ code, script }) => ({
    lang: code,
    first: weigh(code),
    more: weigh(`${code}.more`),
    services: weigh(`${code}.services`),
    fonts: facesOf(built, code, script),
  }));
}

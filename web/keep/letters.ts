import { scriptOf } from "#web/i18n/languages.ts";

/** Faces of every page: Latin letters, digits, and the few letters of the language list. */
const ALWAYS = /^\/fonts\/(?:atkinson-next-latin(?:-ext)?|digits|names-[a-z]+)\.woff2$/u;
/** Faces by writing, ISO 15924. */
const FACES: Readonly<Record<string, string>> = {
  Thai: "thai-looped",
  Laoo: "lao",
  Khmr: "khmer",
  Mymr: "myanmar",
  Arab: "arabic",
};

/**
 * Whether a font file belongs to a copy: the letters of its languages and those in which its listings are written.
 * What was drawn so far has no say, so that the copy is the same for everybody who keeps this area in this language.
 */
export function isLetterOf(url: string, languages: readonly string[], scripts: readonly string[]): boolean {
  if (ALWAYS.test(url)) return true;
  if (languages.includes("vi") && /noto-sans-(?:latin|vietnamese)-/u.test(url)) return true;
  return [...scripts, ...languages.map(scriptOf)].some((script) => {
    const face = FACES[script];
    return face !== undefined && url.startsWith(`/fonts/noto-sans-${face}-`);
  });
}

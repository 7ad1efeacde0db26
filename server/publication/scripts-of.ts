/** ISO 15924 codes of scripts that need a font of their own, with a sign that finds each. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Arab", /\p{Script=Arabic}/u],
  ["Beng", /\p{Script=Bengali}/u],
  ["Deva", /\p{Script=Devanagari}/u],
  ["Hans", /\p{Script=Han}/u],
  ["Khmr", /\p{Script=Khmer}/u],
  ["Laoo", /\p{Script=Lao}/u],
  ["Latn", /\p{Script=Latin}/u],
  ["Mymr", /\p{Script=Myanmar}/u],
  ["Thai", /\p{Script=Thai}/u],
];

/** The scripts that a text is written in, sorted: fonts for them come with the bundle. */
export function scriptsOf(text: string): readonly string[] {
  return SCRIPTS.filter(([, sign]) => sign.test(text)).map(([code]) => code);
}

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
  const signs = signsOf(text);
  return SCRIPTS.filter(([, sign]) => sign.test(signs)).map(([code]) => code);
}

/** Every sign of a text once: of megabytes a few hundred are left, in which the scripts are looked for. */
function signsOf(text: string): string {
  const seen = new Uint8Array(0x1_0000);
  const beyond = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    seen[unit] = 1;
    if (unit >= 0xd800 && unit < 0xdc00) beyond.add(text.codePointAt(at) ?? unit);
  }
  const signs: number[] = [...beyond];
  for (const [unit, one] of seen.entries())
    if (one === 1 && (unit < 0xd800 || unit > 0xdfff)) signs.push(unit);
  return signs.map((sign) => String.fromCodePoint(sign)).join("");
}

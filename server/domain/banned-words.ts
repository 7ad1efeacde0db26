/** Words of the field that no public string says (design: "Words"; requirements: R38, R53). */
export const BANNED: readonly RegExp[] = [
  /victim/iu,
  /beneficiar/iu,
  /reintegrat/iu,
  /traffick/iu,
  /rescu/iu,
  /prostitut/iu,
  /illegal/iu,
  /survivor/iu,
  /\beligib/iu,
  /confidential/iu,
  /verified/iu,
  /certified by/iu,
  /no results/iu,
  /panic/iu,
];
/** The same in Thai: victim, trafficking in persons, prostitution, illegal. */
export const BANNED_THAI: readonly RegExp[] = [/เหยื่อ/u, /ค้ามนุษย์/u, /โสเภณี/u, /ผิดกฎหมาย/u, /ผู้เสียหาย/u];

/** The first such word in a text as it stands there; null when there is none. */
export function bannedWordIn(text: string): string | null {
  for (const word of [...BANNED, ...BANNED_THAI]) {
    const found = word.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}

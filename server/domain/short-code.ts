/**
 * Short codes, as printed and as carried in a link's fragment: five letters or digits and a check character,
 * `K7Q2M-4`. Crockford's alphabet: no I, L, O or U, so that nothing is misread or spells a word.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 5;

/** Luhn over base 32: finds every single wrong character and nearly every swapped pair. */
function checkCharacter(body: string): string {
  let sum = 0;
  [...body].reverse().forEach((letter, index) => {
    const value = ALPHABET.indexOf(letter);
    const doubled = index % 2 === 0 ? value * 2 : value;
    sum += Math.floor(doubled / 32) + (doubled % 32);
  });
  return ALPHABET[(32 - (sum % 32)) % 32] ?? "0";
}

/** The code for 25 bits taken from `bits` (any non-negative integer). */
export function toShortCode(bits: number): string {
  let rest = bits;
  let body = "";
  for (let i = 0; i < LENGTH; i++) {
    body = (ALPHABET[rest % 32] ?? "0") + body;
    rest = Math.floor(rest / 32);
  }
  return `${body}-${checkCharacter(body)}`;
}

/**
 * Reads a code as somebody typed it: small letters, I for 1, O for 0, missing or stray hyphens. Null when it
 * is not a code or its check character is wrong.
 */
export function readShortCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/gu, "").replace(/[IL]/gu, "1").replace(/O/gu, "0");
  if (plain.length !== LENGTH + 1 || [...plain].some((letter) => !ALPHABET.includes(letter))) return null;
  const body = plain.slice(0, LENGTH);
  return checkCharacter(body) === plain[LENGTH] ? `${body}-${plain[LENGTH]}` : null;
}

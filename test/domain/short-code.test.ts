import { describe, expect, test } from "vitest";
import { readShortCode, toShortCode } from "#server/domain/short-code.ts";

describe("short codes", () => {
  test("are read back as they were typed: small letters, spaces, a forgotten hyphen, O for 0 and I for 1", () => {
    const code = toShortCode(32 * 5 + 1);
    expect(readShortCode(code)).toBe(code);
    expect(readShortCode(` ${code.toLowerCase().replace("-", "")} `)).toBe(code);
    expect(readShortCode(code.replaceAll("0", "O").replaceAll("1", "i"))).toBe(code);
  });

  test("one wrong character is always found", () => {
    const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (const bits of [0, 7, 12_345, 2 ** 25 - 1, 9_876_543]) {
      const code = toShortCode(bits);
      for (let at = 0; at < code.length; at++) {
        if (code[at] === "-") continue;
        for (const letter of alphabet) {
          if (letter === code[at]) continue;
          expect(readShortCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeNull();
        }
      }
    }
  });

  test("what is not a code is no code", () => {
    for (const typed of ["", "K7Q2", "K7Q2M-4-9", "UUUUU-U", "💛", "%00"])
      expect(readShortCode(typed)).toBeNull();
  });
});

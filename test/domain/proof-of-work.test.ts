import { describe, expect, test } from "vitest";
import { challengeOf, goodChallenges } from "#server/domain/challenge.ts";
import { beginsWithZeros, checkProof, PROOF_BITS, proofText } from "#server/domain/proof-of-work.ts";
import { sha256 } from "#server/domain/digest.ts";
import { solveProof } from "#web/models/solve-proof.ts";

const AT = new Date("2026-11-22T00:05:00Z");
const MESSAGE = '{"kind":"closed","listing":"K7Q2M-R"}';

describe("a proof of work", () => {
  test.each([
    ["0000ff", 16, true],
    ["0001ff", 16, false],
    ["0003ff", 14, true],
    ["0004ff", 14, false],
    ["7f", 1, true],
    ["8f", 1, false],
    ["ff", 0, true],
  ])("%s begins with %i zero bits: %s", (digest, bits, expected) => {
    expect(beginsWithZeros(digest, bits)).toBe(expected);
  });

  test("that the page counts is good on the server, for its own message alone", async () => {
    const challenges = await goodChallenges("key", AT);
    const proof = await solveProof(challenges[0]?.challenge ?? "", MESSAGE, PROOF_BITS);
    const verdict = await checkProof(proof, MESSAGE, challenges);
    const [challenge = "", nonce] = proof.split(".");
    const digest = await sha256(proofText(challenge, MESSAGE, Number(nonce)));
    expect(verdict).toEqual({ ok: true, day: "2026-11-22", mark: Number.parseInt(digest.slice(-4), 16) });
    expect(await checkProof(proof, MESSAGE.replace("closed", "unsafe"), challenges)).toEqual({ ok: false });
    expect(await checkProof(`${proof}0`, MESSAGE, challenges)).toEqual({ ok: false });
  });

  test("of yesterday is good, of the day before and under another key it is not", async () => {
    const challenges = await goodChallenges("key", AT);
    const of = async (key: string, day: string) =>
      (
        await checkProof(
          await solveProof(await challengeOf(key, day), MESSAGE, PROOF_BITS),
          MESSAGE,
          challenges,
        )
      ).ok;
    expect(await of("key", "2026-11-21")).toBe(true);
    expect(await of("key", "2026-11-20")).toBe(false);
    expect(await of("other", "2026-11-22")).toBe(false);
  });

  test("has a challenge that says neither its key nor its day", async () => {
    const challenge = await challengeOf("key", "2026-11-22");
    expect(challenge).toMatch(/^[0-9a-f]{32}$/u);
    expect(challenge).toBe(await challengeOf("key", "2026-11-22"));
    expect(challenge).not.toBe(await challengeOf("key", "2026-11-23"));
  });
});

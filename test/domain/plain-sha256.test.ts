import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { sha256 } from "#server/domain/plain-sha256.ts";

it("agrees with Node on lengths around the edges of a block", () => {
  for (const length of [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256);
    expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});

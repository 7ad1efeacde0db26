import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("every version is exact, every package has a hash, and every licence may go with ours", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/check-dependencies.ts", "--offline"],
    { encoding: "utf8" },
  );
  expect([status, stderr]).toEqual([0, ""]);
  expect(Number(/^(\d+) packages/u.exec(stdout)?.[1])).toBeGreaterThan(100);
});

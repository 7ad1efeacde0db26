import { expect, test } from "vitest";
import { crashRuns } from "./crash-runs.ts";

test("two hundred kills at random points: figures", async () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  const report = await crashRuns({ work: 160, migrate: 40 }, seed);
  console.log(
    `seed ${seed}: ${report.runs} kills, ${report.confirmed} confirmed things looked for, ${report.backups} backups; last line before the kill: ${JSON.stringify(report.after)}`,
  );
  expect(report.runs).toBe(200);
});

import { expect, test } from "vitest";
import { crashRuns } from "./crash-runs.ts";

test("a process that is killed at any point loses nothing that it confirmed and leaves no half-published state", async () => {
  const report = await crashRuns({ work: 8, migrate: 4 }, 20_261_127);
  expect(report.runs).toBe(12);
  expect(report.confirmed).toBeGreaterThan(5);
}, 240_000);

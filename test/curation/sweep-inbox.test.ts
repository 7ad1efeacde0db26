import { expect, test } from "vitest";
import { bucket, report, spentProof } from "#db/schema/inbox/index.ts";
import { sweepInbox } from "#server/curation/sweep-inbox.ts";
import { memoryDirectory } from "../records/memory.ts";

test("marks of this week and the last stay, counts stay for a year, and reports until somebody deletes them", async () => {
  const { inbox } = await memoryDirectory();
  for (const week of ["2025-W46", "2025-W47", "2026-W45", "2026-W46", "2026-W47"]) {
    await inbox.insert(spentProof).values({ week, mark: 7 });
    await inbox.insert(bucket).values({ week, name: "site", taken: 1, refused: 0 });
    await inbox.insert(report).values({ id: week, listing: "K7Q2M-R", kind: "wrong", week });
  }
  await sweepInbox(inbox, new Date("2026-11-21T12:00:00Z"));
  const weeks = async (table: typeof spentProof | typeof bucket | typeof report) =>
    (await inbox.select({ week: table.week }).from(table)).map(({ week }) => week).sort();
  expect(await weeks(spentProof)).toEqual(["2026-W46", "2026-W47"]);
  expect(await weeks(bucket)).toEqual(["2025-W47", "2026-W45", "2026-W46", "2026-W47"]);
  expect(await weeks(report)).toHaveLength(5);
});

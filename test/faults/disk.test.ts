import { execFile, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { publishedFolder } from "./published-folder.ts";

/** A disk of its own needs a name space for mounts, which Linux gives to most users; elsewhere nothing is tried. */
const CAN_MOUNT =
  spawnSync("unshare", ["-rm", "sh", "-c", 'mount -t tmpfs -o size=1m tmpfs "$0"', tmpdir()]).status === 0;
if (!CAN_MOUNT) console.warn("No small disk can be mounted here: full and read-only disks are not tried.");

const folder = mkdtempSync(join(tmpdir(), "disk-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `bad-disk.ts` with a disk of 16 MB, first as it is and then read only. Answers its lines. */
async function onSmallDisk(): Promise<Record<string, unknown>> {
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  const run = (step: string) =>
    `"${process.execPath}" "${tsx}" --tsconfig web/tsconfig.json test/faults/bad-disk.ts ${step} "${folder}"`;
  const { stdout } = await promisify(execFile)("unshare", [
    "-rm",
    "sh",
    "-ec",
    `mount -t tmpfs -o size=16m tmpfs "${folder}"
     cp -r "${await publishedFolder()}/." "${folder}"
     ${run("full")}
     mount -o remount,ro "${folder}"
     ${run("read-only")}`,
  ]);
  const lines = stdout.trim().split("\n");
  return Object.assign({}, ...lines.map((line) => JSON.parse(line) as object)) as Record<string, unknown>;
}

describe.skipIf(!CAN_MOUNT)("a disk", () => {
  const seen: Promise<Record<string, unknown>> = CAN_MOUNT ? onSmallDisk() : Promise.resolve({});

  test("that is full is named, costs nothing that was confirmed, and the public site goes on", async () => {
    expect(await seen).toMatchObject({
      full: expect.stringContaining("The disk is full. Nothing was changed."),
      backup: expect.stringContaining("The disk is full."),
      kept: true,
      after: null,
      now: "After there was room",
      page: [200, true],
    });
  });

  test("that became read only is named at the start, and what was published is served from a copy", async () => {
    const { office, trouble, page, report } = await seen;
    expect([office, page]).toEqual([false, [200, true]]);
    expect(trouble).toMatch(/may only be read|cannot be reached/u);
    // Nobody is told that a message was kept.
    expect(report).toEqual([503, "unavailable"]);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../scripts/edge/free-port.ts";
import { type RunningWorker, runWorker } from "../../scripts/edge/worker.ts";
import { workerdStarts } from "./workerd.ts";

const folder = mkdtempSync(join(tmpdir(), "edge-gone-"));
let worker: RunningWorker;

describe.skipIf(!workerdStarts())("the public worker without its databases", () => {
  beforeAll(async () => {
    const nobody = `http://127.0.0.1:${await freePort()}/`;
    worker = await runWorker({
      environment: "public",
      folder,
      variables: { PUBLISHED_URL: nobody, PUBLISHED_TOKEN: "x", INBOX_URL: nobody, INBOX_TOKEN: "x" },
      health: "/blank",
    });
    await worker.ready;
  }, 120_000);
  afterAll(async () => {
    await worker?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("says that the directory cannot be read at the moment, and leaving still works", async () => {
    const get = (path: string) => fetch(`${worker.address}${path}`, { redirect: "manual" });
    const answer = await get("/api/services");
    expect([answer.status, await answer.json()]).toEqual([
      503,
      {
        error: {
          code: "unavailable",
          message: "The directory cannot be read at the moment. Try again soon.",
        },
      },
    ]);
    for (const path of ["/en/", "/en/area/TH-50", "/bundles/index.json", "/hsds"])
      expect([path, (await get(path)).status]).toEqual([path, 503]);
    expect((await get("/blank")).status).toBe(200);
  });
});

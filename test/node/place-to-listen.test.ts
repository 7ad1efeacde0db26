import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeToListen, whyNotListen } from "#server/node/place-to-listen.ts";

let other: Server;
let port = 0;
beforeAll(async () => {
  other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  ({ port } = address);
});
afterAll(() => new Promise<void>((resolve) => other.close(() => resolve())));

describe("a place to listen", () => {
  test("is loopback and 8787 unless HOST and PORT say otherwise", () => {
    expect(placeToListen({})).toEqual({ host: "127.0.0.1", port: 8787 });
    expect(placeToListen({ HOST: "0.0.0.0", PORT: "80" })).toEqual({ host: "0.0.0.0", port: 80 });
  });

  test("that is free, and any free port, are taken; one in use and no port at all are named with what to do", async () => {
    expect(await whyNotListen({ host: "127.0.0.1", port: 0 })).toBeNull();
    expect(await whyNotListen({ host: "127.0.0.1", port })).toContain(`PORT=${port + 1} npm start`);
    expect(await whyNotListen(placeToListen({ PORT: "eighty" }))).toContain("PORT is a number");
    expect(await whyNotListen({ host: "203.0.113.7", port: 0 })).toContain("HOST and PORT say where");
  });

  test("that is taken ends a first start before anything is made: the recovery key is not shown to nobody", () => {
    const folder = mkdtempSync(join(tmpdir(), "waymark-taken-"));
    const { status, stderr, stdout } = spawnSync(process.execPath, ["--import", "tsx", "server/node.ts"], {
      encoding: "utf8",
      env: {
        ...process.env,
        TSX_TSCONFIG_PATH: "web/tsconfig.json",
        DATA_DIR: join(folder, "data"),
        PORT: String(port),
      },
    });
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("Nothing was started.");
    expect(existsSync(join(folder, "data"))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});

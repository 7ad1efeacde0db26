/**
 * The public side under load: `npx tsx --tsconfig web/tsconfig.json scripts/bench/load.ts [seconds]`, after
 * `npm run build`. One Node process with the demo, and whoever asks, on the same machine.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { askOften } from "./load/ask-often.ts";
import { dripHeaders, sendLarge } from "./load/bad-clients.ts";
import { memoryOf } from "./load/memory-of.ts";

const SUSTAINED = 16;
const BURST = 400;
/** The heap that a small server gives it, in MB (`scripts/deploy/directory.service`). */
const HEAP = 512;

/** Says a line for each thing that was tried; `seconds` of each route, twice as many in a burst. */
export async function benchLoad(say: (line: string) => void, seconds = 3): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-load-"));
  const server = await startServer(folder);
  const origin = `http://127.0.0.1:${server.port}`;
  const memory = () => `${memoryOf(server.pid).now.toFixed(0)} MB`;
  try {
    const index = (await (await fetch(`${origin}/bundles/index-en.json`)).json()) as {
      areas: { parts: { url: string }[] }[];
    };
    const parts = [...new Set(index.areas.flatMap((area) => area.parts.map(({ url }) => url)))];
    const routes = [
      "/healthz",
      "/en/",
      "/en/area/TH-50",
      "/bundles/index-en.json",
      parts[0] ?? "/bundles/index.json",
      "/api/services?area=TH-50&need=legal&limit=20",
      "/hsds/services?per_page=50",
    ];
    say(`at rest: ${memory()}`);
    for (const [words, connections] of [
      ["sustained", SUSTAINED],
      ["burst", BURST],
    ] as const)
      for (const route of routes) {
        const {
          perSecond,
          p50,
          p99,
          failed,
          with: by,
        } = await askOften(`${origin}${route}`, connections, connections > SUSTAINED ? 2 * seconds : seconds);
        say(
          `${words}, ${connections} at once (${by}), ${route.replace(/\.[0-9a-f]{16}/u, "")}: ${perSecond.toFixed(0)} a second, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(0)} ms, failed ${failed}; ${memory()}`,
        );
      }

    const began = performance.now();
    let bytes = 0;
    for (let at = 0; at < parts.length; at += 16)
      await Promise.all(
        parts.slice(at, at + 16).map(async (part) => {
          const { byteLength } = await (await fetch(`${origin}${part}`)).arrayBuffer();
          bytes += byteLength;
        }),
      );
    say(
      `all ${parts.length} parts of the bundles once: ${(performance.now() - began).toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB unpacked; ${memory()}`,
    );

    const slow = dripHeaders(server.port, 500);
    await sleep(1_000);
    const meanwhile = await askOften(`${origin}/healthz`, SUSTAINED, 2);
    const held = slow.held();
    await sleep(18_000);
    say(
      `500 clients that send a header a sign a second: ${held} held at first, ${slow.held()} after 20 s; others meanwhile: ${meanwhile.perSecond.toFixed(0)} a second, failed ${meanwhile.failed}; ${memory()}`,
    );
    slow.end();

    const large = await Promise.all(
      Array.from({ length: 50 }, () => sendLarge(server.port, "/en/narrow", 200)),
    );
    say(
      `50 bodies of 200 MB at once: answered ${[...new Set(large.map(({ status }) => status))].join(", ")} after ${Math.max(...large.map(({ sent }) => sent)).toFixed(1)} MB at most; ${memory()}`,
    );
    const { most } = memoryOf(server.pid);
    say(`most memory of the server in all of it: ${most.toFixed(0)} MB, its heap bound to ${HEAP} MB`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServer(folder: string) {
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, tsx, "--tsconfig", "web/tsconfig.json", "server/node.ts"],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        DATA_DIR: folder,
        PORT: "0",
        NODE_OPTIONS: `--max-old-space-size=${HEAP}`,
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const [, found] = /:(\d+)\s/u.exec(chunk.toString()) ?? [];
      if (found !== undefined) resolve(Number(found));
    });
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  return {
    port,
    // tsx starts the server as a process of its own.
    pid: childOf(child.pid ?? 0),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function childOf(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    return Number(children[0] || pid);
  } catch {
    return pid;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await benchLoad(console.log, Number(process.argv[2] ?? 3));

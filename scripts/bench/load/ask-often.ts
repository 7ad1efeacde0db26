import { spawnSync } from "node:child_process";
import { Agent, get } from "node:http";
import { promisify } from "node:util";
import { execFile } from "node:child_process";

/** What a run of many requests came to. */
export interface Throughput {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Requests that got no answer, or another status than 200. */
  readonly failed: number;
  readonly with: "wrk" | "node";
}

const HAS_WRK = spawnSync("wrk", ["-v"]).error === undefined;

/**
 * Asks for one address over and over through `connections` at once, `seconds` long: by wrk where it is installed, else
 * by this process, which then shares its processors with the server and says so.
 */
export async function askOften(url: string, connections: number, seconds: number): Promise<Throughput> {
  return HAS_WRK ? byWrk(url, connections, seconds) : byNode(url, connections, seconds);
}

async function byWrk(url: string, connections: number, seconds: number): Promise<Throughput> {
  const { stdout } = await promisify(execFile)("wrk", [
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "--timeout",
    "30s",
    "--latency",
    "-H",
    "Accept-Encoding: gzip, br",
    url,
  ]);
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const milliseconds = (percent: string) => {
    const [, value = "0", unit = "ms"] =
      new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s|m)`, "u").exec(stdout) ?? [];
    return Number(value) * ({ us: 0.001, ms: 1, s: 1_000, m: 60_000 }[unit] ?? 1);
  };
  const errors = [...(/Socket errors: (.+)/u.exec(stdout)?.[1] ?? "").matchAll(/(\d+)/gu)];
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/u),
    p50: milliseconds("50"),
    p99: milliseconds("99"),
    failed: number(/Non-2xx or 3xx responses: (\d+)/u) + errors.reduce((sum, [, n]) => sum + Number(n), 0),
    with: "wrk",
  };
}

async function byNode(url: string, connections: number, seconds: number): Promise<Throughput> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  let failed = 0;
  const until = performance.now() + seconds * 1_000;
  const ask = () =>
    new Promise<void>((resolve) => {
      const began = performance.now();
      get(url, { agent, headers: { "Accept-Encoding": "gzip, br" } }, (answer) => {
        if (answer.statusCode !== 200) failed += 1;
        answer.resume().once("end", () => {
          took.push(performance.now() - began);
          resolve();
        });
      }).on("error", () => {
        failed += 1;
        resolve();
      });
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await ask();
    }),
  );
  agent.destroy();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? 0;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), failed, with: "node" };
}

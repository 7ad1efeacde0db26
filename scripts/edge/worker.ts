import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { freePort } from "./free-port.ts";
import type { WorkerVariables } from "./stores.ts";

const require = createRequire(import.meta.url);
/** The program, as Node runs it. */
export const WRANGLER = join(dirname(require.resolve("wrangler/package.json")), "bin", "wrangler.js");

/** No look-ups, no metrics, no reports; its own files lie in the data folder. */
const quiet = (folder: string) => ({
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_LOG_PATH: join(folder, "wrangler.log"),
  WRANGLER_REGISTRY_PATH: join(folder, "registry"),
  XDG_CONFIG_HOME: join(folder, "config"),
});

export interface RunningWorker {
  readonly address: string;
  /** Resolves when it answers; rejects when it ends before that. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Environment of `wrangler.toml`. */
  readonly environment: "public" | "curate";
  /** Data folder: the variables and everything that wrangler writes go there. */
  readonly folder: string;
  readonly variables: WorkerVariables;
  /** A path that answers 200 as soon as the worker runs. */
  readonly health: string;
  /** Left out: a free one. */
  readonly port?: number | undefined;
}

/** Runs one worker of `wrangler.toml` in workerd, on loopback. */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { environment, folder } = options;
  const port = options.port ?? (await freePort());
  // In a file that only its owner reads: what stands on a command line is shown to everybody on the machine.
  const variables = join(folder, `${environment}.env`);
  const lines = Object.entries(options.variables).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(variables, lines.join(""), { mode: 0o600 });

  const child = spawn(
    process.execPath,
    [
      WRANGLER,
      "dev",
      `--env=${environment}`,
      "--local",
      "--ip=127.0.0.1",
      `--port=${port}`,
      `--inspector-port=${await freePort()}`,
      "--inspector-ip=127.0.0.1",
      // Any lower level writes a line for each request.
      "--log-level=error",
      "--show-interactive-dev-session=false",
      // Beside static files wrangler cannot hand the platform's own timer on, so that the worker gets a path for it.
      ...(environment === "curate" ? ["--test-scheduled"] : []),
      `--persist-to=${join(folder, `state-${environment}`)}`,
      `--env-file=${variables}`,
    ],
    {
      // A group of its own, so that workerd ends with it.
      detached: true,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...quiet(folder) },
    },
  );
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    ready: untilHealthy(child, `${address}${options.health}`),
    stop: () => stop(child),
  };
}

/** Waits until a worker answers at `url`. Throws when it ends before. */
export async function untilHealthy(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("workerd could not be started.");
}

/** Ends a worker and what it started. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  await ended;
}

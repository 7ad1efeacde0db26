import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { freePort } from "./free-port.ts";
import { type RunningWorker, stop, untilHealthy, type WorkerOptions, WRANGLER } from "./worker.ts";

/**
 * Runs one worker of `wrangler.toml` in workerd alone, from the bundle that would be deployed. `wrangler dev` puts a
 * program and a second worker between a request and the worker, which take longer than the worker: good for trying, and
 * useless for measuring.
 */
export async function runBareWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { environment, folder, variables } = options;
  const port = options.port ?? (await freePort());
  const out = join(folder, `bundle-${environment}`);
  execFileSync(
    process.execPath,
    [WRANGLER, "deploy", "--dry-run", `--env=${environment}`, `--outdir=${out}`],
    { stdio: "ignore", env: { ...process.env, WRANGLER_SEND_METRICS: "false" } },
  );
  const entry = environment === "public" ? "worker.js" : "worker-curate.js";
  const config = join(out, "config.capnp");
  writeFileSync(config, configOf({ entry, port, variables: Object.keys(variables) }));
  const child = spawn(workerd(), ["serve", config, `--directory-path=assets=${resolve("dist/web")}`], {
    // A group of its own, as `stop` expects. What the worker is told stands in its environment, not in a file.
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...variables },
  });
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    ready: untilHealthy(child, `${address}${options.health}`),
    stop: () => stop(child),
  };
}

function workerd(): string {
  const require = createRequire(import.meta.url);
  const fromWrangler = createRequire(require.resolve("wrangler/package.json"));
  return (fromWrangler("workerd") as { default: string }).default;
}

interface Config {
  readonly entry: string;
  readonly port: number;
  /** Names of variables that the worker reads. */
  readonly variables: readonly string[];
}

function configOf({ entry, port, variables }: Config): string {
  const said = (name: string) =>
    new RegExp(`^${name} = (.+)$`, "mu").exec(readFileSync("wrangler.toml", "utf8"))?.[1];
  const bindings = variables.map((name) => `(name = "${name}", fromEnvironment = "${name}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "${entry}", esModule = embed "${entry}")],
      compatibilityDate = ${said("compatibility_date")},
      compatibilityFlags = ${said("compatibility_flags")},
      bindings = [${[...bindings, `(name = "ASSETS", service = "assets")`].join(", ")}],
      globalOutbound = "net")),
    (name = "net", network = (allow = ["private", "public"])),
    (name = "assets", disk = (writable = false)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);
`;
}

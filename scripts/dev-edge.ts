import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { serveStores } from "./edge/stores.ts";
import { runWorker } from "./edge/worker.ts";

/**
 * `npm run dev:edge`: both workers in workerd against libSQL over HTTP, on this machine alone. The stores lie in
 * DATA_DIR, or in a temporary folder that goes away at the end. PORT and CURATE_PORT choose the ports, DEMO=0
 * starts empty. Ctrl-C ends everything.
 */
const { DATA_DIR, PORT, CURATE_PORT, DEMO } = process.env;

if (!existsSync("dist/web/.vite/manifest.json")) {
  const built = spawnSync("npm", ["run", "-s", "build"], { stdio: "inherit" });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const kept = DATA_DIR !== undefined && DATA_DIR !== "";
const folder = kept ? resolve(DATA_DIR) : mkdtempSync(join(tmpdir(), "directory-"));
mkdirSync(folder, { recursive: true });

const stores = await serveStores(folder, DEMO !== "0");
const port = (wanted: string | undefined) => (wanted === undefined ? undefined : Number(wanted));
const site = await runWorker({
  environment: "public",
  folder,
  variables: stores.forPublic,
  health: "/healthz",
  port: port(PORT),
});
const curate = await runWorker({
  environment: "curate",
  folder,
  variables: stores.forCurate,
  health: "/curate/healthz",
  port: port(CURATE_PORT),
});

let ending = false;
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await Promise.all([site.stop(), curate.stop()]);
  await stores.server.close();
  if (!kept) rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));

try {
  await Promise.all([site.ready, curate.ready]);
  console.log(`The directory is at ${site.address}`);
  console.log(`The back office is at ${curate.address}/curate/healthz`);
  // Nothing fires a worker's timer on this machine, so this does, as often as `wrangler.toml` says.
  setInterval(() => void fetch(`${curate.address}/__scheduled`).catch(() => null), 60_000);
} catch (error) {
  if (!ending) console.error(error instanceof Error ? error.message : "workerd could not be started.");
  await end(1);
}

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Whether workerd starts on this machine: its binary is made for some systems alone. Says so when it does not. */
export function workerdStarts(): boolean {
  try {
    const fromWrangler = createRequire(require.resolve("wrangler/package.json"));
    const { default: binary } = fromWrangler("workerd") as { default: string };
    if (spawnSync(binary, ["--version"]).status === 0) return true;
  } catch {
    // Told below: what is missing is the same to the reader.
  }
  console.warn("workerd does not start on this machine: the tests of the edge are skipped.");
  return false;
}

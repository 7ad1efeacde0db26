/**
 * Pages drawn in a process of their own: drawing takes seconds in which a process answers nobody, so a server that
 * goes on answering has it done by another, behind everything else on the machine.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { constants, setPriority } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Pdf, PdfOptions, Prepared } from "./draw-pages.ts";

const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const PROCESS = fileURLToPath(new URL("draw-process.ts", import.meta.url));
/** Milliseconds after which a drawing is given up: thirty times what the largest booklet took. */
const PATIENCE = 300_000;

/** As `drawPages`. Rejects when the process ends without pages, with no word of what was to be drawn. */
export function drawApart(prepared: Prepared, options: PdfOptions = {}): Promise<Pdf> {
  return new Promise((resolve, reject) => {
    // Nothing of the server's environment is needed there, and keys stand in it.
    const child = spawn(process.execPath, ["--import", LOADER, PROCESS], {
      env: { PATH: process.env["PATH"] },
      stdio: ["pipe", "pipe", "ignore"],
      timeout: PATIENCE,
    });
    if (child.pid !== undefined) {
      try {
        setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
      } catch {
        // It has ended already, or the machine knows no priorities.
      }
    }
    const out: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    // A process that ends early closes its ear: "close" says so below.
    child.stdin.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (code) => {
      const all = Buffer.concat(out);
      if (code === 0 && all.length > 4) resolve({ pages: all.readUInt32BE(0), bytes: all.subarray(4) });
      else reject(new Error("The pages could not be drawn."));
    });
    child.stdin.end(JSON.stringify({ prepared, options }));
  });
}

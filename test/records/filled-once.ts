import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Everything that this process made lies here, and goes when it ends. */
let home: string | undefined;
function homeFolder(): string {
  if (home === undefined) {
    const made = mkdtempSync(join(tmpdir(), "waymark-tests-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    home = made;
  }
  return home;
}

const filled = new Map<string, Promise<string>>();
let copies = 0;

/**
 * A folder of databases of the caller's own, as `fill` leaves it: filled once in a process for each name and copied
 * after that, because filling takes seconds. `fill` must close what it opens.
 */
export async function filledOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  let template = filled.get(name);
  if (template === undefined) {
    const folder = join(homeFolder(), name);
    mkdirSync(folder);
    template = fill(folder).then(() => folder);
    filled.set(name, template);
  }
  const copy = join(homeFolder(), `${name}-${++copies}`);
  cpSync(await template, copy, { recursive: true });
  return copy;
}

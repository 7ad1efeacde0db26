import { readFileSync } from "node:fs";

/** What a process holds in memory, and the most that it ever held, in MB. Nothing but Linux tells: 0 elsewhere. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const read = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+) kB`, "u").exec(status)?.[1] ?? 0) / 1_000;
    return { now: read("VmRSS"), most: read("VmHWM") };
  } catch {
    return { now: 0, most: 0 };
  }
}

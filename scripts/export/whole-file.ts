import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";

/** A file that is written piece by piece. */
export interface GrowingFile {
  write(piece: string | Uint8Array): Promise<void>;
}

/** Pieces are gathered to about this many letters before they go to the disk. */
const BUFFERED = 65_536;

/**
 * Writes a file that is there whole or not at all: it has its name only when `fill` is done, and a stopped run
 * leaves the earlier file as it was.
 */
export async function wholeFile<T>(out: string, fill: (file: GrowingFile) => Promise<T>): Promise<T> {
  const part = `${out}.part`;
  await mkdir(path.dirname(path.resolve(out)), { recursive: true });
  const handle = await open(part, "w");
  try {
    let kept = "";
    const flush = async (): Promise<void> => {
      await handle.write(kept);
      kept = "";
    };
    const result = await fill({
      async write(piece) {
        if (typeof piece === "string") kept += piece;
        if (typeof piece !== "string" || kept.length >= BUFFERED) await flush();
        if (typeof piece !== "string") await handle.write(piece);
      },
    });
    await flush();
    await handle.close();
    await rename(part, out);
    return result;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

/** The same for a folder, which must not be there yet or be empty. Throws otherwise. */
export async function wholeFolder<T>(out: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const inside = await readdir(out).catch(() => []);
  if (inside.length > 0) throw new Error(`${out} is there already and is not empty.`);
  const part = `${path.resolve(out)}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  try {
    const result = await fill(part);
    await rm(out, { recursive: true, force: true });
    await rename(part, out);
    return result;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { isSealed, seal, unseal } from "#server/sealing/sealed.ts";

/** One file of an archive, by its name there. */
export interface ArchiveFile {
  readonly name: string;
  readonly path: string;
}

/**
 * Writes files into one gzipped tar, sealed for the recipients; without any it stays open. `age -d FILE | tar xz`
 * reads it without Waymark. The bytes are on the disk when this is done.
 */
export async function writeArchive(
  out: string,
  files: readonly ArchiveFile[],
  recipients: readonly string[],
): Promise<void> {
  const tar = pack();
  const filled = fill(tar, files);
  const gzip = createGzip({ level: 6 });
  const target = createWriteStream(out, { mode: 0o600 });
  const packed = pipeline(tar, gzip);
  const written =
    recipients.length === 0
      ? pipeline(gzip, target)
      : pipeline(Readable.fromWeb((await seal(toWeb(gzip), recipients)) as never), target);
  await Promise.all([filled, packed, written]);
  const handle = await open(out, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function fill(tar: ReturnType<typeof pack>, files: readonly ArchiveFile[]): Promise<void> {
  for (const { name, path } of files) {
    const { size } = await stat(path);
    // A fixed time: a backup says when it was made in one place, its own list.
    const entry = tar.entry({ name, size, mode: 0o600, mtime: new Date(0) });
    await pipeline(createReadStream(path), entry);
  }
  tar.finalize();
}

const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;

/** Whether an archive is sealed. */
export async function isSealedFile(path: string): Promise<boolean> {
  const handle = await open(path, "r");
  try {
    const { buffer } = await handle.read(Buffer.alloc(32), 0, 32, 0);
    return isSealed(new Uint8Array(buffer));
  } finally {
    await handle.close();
  }
}

/**
 * Unpacks an archive into a folder: plain files with names of the given list, and nothing else whatever the
 * archive holds. `key` opens a sealed one. Throws `WrongKeyError`, and an error for what is damaged.
 */
export async function readArchive(
  path: string,
  names: readonly string[],
  target: (name: string) => string,
  key: string | null,
): Promise<readonly string[]> {
  const source = createReadStream(path);
  const bytes = key === null ? source : Readable.fromWeb((await unseal(toWeb(source), key)) as never);
  const found: string[] = [];
  const tar = extract();
  tar.on("entry", (header, stream, next) => {
    if (header.type !== "file" || !names.includes(header.name) || found.includes(header.name)) {
      stream.resume();
      stream.once("end", next);
      return;
    }
    found.push(header.name);
    pipeline(stream, createWriteStream(target(header.name), { mode: 0o600 })).then(
      () => next(),
      (error: unknown) => next(error),
    );
  });
  await pipeline(bytes, createGunzip(), tar);
  return found;
}

/** Of a whole file, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

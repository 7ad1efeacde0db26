import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { sha256 } from "#server/domain/digest.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { fingerprintOf, isFingerprint, isSignedBy } from "#server/sealing/signed.ts";
import { type FileHashes, provenFiles } from "#server/domain/signed-files.ts";
import { UsageError, type Verb } from "./verb.ts";

const Hashes = v.record(v.string(), v.string());
const Signed = v.object({
  statement: v.string(),
  signature: v.string(),
  key: v.string(),
  parts: v.optional(v.record(v.string(), Hashes), {}),
});
const about = { name: v.string(), version: v.string() };
const Statement = v.variant("format", [
  // Copies that were made with an earlier version of the software: every file stands in the statement.
  v.object({ format: v.literal("directory-bundles/1"), ...about, parts: Hashes }),
  v.object({ format: v.literal("directory-bundles/2"), ...about, areas: Hashes }),
]);
/** What a copy is said to consist of, proven by the signature. */
interface Proven {
  readonly name: string;
  readonly version: string;
  readonly parts: FileHashes;
}

/** Where the copy that is checked lies: a site, or files. */
interface Copy {
  /** Bytes of a file of the copy by its name; null: it is not in the copy. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Files that the copy is said to consist of; null: whatever the statement names and the copy has. */
  listed(): Promise<readonly string[] | null>;
}

/**
 * Checks a copy of the lists against the key that stands on paper: a site, a folder with `signed.json` and lists, or
 * one list with `signed.json` beside it. Needs no store and, for files, no network.
 */
export const verify: Verb = {
  name: "verify",
  summary: "checks a site's or a copy's lists against the key that is printed on every sheet",
  usage: "verify URL|FILE|FOLDER --key FINGERPRINT",
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { key: { type: "string" } },
      allowPositionals: true,
    });
    const [what] = positionals;
    if (what === undefined || values.key === undefined)
      throw new UsageError("Name the site or file, and the key as it is printed.");
    const copy = /^https?:\/\//u.test(what) ? aSite(what) : await files(what);
    const statement = await readStatement(copy, values.key);
    const names = (await copy.listed()) ?? Object.keys(statement.parts);
    let checked = 0;
    for (const name of names) {
      const expected = statement.parts[name];
      if (expected === undefined) throw refused(`${name} is not among the signed lists.`);
      const bytes = await copy.read(name);
      if (bytes === null) continue;
      if ((await sha256(bytes)) !== expected) throw refused(`${name} was changed.`);
      checked += 1;
    }
    if (checked === 0) throw refused("There is no list in this copy.");
    console.log(
      `${statement.name}, version ${statement.version}: ${checked} lists are as the holder of this key made them.`,
    );
    console.log(
      "This says who made the lists, not that they are the newest, and nothing about the pages around them: a copied website cannot be told by looking at itself. Compare its address with the one on paper.",
    );
    return 0;
  },
};

const refused = (why: string) =>
  new DirectoryError("bad_request", `NOT as signed: ${why} Do not use this copy.`);

async function readStatement(copy: Copy, key: string): Promise<Proven> {
  const bytes = await copy.read("signed.json");
  if (bytes === null) throw refused("there is no signed.json.");
  const signed = v.safeParse(Signed, parse(bytes));
  if (!signed.success) throw refused("signed.json cannot be read.");
  const { statement, signature, key: publicKey } = signed.output;
  if (!isFingerprint(key, await fingerprintOf(publicKey).catch(() => "")) && key !== publicKey)
    throw refused("it is signed with another key.");
  if (!(await isSignedBy(statement, signature, publicKey))) throw refused("the signature does not fit.");
  const read = v.safeParse(Statement, parse(new TextEncoder().encode(statement)));
  if (!read.success) throw refused("signed.json cannot be read.");
  const stated = read.output;
  if (stated.format === "directory-bundles/1") return stated;
  const parts = await provenFiles(stated.areas, signed.output.parts);
  if (parts === null) throw refused("the list of files was changed.");
  return { ...stated, parts };
}

/** A site: its own index says which lists it hands out, and each of them is fetched. */
function aSite(address: string): Copy {
  const base = new URL("/bundles/", address);
  const read = async (name: string) => {
    const answer = await fetch(new URL(name, base), { redirect: "error" }).catch(() => {
      throw new DirectoryError("unavailable", "This site cannot be reached.");
    });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  };
  return {
    read: async (name) => {
      const bytes = await read(name);
      if (bytes === null && name !== "signed.json") throw refused(`${name} cannot be fetched.`);
      return bytes;
    },
    listed: async () => {
      const bytes = await read("index.json");
      if (bytes === null) throw refused("there is no list of lists.");
      const urls = JSON.stringify(parse(bytes)).matchAll(/"\/bundles\/([^"\\]+)"/gu);
      return [...new Set([...urls].map(([, name = ""]) => name))];
    },
  };
}

/** A folder, or one list with `signed.json` beside it. */
async function files(path: string): Promise<Copy> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new DirectoryError("not_found", "There is no such file or folder.");
  const one = !found.isDirectory() && basename(path) !== "signed.json";
  const folders = found.isDirectory() ? [path, join(path, "bundles")] : [dirname(path)];
  const read = async (name: string) => {
    for (const folder of folders) {
      const bytes = await readFile(join(folder, basename(name))).catch(() => null);
      if (bytes !== null) return new Uint8Array(bytes);
    }
    return null;
  };
  return { read, listed: async () => (one ? [basename(path)] : null) };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

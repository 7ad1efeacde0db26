import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { DirectoryError } from "#server/contract/errors.ts";
import { recipientOf } from "#server/sealing/sealed.ts";

/**
 * The recovery key: from a file (`-`: standard input), else asked for at the terminal. Never from the arguments,
 * which everybody on the machine can see. Null when there is nowhere to ask.
 */
export async function readKey(file: string | undefined): Promise<string | null> {
  const typed = file === undefined ? await ask() : await read(file);
  if (typed === null) return null;
  const key = typed
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .find((line) => line !== "" && !line.startsWith("#"));
  if (key === undefined || (await recipientOf(key)) === null)
    throw new DirectoryError("bad_request", "This is no recovery key. It begins with AGE-SECRET-KEY-1.");
  return key;
}

async function read(file: string): Promise<string> {
  if (file !== "-") return readFile(file, "utf8");
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  return text;
}

async function ask(): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question("Recovery key: ");
  } finally {
    terminal.close();
  }
}

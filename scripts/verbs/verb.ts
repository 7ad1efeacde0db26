import type { Environment } from "#server/node/stores.ts";

/** One verb of the `directory` command: a file each in this folder. */
export interface Verb {
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** Arguments as they are written after the verb. */
  readonly usage: string;
  /** Answers the exit code. Throws `UsageError` for arguments that cannot be read. */
  run(args: readonly string[], env: Environment): Promise<number>;
}

/** Arguments that cannot be read: said with the verb's usage, exit code 2. */
export class UsageError extends Error {}

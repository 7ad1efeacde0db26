import type { StoreName } from "./stores.ts";

/** A store that cannot be used as it is, with what to do about it. For people who run the directory. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
  }
}

/** What went wrong with a database, in words that name nothing of what is stored. */
export type StoreFailure = "locked" | "full" | "read-only" | "damaged" | "unreachable" | "refused";

/** SQLite's and libSQL's own codes (https://www.sqlite.org/rescode.html), and those of the network. */
const FAILURES: readonly (readonly [StoreFailure, RegExp])[] = [
  ["locked", /SQLITE_(BUSY|LOCKED)/u],
  ["full", /SQLITE_(FULL|IOERR_WRITE|IOERR_FSYNC|IOERR_SHMSIZE)|ENOSPC|EFBIG|EDQUOT/u],
  ["read-only", /SQLITE_(READONLY|PERM)|EROFS|EACCES|EPERM/u],
  ["damaged", /SQLITE_(CORRUPT|NOTADB)/u],
  ["refused", /SQLITE_AUTH|HTTP status 40[13]|SERVER_ERROR: Server returned HTTP status 40[13]/u],
  [
    "unreachable",
    /SQLITE_(CANTOPEN|IOERR)|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|UND_ERR|fetch failed|SERVER_ERROR|STREAM_EXPIRED|HRANA|CLIENT_CLOSED|TimeoutError/u,
  ],
];

const WORDS: Readonly<Record<StoreFailure, string>> = {
  locked: "The database is in use by something else. Nothing was changed. Try again in a moment.",
  full: "The disk is full. Nothing was changed. Make room, then try again.",
  "read-only":
    "The database may only be read. Nothing was changed. Look who owns its file, or which token is set.",
  damaged:
    "The database file cannot be read: it is damaged, or CATALOGUE_KEY is not the key that it was made with.",
  refused: "The database refuses this token. Nothing was changed. Look at the token in the settings.",
  unreachable: "The database cannot be reached. Nothing was changed. Try again when it is back.",
};

/**
 * Which failure of a database stands behind an error; null when it is something else. Only codes are looked at:
 * the error's own text quotes statements and values and is never passed on.
 */
export function storeFailure(error: unknown): StoreFailure | null {
  const codes: string[] = [];
  let at: unknown = error;
  for (let depth = 0; depth < 8 && at instanceof Error; depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string") codes.push(code);
    // drizzle's own message quotes the statement; libSQL's and the network's name what failed.
    if (/^(LibsqlError|SqliteError|TypeError|TimeoutError|HttpServerError|Error)$/u.test(at.name))
      codes.push(`${at.name} ${at.message.slice(0, 80)}`);
    at = at.cause;
  }
  const seen = codes.join(" ");
  return FAILURES.find(([, pattern]) => pattern.test(seen))?.[0] ?? null;
}

/** The failure in a sentence that says what was not done and what to do. */
export const failureWords = (failure: StoreFailure): string => WORDS[failure];

/** What a store is called in a sentence. */
export const storeWords: Readonly<Record<StoreName, string>> = {
  catalogue: "the catalogue",
  published: "the published database",
  inbox: "the inbox",
};

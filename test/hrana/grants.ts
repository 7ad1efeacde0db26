import { createHash } from "node:crypto";
import { RequestError } from "./errors.ts";
import type { Right } from "./rights.ts";

/** What one token may do. */
export interface Grant {
  database: string;
  right: Right;
}

/** Looks a request's grant up by its Authorization header. Tokens are kept and compared as digests. */
export class Grants {
  readonly #byDigest = new Map<string, Grant>();

  constructor(tokens: Readonly<Record<string, Grant>>) {
    for (const [token, { database, right }] of Object.entries(tokens)) {
      this.#byDigest.set(digest(token), { database, right });
    }
  }

  /** @throws RequestError UNAUTHORIZED (401) when there is no bearer token, or one that is not known. */
  of(authorization: string | undefined): Grant {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
    const grant = token === undefined ? undefined : this.#byDigest.get(digest(token));
    if (grant === undefined)
      throw new RequestError(401, "UNAUTHORIZED", "The token is missing or not known.");
    return grant;
  }
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}

import type { Context, MiddlewareHandler } from "hono";
import { DirectoryError } from "#server/contract/errors.ts";
import { isFrozen } from "#server/directory/directory.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { answerError } from "./errors.ts";

/** What stays open: leaving, the blank page to leave to, whether it runs, and what search engines may do. */
const OPEN = /^\/(exit(\/.*)?|blank|healthz|robots\.txt)$/u;

const closed = () => new DirectoryError("frozen", "The directory is closed for the moment.");

/**
 * While the public side is closed (`directory freeze`) every page, bundle, feed and form answers with a plain
 * message and nothing of the directory. The question is put together with the answer's own, so that it costs no
 * time; what would write waits for it.
 */
export const frozen: MiddlewareHandler<PublicEnv> = async (c, next) => {
  if (OPEN.test(c.req.path)) return next();
  const asked = isFrozen(c.get("published"));
  if (c.req.method !== "GET" && c.req.method !== "HEAD") {
    if (await asked) return refuse(c);
    return next();
  }
  // A failure of the store is the answer's to tell.
  const [is] = await Promise.all([asked.catch(() => false), next()]);
  if (is) {
    // First away with the other answer: what is set on a new one starts from the headers of the old one.
    c.res = undefined;
    c.res = await refuse(c);
  }
  return undefined;
};

async function refuse(c: Context<PublicEnv>): Promise<Response> {
  const answer = await answerError(closed(), c);
  answer.headers.set("Retry-After", "600");
  return answer;
}

import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { failureWords, storeFailure } from "#db/store-failure.ts";
import type { CurateEnv } from "#server/curate-app.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { STATUS } from "../errors.ts";

/** Every error of the back office as JSON: a code and plain words, never what was sent and never a stack. */
export function answerCurateError(error: Error, c: Context<CurateEnv>): Response {
  if (error instanceof DirectoryError) {
    const { code, message, fields } = error;
    return c.json({ error: { code, message, ...(fields === undefined ? {} : { fields }) } }, STATUS[code]);
  }
  if (error instanceof HTTPException && error.status < 500)
    return c.json({ error: { code: "bad_request", message: "This request cannot be read." } }, 400);
  const failure = storeFailure(error);
  if (failure !== null)
    return c.json({ error: { code: "unavailable", message: failureWords(failure) } }, STATUS.unavailable);
  return c.json({ error: { code: "internal", message: "Something went wrong." } }, 500);
}

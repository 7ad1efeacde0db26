import type { Context } from "hono";
import { DirectoryError } from "#server/contract/errors.ts";

/** A form with files in the body. Throws `bad_request` when there is none, or when it cannot be read. */
export async function readForm(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new DirectoryError("bad_request", "This form cannot be read.");
  }
}

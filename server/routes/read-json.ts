import type { Context } from "hono";
import * as v from "valibot";
import { DirectoryError } from "#server/contract/errors.ts";

/** A JSON body that fits a schema. Throws `bad_request` naming the fields. How long it may be is the app's rule. */
export async function readJson<S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new DirectoryError("bad_request", "The body is not JSON.");
  }
  // To a schema of an object a list is one, too.
  if (Array.isArray(body)) throw new DirectoryError("bad_request", "The body is not a JSON object.");
  return parseInput(schema, body);
}

/** Checks input against a schema. The error names known fields and says what is wrong, never what was sent. */
export function parseInput<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const known =
    "entries" in schema && typeof schema.entries === "object" && schema.entries !== null
      ? Object.keys(schema.entries)
      : [];
  const fields: Record<string, string> = {};
  for (const issue of result.issues) {
    const key = String(issue.path?.[0]?.key ?? "");
    if (known.includes(key)) fields[key] = "is not valid";
    else fields["(other)"] = "is not known here";
  }
  throw new DirectoryError("bad_request", "Something in the request is not valid.", fields);
}

/** Pieces that every described operation is put together from. */
import { EXAMPLES } from "./examples.ts";

export type Json = Record<string, unknown>;

/** A schema by its name under `components`. */
export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** JSON that fits a schema, with its example where there is one. */
export function jsonContent(schema: Json, example: unknown): Json {
  return { "application/json": { schema, ...(example === undefined ? {} : { example }) } };
}

/** The answers of an operation: what it gives, and what it says when something is wrong. */
export function answers(description: string, content: Json, wrong: readonly number[] = [400]): Json {
  const failure = {
    description: "What is wrong, never what was sent.",
    content: jsonContent(ref("Failure"), EXAMPLES["Failure"]),
  };
  return {
    "200": { description, content },
    ...Object.fromEntries(wrong.map((status) => [String(status), failure])),
  };
}

/** The answer that a schema names. */
export const named = (name: string): Json => jsonContent(ref(name), EXAMPLES[name]);

/** A parameter of the path. */
export const pathParameter = (name: string, description: string, example: string): Json => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
  example,
});

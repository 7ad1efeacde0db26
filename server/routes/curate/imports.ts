import { Hono } from "hono";
import * as v from "valibot";
import { SCOPES } from "#db/vocabulary.ts";
import type { CurateEnv } from "#server/curate-app.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { parseInput } from "../read-json.ts";
import { takeImport } from "./take-import.ts";

const Fields = v.strictObject({
  country: v.optional(v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/u)), ""),
  scope: v.optional(v.union([v.picklist(SCOPES), v.literal("")]), ""),
  take: v.optional(v.picklist(["yes", "no"]), "no"),
  leaveOutErrors: v.optional(v.picklist(["yes", "no"]), "no"),
});

/** Files to import: first looked at, then taken. The same reader as the command line's. */
export const imports = new Hono<CurateEnv>().post("/", async (c) => {
  const areas = c.get("areaFinder");
  if (areas === null)
    throw new DirectoryError(
      "unavailable",
      "Import with the command line: here there are no shapes of areas.",
    );
  const form = await c.req.formData();
  const entries = [...form.entries()];
  const uploads = entries.flatMap(([, value]) => (value instanceof File ? [value] : []));
  if (uploads.length === 0)
    throw new DirectoryError("bad_request", "Choose a file first.", { files: "is missing" });
  const { country, scope, take, leaveOutErrors } = parseInput(
    Fields,
    Object.fromEntries(entries.filter(([, value]) => typeof value === "string")),
  );
  const files = await Promise.all(
    uploads.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  return c.json(
    await takeImport(c.get("context"), files, {
      options: {
        format: "auto",
        areas,
        ...(country === "" ? {} : { country }),
        ...(scope === "" ? {} : { defaultScope: scope }),
      },
      take: take === "yes",
      leaveOutErrors: leaveOutErrors === "yes",
    }),
  );
});

import { Hono } from "hono";
import * as v from "valibot";
import { report } from "#db/schema/inbox/index.ts";
import { REPORT_KINDS } from "#db/vocabulary.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { readShortCode } from "#server/domain/short-code.ts";
import { isoWeek } from "#server/domain/iso-week.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { readJson } from "./read-json.ts";

const ReportInput = v.strictObject({
  listing: v.pipe(v.string(), v.maxLength(20)),
  kind: v.picklist(REPORT_KINDS),
});

/** A coded report: what kind, about which listing, in which week. Nothing else is kept, not even an address. */
export const reports = new Hono<PublicEnv>().post("/", async (c) => {
  const { listing, kind } = await readJson(c, ReportInput);
  const code = readShortCode(listing);
  if (code === null)
    throw new DirectoryError("bad_request", "This is not the code of a listing.", {
      listing: "is not a code",
    });
  await c
    .get("inbox")
    .insert(report)
    .values({ id: crypto.randomUUID(), listing: code, kind, week: isoWeek(c.get("now")()) });
  return c.json({ ok: true }, 202);
});

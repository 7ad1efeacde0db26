import { DirectoryError } from "#server/contract/errors.ts";
import { type Context, today } from "../context.ts";

/** A practitioner’s account ends within 12 months (curation). Throws `bad_request`. */
export function checkEnd(context: Context, endsOn: string | null): void {
  const latest = new Date(context.now);
  latest.setUTCFullYear(latest.getUTCFullYear() + 1);
  if (endsOn === null || endsOn < today(context) || endsOn > latest.toISOString().slice(0, 10))
    throw new DirectoryError("bad_request", "A practitioner’s account ends within 12 months.", {
      endsOn: "is not valid",
    });
}

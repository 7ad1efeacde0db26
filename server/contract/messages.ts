/** What anyone may send to those who run a directory: codes about a listing, and a service that is missing. */
import * as v from "valibot";
import { NEEDS, REPORT_KINDS, SUGGESTED_CHANNELS } from "#db/vocabulary.ts";
import { PROOF } from "#server/domain/proof-of-work.ts";
import { AreaCode } from "./search.ts";

/** A proof of work; the message without it is what it was made for. */
const proof = v.optional(v.pipe(v.string(), v.regex(PROOF)));
/** One line of plain words. */
const line = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(most), v.regex(/^[^\p{Cc}<>]*$/u));

/** `POST /api/reports` (interface: "Public HTTP"). */
export const ReportInput = v.strictObject({
  listing: v.pipe(v.string(), v.maxLength(20)),
  kind: v.picklist(REPORT_KINDS),
  proof,
});
export type ReportInput = v.InferOutput<typeof ReportInput>;

/** `POST /api/suggestions`. About a service, never about a person; there is no place for more words. */
export const SuggestionInput = v.strictObject({
  name: line(120),
  area: AreaCode,
  need: v.picklist(NEEDS),
  channel: v.picklist(SUGGESTED_CHANNELS),
  /** No e-mail: whoever writes one has it in their folder of sent messages. */
  contact: v.pipe(line(160), v.regex(/^[^@]*$|^@[\w.]+$/u)),
  proof,
});
export type SuggestionInput = v.InferOutput<typeof SuggestionInput>;

/** `GET /api/reports/challenge`. */
export interface ProofChallenge {
  readonly challenge: string;
  /** Zero bits that a proof must begin with. */
  readonly bits: number;
}

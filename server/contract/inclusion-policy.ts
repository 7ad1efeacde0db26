/** Who is taken into the directory: a versioned document (curation: "publish inclusion/exclusion criteria"). */
import * as v from "valibot";

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));

export const InclusionPolicy = v.strictObject({
  /** What a listing's checklist names, for good: a changed list of criteria is a new version. */
  version: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
  /** ISO date from which it is in force. */
  from: v.pipe(v.string(), v.isoDate()),
  /** ISO date by which somebody goes through it again: three years at most. */
  nextReview: v.pipe(v.string(), v.isoDate()),
  /** What is asked of every listing. Codes stay the same from version to version. */
  criteria: v.pipe(
    v.array(
      v.strictObject({
        code: v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,60}$/u)),
        /** The criterion in words; null: those that come with Waymark for its code. */
        text: v.nullable(words),
      }),
    ),
    v.minLength(1),
    v.maxLength(40),
    v.check((list) => new Set(list.map(({ code }) => code)).size === list.length, "A code stands twice"),
  ),
  /** Why it was changed, for those who read it later. */
  note: v.nullable(words),
});
export type InclusionPolicy = v.InferOutput<typeof InclusionPolicy>;

/** The policy that a new directory starts with. */
export const FIRST_POLICY: InclusionPolicy = {
  version: "1 (2026-11)",
  from: "2026-11-01",
  nextReview: "2027-11-01",
  criteria: [
    "exists-six-months",
    "authorised-or-vouched",
    "called-back",
    "accepts-people",
    "consent",
    "no-harm-known",
  ].map((code) => ({ code, text: null })),
  note: null,
};

/** The version in force: the last one. */
export const policyInForce = (policies: readonly InclusionPolicy[]): InclusionPolicy =>
  policies.at(-1) ?? FIRST_POLICY;

import * as v from "valibot";

const token = v.pipe(v.string(), v.regex(/^[0-9a-f]{48}$/u));

export const OwnLinkInput = v.strictObject({
  /** How long it works, in days. */
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)), 30),
});
export const OpenInput = v.strictObject({ token });
export const SendInput = v.strictObject({
  token,
  /** Fields that are right as they stand. */
  right: v.pipe(v.array(v.pipe(v.string(), v.maxLength(160))), v.maxLength(400)),
  /** New values by field; of a contact its number or address alone. */
  changes: v.record(
    v.pipe(v.string(), v.maxLength(160)),
    v.nullable(v.union([v.pipe(v.string(), v.maxLength(20_000)), v.number()])),
  ),
});

/** What a service sees of itself by its link: only what is public about it. */
export interface OwnListing {
  readonly name: string;
  readonly expiresAt: string;
  readonly facts: readonly { readonly field: string; readonly value: string | number | null }[];
}

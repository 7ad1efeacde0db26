/** What an organisation belongs to or keeps (requirements R74, R78). The list is the deployment's own. */
import * as v from "valibot";

export const AFFILIATION_KINDS = ["network", "standard", "code-of-conduct"] as const;
export type AffiliationKind = (typeof AFFILIATION_KINDS)[number];

export const Affiliation = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,60}$/u)),
  kind: v.picklist(AFFILIATION_KINDS),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** Where it can be read; null: nowhere. */
  url: v.nullable(v.pipe(v.string(), v.url(), v.startsWith("https://"), v.maxLength(500))),
  /** Who to turn to in a referral mechanism: a role and how to reach it, never a person's name. For practitioners with access. */
  focalPoint: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300))),
});
export type Affiliation = v.InferOutput<typeof Affiliation>;

/** What everybody may know of it: not whom to turn to. */
export type PublicAffiliation = Pick<Affiliation, "code" | "kind" | "name" | "url">;

import * as v from "valibot";
import { CURATOR_ROLES, type CuratorRole } from "#db/vocabulary.ts";

const LOCAL = /^[^\s@]{1,64}@[^\s@]{1,190}$/u;

/** A new account of the back office. */
export const CuratorInput = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(LOCAL)),
  role: v.picklist(CURATOR_ROLES),
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
  /** An editor of this organisation alone. */
  organizationId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100)))),
  /** An organisation that is not in the directory, by its name: a practitioner's may be one. */
  organizationName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300))),
  /** The last day, ISO. A practitioner's must be named. */
  endsOn: v.optional(v.nullable(v.pipe(v.string(), v.isoDate()))),
});
export type CuratorInput = v.InferInput<typeof CuratorInput>;

/** An account as admins see it. */
export interface CuratorView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly email: string;
  readonly role: CuratorRole;
  readonly organizationId: string | null;
  readonly endsOn: string | null;
  readonly disabled: boolean;
}

/** Who is signed in, as the app knows it. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: CuratorRole;
  readonly organizationId: string | null;
  /** The ways by which this account can sign in again. */
  readonly keys: { readonly passkeys: number; readonly password: boolean; readonly secondFactor: boolean };
}

/** Directories that share: what this one reads from others, and what became of it. */
import * as v from "valibot";
import { AreaCode } from "../search.ts";

export const FeedInput = v.strictObject({
  url: v.pipe(v.string(), v.trim(), v.url(), v.maxLength(300)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  areas: v.optional(v.pipe(v.array(AreaCode), v.maxLength(100)), []),
  publish: v.optional(v.boolean(), false),
});
export type FeedInput = v.InferOutput<typeof FeedInput>;

export const FeedChange = v.strictObject({
  name: v.optional(FeedInput.entries.name),
  areas: v.optional(v.pipe(v.array(AreaCode), v.maxLength(100))),
  publish: v.optional(v.boolean()),
  paused: v.optional(v.boolean()),
});
export type FeedChange = v.InferOutput<typeof FeedChange>;

/** Which fields of the other version are taken; none: ours stays, until theirs changes again. */
export const VersionChoice = v.strictObject({ take: v.array(v.pipe(v.string(), v.maxLength(160))) });

export interface FeedView {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly areas: readonly string[];
  readonly publish: boolean;
  readonly paused: boolean;
  readonly version: string | null;
  readonly profile: string | null;
  readonly triedAt: string | null;
  readonly readAt: string | null;
  readonly failure: string | null;
  readonly listings: number;
  readonly differing: number;
  readonly withdrawn: number;
}

/** A listing that is known twice: changed here by a person, and changed by the directory it came from. */
export interface TwoVersions {
  readonly serviceId: string;
  readonly feedId: string;
  readonly feed: string;
  readonly code: string;
  readonly name: string;
  readonly fields: readonly { readonly field: string; readonly ours: unknown; readonly theirs: unknown }[];
}

/** The same service, from another directory and from elsewhere. */
export interface KnownTwice {
  readonly fromFeed: { readonly id: string; readonly name: string; readonly feed: string };
  readonly other: { readonly id: string; readonly name: string; readonly source: string };
  readonly fields: readonly { readonly field: string; readonly ours: unknown; readonly theirs: unknown }[];
}

export interface RefreshReport {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Changed by both: they wait for a person. */
  readonly differing: number;
  /** Taken away here because the other directory took them away. */
  readonly withdrawn: number;
  /** Of those, still public because the published side could not be reached. */
  readonly stillPublic: number;
  readonly published: number;
  readonly problems: number;
}

/** What somebody looks for, as `match` reads it. Everything is optional: an empty query fits every listing. */
import type { FacetCode, Need, Scope } from "#db/vocabulary.ts";
import type { Gender } from "#server/contract/search.ts";

export interface Query {
  /** Areas looked in: ISO 3166-2 or 3166-1. Any one of them is enough. */
  readonly areas?: readonly string[];
  readonly needs?: readonly Need[];
  readonly services?: readonly string[];
  readonly scope?: Scope | undefined;
  /** Words; every one of them must be found. */
  readonly words?: string | undefined;
  /** Measures distances; with `radiusKm` also a limit. `areas` are those that the circle touches. */
  readonly near?:
    | {
        readonly point: readonly [number, number];
        readonly radiusKm?: number | undefined;
        readonly areas?: readonly string[] | undefined;
      }
    | undefined;
  /** Languages spoken by the person: any one of them is enough. */
  readonly languages?: readonly string[];
  /** Only people who speak the language themselves, no interpreter. */
  readonly direct?: boolean | undefined;
  readonly gender?: Gender | undefined;
  /** Years. */
  readonly age?: number | undefined;
  readonly delivery?: FacetCode<"delivery"> | undefined;
  readonly noDocuments?: boolean | undefined;
  readonly noIdentification?: boolean | undefined;
  readonly noCooperation?: boolean | undefined;
  readonly withoutStaying?: boolean | undefined;
  /** A child who looks for themselves: coming alone, and whether the service has rules that keep children safe. */
  readonly child?: boolean | undefined;
  /** The moment to be open at. The clock is the caller's. */
  readonly openAt?: Date | undefined;
}

export type Fit = "fits" | "ask" | "no";

/**
 * Why a listing fits, must be asked, or does not fit. `code` is a key of the message catalogue; `values` are
 * its parameters: codes and numbers, never sentences.
 */
export interface Reason {
  readonly answer: "yes" | "unknown" | "no";
  readonly code: ReasonCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const REASON_CODES = [
  "speaks-language",
  "language-through-interpreter",
  "language-not-spoken",
  "language-unknown",
  "direct-language-unknown",
  "serves-gender",
  "serves-everyone",
  "gender-not-served",
  "gender-unknown",
  "age-fits",
  "any-age",
  "too-young",
  "too-old",
  "age-unknown",
  "no-documents-needed",
  "can-start-without-documents",
  "documents-needed",
  "documents-unknown",
  "no-identification-needed",
  "identification-needed",
  "identification-unknown",
  "no-police-needed",
  "police-needed",
  "police-unknown",
  "no-stay-needed",
  "stay-needed",
  "stay-unknown",
  "child-welcome",
  "child-alone-unknown",
  "child-with-adult",
  "child-policy-unknown",
  "child-policy-none",
  "delivered-so",
  "not-delivered-so",
  "delivery-unknown",
  "open-now",
  "closed-now",
  "hours-unknown",
  "distance-unknown",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What `match` answers. */
export interface Match {
  /** False: it is not what was looked for at all (another need, area, group, word, or too far). */
  readonly found: boolean;
  readonly fit: Fit;
  readonly reasons: readonly Reason[];
  readonly distance: { readonly km: number; readonly about: boolean } | null;
}

/** Public records beside the listings: written by publishing, read by the public side. */
import type { Need } from "#db/vocabulary.ts";

/** A sub-service as the public sees it. */
export interface PublicTerm {
  readonly code: string;
  readonly need: Need;
  readonly alsoIn: readonly Need[];
  readonly name: string;
  readonly description: string;
  /** What this directory calls it, by language; absent: as it comes with Waymark. */
  readonly names?: Readonly<Record<string, { readonly label: string; readonly about: string }>>;
}

/** An area as the public side knows it: those of the directory's countries and those that have a listing. */
export interface PublicArea {
  /** ISO 3166-2 or ISO 3166-1. */
  readonly code: string;
  readonly country: string;
  /** By interface language. */
  readonly names: Readonly<Record<string, string>>;
  readonly point: readonly [number, number];
  /** South, west, north, east, in degrees. */
  readonly bbox: readonly [number, number, number, number];
  /** Listings that serve this area itself, without its country's and everywhere's. */
  readonly listings: number;
}

export interface PublishedState {
  /** Made from public content alone: the same content has the same version. */
  readonly version: string;
  readonly listings: number;
  /** Sum of the digests of all listings, modulo 2^256, in hex: does not depend on their order. */
  readonly sum: string;
  /** Digest of all current files. Left out by versions of the software that kept their list whole. */
  readonly files?: string;
  /** Of which areas and in which layout the lists were made: another one makes them anew. */
  readonly made?: string;
}

/** The public side is closed (`directory freeze`). */
export interface Frozen {
  /** ISO moment, to the minute. */
  readonly since: string;
}

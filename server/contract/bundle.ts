/** `/bundles/index.json` and the parts it names (interface: "Public HTTP"). */

import type { Paper } from "./edition.ts";

/** `pages` are the public texts, which belong to no area. */
export type PartKind = "index" | "cards" | "texts" | "pages";
export type PartScope = "area" | "country" | "everywhere";

export interface BundlePart {
  readonly kind: PartKind;
  readonly scope: PartScope;
  /** Interface language of cards and texts; null for the index, which has no words. */
  readonly lang: string | null;
  /** `/bundles/{name}.{hash}.json` */
  readonly url: string;
  /** Of the unpacked part. */
  readonly bytes: number;
  /** Hex, of the unpacked part. */
  readonly sha256: string;
  /** Which part of its kind this is, from 0: a part holds at most PART_CAP listings. */
  readonly sequence: number;
}

export interface BundleArea {
  /** ISO 3166-2 or 3166-1. */
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  /** Its middle, degrees to two decimals. Only in the index of one language. */
  readonly point?: readonly [latitude: number, longitude: number];
  /** Listings that serve this area itself, without its country's and everywhere's. */
  readonly listings: number;
  /** ISO 15924 of the scripts in its texts, so that fonts come with it. */
  readonly scripts: readonly string[];
  readonly parts: readonly BundlePart[];
}

/** A booklet to be made beforehand. */
export interface BookletWish {
  readonly area: string;
  /** One or two interface languages, the main one first. */
  readonly languages: readonly string[];
  readonly paper: Paper;
  readonly large: boolean;
  readonly generalOnly: boolean;
}

/** A booklet that was made beforehand: a published file, gone when a listing in it changes or goes. */
export interface ReadyBooklet extends BookletWish {
  /** ISO date. */
  readonly madeOn: string;
  readonly pages: number;
  readonly bytes: number;
  /** `/booklets/{hash}.pdf` */
  readonly url: string;
}

export interface BundleIndex {
  /** Made from public content alone: the same content has the same version. */
  readonly version: string;
  readonly areas: readonly BundleArea[];
  /** Public texts, one part a language. Left out by versions of the software before there were any. */
  readonly texts?: readonly BundlePart[];
  /** Left out where there are none. */
  readonly booklets?: readonly ReadyBooklet[];
}

/** A change to one listing costs one part of each kind; a part holds at most so many. */
export const PART_CAP = 2000;

/** `/bundles/signed.json`: which files are the directory's, signed. Ed25519 over the bytes of the statement. */
export interface SignedParts {
  /**
   * JSON, keys in order: `{ areas: { area: digest }, format: "directory-bundles/2", name, version }`. A digest is the
   * SHA-256 of the area's line in `parts` as JSON, keys in order.
   */
  readonly statement: string;
  /** Base64, 64 bytes. */
  readonly signature: string;
  /** Base64, 32 bytes. Whose it is, only its fingerprint on paper can tell. */
  readonly key: string;
  /** The files of each area with their hashes, which the digests prove. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

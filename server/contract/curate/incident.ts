/** What somebody needs in the worst hour: what of a listing got out, where to, and what to do. */

/** Something of a listing that everybody could see. */
export interface PublicTrace {
  readonly what: "address" | "point" | "area" | "contact" | "website";
  readonly value: string;
}

export interface Incident {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: string;
  /** Whether people can see it at this moment. */
  readonly publicNow: boolean;
  /** What can be seen now; what could be seen before stands in the history of the listing. */
  readonly traces: readonly PublicTrace[];
  /** ISO moments at which it was published and taken away, oldest first. */
  readonly times: readonly { readonly at: string; readonly what: "published" | "taken-away" | "changed" }[];
  /** Areas whose bundles, pages and prints held it. */
  readonly areas: readonly string[];
  /** Bundle files that hold it now, and how many files of these areas are gone since it was first public. */
  readonly files: readonly string[];
  readonly booklets: readonly string[];
  /** Paths of the open interfaces under which it stood. */
  readonly feeds: readonly string[];
  /** ISO date from which on prints of these areas may hold it; null: it was never public. */
  readonly printsSince: string | null;
  /** What to send to those who print and carry on the list. It names the code and never what got out. */
  readonly letter: string;
}

export interface PublicSide {
  /** ISO; null: it is open. */
  readonly closedSince: string | null;
}

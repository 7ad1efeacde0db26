import { readShortCode } from "#server/domain/short-code.ts";

/** What a link or QR to a listing carries in its fragment, which no server is sent. */
export interface ShortLink {
  /** One listing, or those that somebody chose with a person and put on paper. */
  readonly codes: readonly [string, ...string[]];
  /** Where it is listed, ISO 3166; null: the link is of the short kind and a place is asked for. */
  readonly area: string | null;
}

/** No sheet has more, and no code on paper could be read with more. */
const MOST = 24;

/**
 * Reads `#TH-50.K7Q2M-4`, `#K7Q2M-4`, or several codes of one area with dots between; null for anything else. The area
 * stands in it because what is fetched may depend on an area alone: nobody could look a code up without telling which.
 */
export function readShortLink(hash: string): ShortLink | null {
  const found =
    /^#(?:([A-Z]{2}(?:-[A-Z0-9]{1,3})?|001)\.)?([0-9A-Za-z-]{5,9}(?:\.[0-9A-Za-z-]{5,9})*)$/u.exec(hash);
  const typed = found?.[2]?.split(".") ?? [];
  const [first, ...others] = typed.slice(0, MOST).map((code) => readShortCode(code));
  if (first === undefined || first === null || others.includes(null)) return null;
  return { codes: [first, ...others.flatMap((code) => code ?? [])], area: found?.[1] ?? null };
}

/** The fragment of a link to a listing. */
export function shortLink({
  code,
  areas,
}: {
  readonly code: string;
  readonly areas: readonly string[];
}): string {
  const [area] = areas;
  return area === undefined ? `#${code}` : `#${area}.${code}`;
}

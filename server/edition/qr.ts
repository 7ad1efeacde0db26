/** QR codes as rows of modules: whoever draws makes squares of them. */
import { generate } from "lean-qr";
import type { QrCode } from "#server/contract/edition.ts";

/** The code of an address on our own site. The path names nothing; what it leads to stands in the fragment. */
export function qrCode(url: string): QrCode {
  const code = generate(url);
  const rows = Array.from({ length: code.size }, (_row, y) =>
    Array.from({ length: code.size }, (_module, x) => (code.get(x, y) ? "1" : "0")).join(""),
  );
  return { url, size: code.size, rows };
}

/** Where a listing's newest facts are; null when the site is not known. */
export function listingQr(site: string | null, lang: string, code: string): QrCode | null {
  return site === null ? null : qrCode(`${site.replace(/\/+$/u, "")}/${lang}/#${code}`);
}

/** Where the list itself is. */
export function siteQr(site: string | null, lang: string): QrCode | null {
  return site === null ? null : qrCode(`${site.replace(/\/+$/u, "")}/${lang}/`);
}

/**
 * The places of a sheet, of one area: their short codes in the fragment, which no server is sent, and nothing about a
 * person. Null when the site is not known or there are none.
 */
export function placesQr(
  site: string | null,
  lang: string,
  area: string | undefined,
  codes: readonly string[],
): QrCode | null {
  if (site === null || area === undefined || codes.length === 0) return null;
  return qrCode(`${site.replace(/\/+$/u, "")}/${lang}/#${[area, ...codes].join(".")}`);
}

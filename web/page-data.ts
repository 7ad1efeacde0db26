import type { PublicSettings } from "#server/contract/settings.ts";

/** What the page hands to the app, as a block of JSON: the same for everybody who opens the page. */
export interface PageData {
  readonly lang: string;
  readonly languages: readonly string[];
  readonly settings: PublicSettings;
  readonly version: string;
  /** Styles of the later screens, which come after the first paint. */
  readonly styles: readonly string[];
  /** The visit begins with only the help that is open to everyone. */
  readonly generalOnly?: boolean;
}

export const PAGE_DATA_ID = "page";

/** JSON that may stand in a script element: no `<` that could end it. */
export function toDataBlock(data: PageData): string {
  // Which countries have a target of their own, and not which: no page names where one leaves to.
  const exitTargets = Object.fromEntries(Object.keys(data.settings.exitTargets).map((code) => [code, null]));
  return JSON.stringify({ ...data, settings: { ...data.settings, exitTargets } }).replace(/</gu, "\\u003c");
}

/** Reads a block back. */
export function fromDataBlock(text: string): PageData {
  return JSON.parse(text) as PageData;
}

/** The block of this page; null on pages that have none. */
export function readPageData(document: Document): PageData | null {
  const text = document.getElementById(PAGE_DATA_ID)?.textContent;
  return text ? fromDataBlock(text) : null;
}

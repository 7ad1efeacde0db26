/** Where a link leads: the directory, the list of one area, or one listing. */
export interface LinkTarget {
  readonly lang: string;
  /** ISO 3166 code. */
  readonly area?: string | undefined;
  /** Short code of a listing. */
  readonly code?: string | undefined;
}

/**
 * The address that others may link to. A listing's code stands in the fragment, which no server ever sees, and is taken
 * out of the address before anything is drawn. Nothing else is ever put into an address: no need, no word.
 */
export function passOnAddress(site: string, { lang, area, code }: LinkTarget): string {
  const start = `${new URL(site).origin}/${lang}/`;
  if (code !== undefined) return `${start}#${encodeURIComponent(code)}`;
  return area === undefined ? start : `${start}area/${encodeURIComponent(area)}`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * A button for another site: a plain link that opens our page in a tab of its own, tells us nothing of where it stood,
 * and hands nothing over. No frame, no script: the outer page could watch what somebody does in one.
 */
export function passOnButton(site: string, target: LinkTarget, words: string): string {
  const address = escaped(passOnAddress(site, target));
  return `<a href="${address}" target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">${escaped(words)}</a>`;
}

/**
 * The one Trusted Types policy, made before anything else runs (safety D.4.1). It lets through script addresses
 * of our own origin, and exactly the fixed strings that Leaflet 1.9.4 sets as HTML: its test for SVG, its test
 * for VML, the signs of its zoom buttons and of its close button. Everything else throws.
 */
const LEAFLET_STRINGS: ReadonlySet<string> = new Set([
  "<svg/>",
  '<v:shape adj="1"/>',
  '<span aria-hidden="true">+</span>',
  '<span aria-hidden="true">&#x2212;</span>',
  '<span aria-hidden="true">&#215;</span>',
]);

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      createHTML(html: string): string;
      createScriptURL(url: string): string;
    },
  ): unknown;
}

/** HTML that may be set: only what Leaflet needs. Throws a TypeError on anything else. */
export function allowHtml(html: string): string {
  if (html === "" || LEAFLET_STRINGS.has(html)) return html;
  throw new TypeError("HTML is built as elements here");
}

/** Addresses that may become script: our own origin's. Throws a TypeError on anything else. */
export function allowScriptUrl(url: string, origin: string): string {
  if (new URL(url, origin).origin === origin) return url;
  throw new TypeError("Scripts come from our own origin");
}

/** Makes the policy where the browser has Trusted Types. */
export function installTrustedTypes(scope: typeof globalThis & { trustedTypes?: TrustedTypes }): void {
  scope.trustedTypes?.createPolicy("default", {
    createHTML: allowHtml,
    createScriptURL: (url) => allowScriptUrl(url, scope.location.origin),
  });
}

import type { PageAssets } from "#server/contract/page.ts";
import type { PublicSettings } from "#server/contract/settings.ts";
import { PAGE_DATA_ID } from "./page-data.ts";

interface DocumentParts {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly settings: PublicSettings;
  /** Whether search engines may keep this page: start and area pages of a real directory (safety D.4.11). */
  readonly mayBeIndexed: boolean;
  readonly assets: PageAssets;
  /** Whether the page needs the styles of the later screens at once. */
  readonly whole: boolean;
  /** The drawings that the body points at. */
  readonly signs: string;
  readonly body: string;
  /** JSON for the app, or null. */
  readonly data: string | null;
}

/** The sign of the tab, in the page itself so that no request tells of it. */
const ICON =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 28 28"><rect x="1" y="1" width="22" height="26" rx="5" fill="#17483B"/><rect x="8" y="6.5" width="8" height="15" rx="2" fill="#F4B740"/></svg>',
  );

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign);
}

/**
 * The whole document. Its title is the neutral public name on every page, and there is no line of script or style
 * in it (safety D.4.1, D.4.6).
 */
export function toDocument({
  lang,
  dir,
  settings,
  mayBeIndexed,
  assets,
  whole,
  signs,
  body,
  data,
}: DocumentParts): string {
  const hidden = settings.demo || !settings.indexed || !mayBeIndexed;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="format-detection" content="telephone=no">',
    '<meta name="color-scheme" content="light dark">',
    ...(hidden ? ['<meta name="robots" content="noindex">'] : []),
    `<title>${escape(settings.publicName)}</title>`,
    `<link rel="icon" href="${ICON}">`,
    ...[...assets.styles, ...(whole ? (assets.moreStyles ?? []) : [])].map(
      (href) => `<link rel="stylesheet" href="${escape(href)}">`,
    ),
    ...(settings.colours === undefined ? [] : ['<link rel="stylesheet" href="/colours.css">']),
    ...assets.preload.map((href) => `<link rel="modulepreload" href="${escape(href)}">`),
    `<script type="module" src="${escape(assets.script)}"></script>`,
  ];
  // Behind what leaves, which comes first.
  const soon = data === null ? [] : [...(assets.app ?? []), ...(assets.words?.[lang] ?? [])];
  for (const href of soon) head.push(`<link rel="modulepreload" href="${escape(href)}">`);
  const block = data === null ? "" : `<script type="application/json" id="${PAGE_DATA_ID}">${data}</script>`;
  return `<!doctype html>
<html lang="${escape(lang)}" dir="${dir}">
<head>
${head.join("\n")}
</head>
<body>
${signs}
<div id="site">${body}</div>
${block}
</body>
</html>
`;
}

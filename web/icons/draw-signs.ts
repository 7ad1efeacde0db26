import { SIGNS, SIGNS_ID } from "./signs.ts";

/** Ids that a drawn page points at. */
const POINTED_AT = /<use href="#([in]-[a-z-]+)"/gu;

function draw(id: string): string {
  const sign = SIGNS.get(id);
  if (sign === undefined) return "";
  const line = `<path d="${sign.line}"></path>`;
  return sign.tint === null
    ? `<g id="${id}">${line}</g>`
    : `<g id="${id}"><path class="tint" d="${sign.tint}"></path>${line}</g>`;
}

/**
 * The drawings of a page as one hidden SVG: those that its HTML points at, and `more`, each once. Works on HTML
 * that our own components made.
 */
export function drawSigns(html: string, more: readonly string[] = []): string {
  const ids = new Set([...[...html.matchAll(POINTED_AT)].map(([, id]) => id ?? ""), ...more]);
  return `<svg class="signs" id="${SIGNS_ID}" aria-hidden="true">${[...ids].map(draw).join("")}</svg>`;
}

/** Which messages the first screens need: those that their own sources mention, found by following imports. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { LANGUAGES } from "#web/i18n/languages.ts";

/** Where the first load begins: the app with its start page, and what finds help. */
const ROOTS = ["web/app.tsx", "web/app/search-screens.ts"];
const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^;"']*?from\s+)?["']([^"']+)["']/gmu;

function resolve(root: string, from: string, to: string): string | null {
  const file = to.startsWith("#")
    ? path.join(root, to.slice(1))
    : to.startsWith(".")
      ? path.resolve(path.dirname(from), to)
      : null;
  return file !== null && /\.tsx?$/u.test(file) && existsSync(file) ? file : null;
}

/** Sources that come with the roots, as one text. Dynamic imports and imports of types alone are not followed. */
export function firstSources(root: string): string {
  const found = new Map<string, string>();
  const waiting = ROOTS.map((file) => path.join(root, file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    const text = readFileSync(file, "utf8");
    found.set(file, file.endsWith("-keys.ts") ? "" : text);
    for (const [, type, to] of text.matchAll(IMPORT)) {
      const next = type === undefined ? resolve(root, file, to ?? "") : null;
      if (next !== null) waiting.push(next);
    }
  }
  return [...found.values()].join("\n");
}

/** `need.${need}.hint` stands for every key of that form, with no dot in what is put in. */
function patternsIn(sources: string): RegExp[] {
  const composed = [...sources.matchAll(/`([a-z][\w.-]*\$\{[^`]*)`/gu)].map(([, text]) => text ?? "");
  return [...new Set(composed)].map((text) => {
    const parts = text.split(/\$\{[^}]*\}/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
    return new RegExp(`^${parts.join("[^.]+")}$`, "u");
  });
}

/**
 * Keys that the first sources could put together, and that none of the first screens shows before the words of the
 * later ones have come: the list comes after the place was chosen, and that screen waits for them.
 */
const LATER: readonly string[] = [
  "country\\.",
  // Languages that are none of the interface's own.
  `language\\.(?!(?:${LANGUAGES.map(({ code }) => code).join("|")})$)`,
  // The needs in children's words, which the children's screen leads to.
  "print\\.child\\.",
  // What a listing says of its cost at length.
  "cost\\.(?:[\\w-]+-(?:long|amount)|free-part)$",
  // No question of the app is about the way of delivery; programs may ask for one.
  "delivery\\.",
  "reason\\.(?:not-)?deliver",
];
const COMES_LATER = new RegExp(`^(?:${LATER.join("|")})`, "u");

/** The keys that `sources` mention, whole or put together from a code. */
export function keysIn(sources: string, keys: readonly string[]): ReadonlySet<string> {
  const patterns = patternsIn(sources).filter((pattern) => pattern.source !== "^[^.]+$");
  return new Set(
    keys.filter(
      (key) =>
        !COMES_LATER.test(key) &&
        (sources.includes(`"${key}"`) ||
          sources.includes(`\`${key}\``) ||
          patterns.some((pattern) => pattern.test(key))),
    ),
  );
}

/** The icons of printed editions as SVG files by name: needs, facts, and the same for black ground. */
import { NEEDS } from "#db/vocabulary.ts";
import type { EntryFact } from "#server/contract/edition.ts";
import { CONTROL_PATHS } from "#web/icons/control-paths.ts";
import { NEED_PATHS } from "#web/icons/need-paths.ts";

const FACTS: Readonly<Record<EntryFact, keyof typeof CONTROL_PATHS>> = {
  offers: "info",
  place: "map-pin",
  hours: "clock",
  who: "user",
  ask: "question",
  how: "path",
  later: "arrow-clockwise",
  bring: "list-checks",
  cost: "wallet",
  languages: "chat-centered-text",
  told: "eye-slash",
  rules: "house",
  limits: "minus",
  checked: "calendar-check",
};

const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">${inner}</svg>`;

/** SVG by name: `housing`, `white-housing`, `fact-cost`, `check`, `warning`. */
export function printIcons(): Readonly<Record<string, string>> {
  const icons: Record<string, string> = {
    check: svg(`<path d="${CONTROL_PATHS.check}"/>`),
    warning: svg(`<path d="${CONTROL_PATHS.phone}"/>`),
  };
  for (const need of NEEDS) {
    const { line, tint } = NEED_PATHS[need];
    icons[need] = svg(`<path fill="#000" fill-opacity=".12" d="${tint}"/><path d="${line}"/>`);
    icons[`white-${need}`] = svg(
      `<path fill="#fff" fill-opacity=".3" d="${tint}"/><path fill="#fff" d="${line}"/>`,
    );
  }
  for (const [fact, name] of Object.entries(FACTS))
    icons[`fact-${fact}`] = svg(`<path d="${CONTROL_PATHS[name]}"/>`);
  return icons;
}

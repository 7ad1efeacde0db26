import type { Page } from "playwright-core";
import * as vocabulary from "#db/vocabulary.ts";
import languages from "#web/i18n/messages/en/language-names.json" with { type: "json" };

/** Words of the vocabulary that are English as they stand, so that a screen may say them. */
const ALSO_WORDS = new Set([
  "phone",
  "website",
  "yes",
  "no",
  "public",
  "published",
  "police",
  "family",
  "place",
  "housing",
]);

const LANGUAGES = Object.keys(languages).map((key) => key.replace("language.", ""));

/** Every code of every closed list that does not read as a word: it has a hyphen, or is written small on its own. */
const CODES: readonly string[] = [
  ...new Set(
    Object.values(vocabulary)
      .flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []))
      .filter((code): code is string => typeof code === "string" && /^[a-z][a-z -]*$/u.test(code)),
  ),
].filter((code) => !ALSO_WORDS.has(code));

/**
 * What a person would read as a code: an id, a date as a machine writes it, the code of an area or a language, a word
 * of the vocabulary as it is stored, a placeholder that nothing was put into. Looks at what is in sight, choices of
 * lists and labels included; what a person types (values of fields) is theirs.
 */
export async function codesIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([codes, languageCodes]) => {
      const known = new Set(codes);
      const language = new Set(languageCodes);
      const shapes = [
        /[0-9a-f]{8}-[0-9a-f]{4}-/u,
        /\b[0-9a-f]{24,}\b/u,
        /\b\d{4}-\d\d-\d\d(?:T|\b)/u,
        /\b\d{4}-W\d\d\b/u,
        /\{\w+\}/u,
        /\b(?:undefined|NaN)\b|\[object/u,
        /\b[a-z]+(?:-[a-z]+)*:[a-z]+(?:-[a-z]+)*\b/u,
        /^[A-Z]{2}-[A-Z0-9]{1,3}$/u,
        /^(?:TH|MO|TU|WE|FR|SA|SU|KH|LA|MM|VN)$/u,
      ];
      const found = new Set<string>();
      const note = (part: string, where: string) => void found.add(`${where}: ${part.slice(0, 80)}`);
      const read = (text: string, where: string) => {
        const whole = text.trim();
        if (shapes.some((shape) => shape.test(whole))) note(whole, where);
        // On its own a small word is a code; among commas of a sentence only one with a hyphen is.
        for (const part of [whole, ...whole.split(/[·:()→|]/u).map((one) => one.trim())])
          if (known.has(part) || language.has(part)) note(part, where);
        for (const part of whole.split(/[,;/]/u).map((one) => one.trim()))
          if ((known.has(part) && part.includes("-")) || language.has(part) || /^[A-Z]{2}-\w+$/u.test(part))
            note(part, where);
      };
      const whereIs = (element: Element | null): string => {
        const near = element?.closest("[class]");
        return near === null || near === undefined ? "" : `${near.tagName.toLowerCase()}.${near.className}`;
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || parent.closest("script, style, [data-as-it-is], .key, textarea") !== null)
          continue;
        if (parent.closest("option") === null && !parent.checkVisibility()) continue;
        read(node.textContent ?? "", whereIs(parent));
      }
      for (const element of document.querySelectorAll("[aria-label], [title]"))
        for (const name of ["aria-label", "title"])
          read(element.getAttribute(name) ?? "", `${whereIs(element)} [${name}]`);
      return [...found];
    },
    [CODES, LANGUAGES] as const,
  );
}

/** What may be wrong with messages: missing keys, strange values, signs that break at run time. */
import { COMPOSED_KEYS } from "#web/i18n/composed-keys.ts";
import { WAITING_KEYS } from "#web/i18n/waiting-keys.ts";
import type { Messages } from "./read.ts";

/** Names of the values that a message takes: `{name}` and `{name, plural, …}`. */
export function valueNames(message: string): string[] {
  return [
    ...new Set([...message.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/gu)].map((found) => found[1] ?? "")),
  ].sort();
}

function compareWithEnglish(lang: string, english: Messages, messages: Messages): string[] {
  const missing = Object.keys(english).filter((key) => !(key in messages));
  const extra = Object.keys(messages).filter((key) => !(key in english));
  const differ = Object.keys(english).filter(
    (key) =>
      key in messages && valueNames(english[key] ?? "").join() !== valueNames(messages[key] ?? "").join(),
  );
  return [
    ...missing.map((key) => `${lang}: ${key} is missing`),
    ...extra.map((key) => `${lang}: ${key} is not an English key`),
    ...differ.map((key) => `${lang}: ${key} takes other values than in English`),
  ];
}

/** A choice of plural inside a sentence: its pieces cannot be translated where the verb or the order follows the number. */
function isGlued(text: string): boolean {
  const choice = /\{\s*\w+\s*,\s*(?:plural|select)/u.exec(text);
  if (choice === null) return false;
  let depth = 0;
  for (let at = choice.index; at < text.length; at++) {
    depth += text[at] === "{" ? 1 : text[at] === "}" ? -1 : 0;
    if (depth === 0) return choice.index > 0 || at < text.length - 1;
  }
  return true;
}

/**
 * Everything that is wrong, as sentences. `#` is refused because it formats by the browser's own locale data,
 * which lacks Lao, Khmer and Burmese; a straight apostrophe because ICU reads it as a quote.
 */
export function checkMessages(catalogue: ReadonlyMap<string, Messages>): string[] {
  const english = catalogue.get("en");
  if (!english) return ["en: there are no English messages"];
  return [...catalogue].flatMap(([lang, messages]) => [
    ...Object.entries(messages).flatMap(([key, text]) => [
      ...(text === "" ? [`${lang}: ${key} is empty`] : []),
      ...(text.includes("'") ? [`${lang}: ${key} has a straight apostrophe`] : []),
      ...(isGlued(text) ? [`${lang}: ${key} has a plural inside a sentence: write each case whole`] : []),
      ...(text.includes("#") ? [`${lang}: ${key} has a #: name the value instead`] : []),
    ]),
    ...(lang === "en" ? [] : compareWithEnglish(lang, english, messages)),
  ]);
}

const mentions = (sources: string, key: string): boolean =>
  sources.includes(`"${key}"`) || sources.includes(`\`${key}\``);

/** Keys that no source mentions in quotes, that no composed prefix covers and that wait for no page. */
export function unusedKeys(keys: readonly string[], sources: string): string[] {
  return keys.filter(
    (key) =>
      !COMPOSED_KEYS.some((prefix) => key.startsWith(prefix)) &&
      !WAITING_KEYS.includes(key) &&
      !mentions(sources, key),
  );
}

/** Keys of the waiting list that a page has taken or that are no message any more: they may leave the list. */
export function doneWaiting(keys: readonly string[], sources: string): string[] {
  return WAITING_KEYS.filter((key) => !keys.includes(key) || mentions(sources, key));
}

import languages from "#web/i18n/messages/en/language-names.json" with { type: "json" };
import codes from "./messages/codes.json" with { type: "json" };
import lists from "./messages/lists.json" with { type: "json" };
import main from "./messages/en.json" with { type: "json" };
import rules from "./messages/rules.json" with { type: "json" };
import facets from "./messages/facets.json" with { type: "json" };

const messages = { ...main, ...rules };

export type OfficeKey = keyof typeof messages;

/** A sentence of the back office, which speaks English. `{name}` in it is replaced by the value of that name. */
export function t(key: OfficeKey, values: Readonly<Record<string, string | number>> = {}): string {
  return messages[key].replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** The sentence of a key that is put together from a code; the code itself when there is none. */
export function tOr(key: string, code: string): string {
  return key in messages ? t(key as OfficeKey) : humanized(code);
}

/** A code of a closed list, in words: `listLabel("channel", "sms")`. */
export function listLabel(list: string, code: string): string {
  return (lists as Readonly<Record<string, string>>)[`${list}.${code}`] ?? humanized(code);
}

/** The heading of a facet. */
export const facetLabel = (facet: string): string =>
  (facets as Readonly<Record<string, string>>)[facet] ?? humanized(facet);

/** What is asked with `facet:code`, as a statement to answer yes or no. */
export function codeLabel(term: string): string {
  const [, code = ""] = term.split(":");
  return (codes as Readonly<Record<string, string>>)[term] ?? humanized(code);
}

/** The same as it is read out on the phone: a group of people by itself is no question. */
export const questionLabel = (term: string): string =>
  `${term.startsWith("gender-served:") ? t("todo.ask-group", { who: codeLabel(term).toLowerCase() }) : codeLabel(term)}?`;

/** The same where nothing around it says what is asked: "For whom: Men". */
export function answerLabel(term: string): string {
  const [facet = ""] = term.split(":");
  return Object.hasOwn(codes, term) ? codeLabel(term) : `${facetLabel(facet)}: ${codeLabel(term)}`;
}

/** A code in words: "step-free" → "Step free". */
export function humanized(code: string): string {
  const words = code.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The English name of a language. */
export const languageText = (code: string): string =>
  (languages as Readonly<Record<string, string>>)[`language.${code}`] ?? code;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "21 Nov 2026" of an ISO date or moment. */
export function dayText(iso: string): string {
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** "21 Nov 2026, 14:02" of an ISO moment, by this device’s clock. */
export function momentText(iso: string): string {
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, "0");
  const month = MONTHS[at.getMonth()] ?? "";
  return `${at.getDate()} ${month} ${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The name of a form's field, for people. */
export function fieldLabel(field: string): string {
  const [kind = "", ...rest] = field.split(":");
  const [first = "", second = ""] = rest;
  if (kind === "text") return inLanguage(tOr(`text.${first}`, first), second);
  if (kind === "answer") return answerLabel(rest.join(":"));
  if (kind === "contact") return t("contact.one");
  if (kind === "place") return t("place.title");
  if (kind === "note") return t("note.one");
  if (kind === "organization" && first === "name") return inLanguage(t("field.organization"), second);
  if (field === "curationState") return t("move.title");
  return tOr(`field.${field}`, field);
}

/** "What it is, Thai". */
export const inLanguage = (field: string, language: string): string =>
  t("field.in-language", { field, language: languageText(language) });

/** "week of 23 Nov 2026" of an ISO week, by its Monday. */
export function weekText(week: string): string {
  const [year = "", number = ""] = week.split("-W");
  // 4 January is always in the first week (ISO 8601).
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = fourth.getTime() + ((Number(number) - 1) * 7 - ((fourth.getUTCDay() || 7) - 1)) * 86_400_000;
  return t("week.of", { day: dayText(new Date(monday).toISOString()) });
}

/** Why something was done, as the history holds it: words that somebody typed, or the code of a step or of a call. */
export function reasonText(reason: string): string {
  for (const key of [`call.outcome.${reason}`, `state.${reason}`])
    if (key in messages) return t(key as OfficeKey).toLowerCase();
  return reason.replaceAll(/\b\d{4}-\d\d-\d\d\b/gu, dayText);
}

/** "Nov 2026" of "2026-11". */
export const monthText = (month: string): string => dayText(`${month}-01`).replace(/^1 /u, "");

/** The words of workbooks: the same as the editor's. */
export const WORKBOOK_WORDS = {
  facet: facetLabel,
  code: codeLabel,
  text: (field: string) => tOr(`text.${field}`, field),
} as const;

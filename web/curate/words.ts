import languages from "#web/i18n/messages/en/language-names.json" with { type: "json" };
import codes from "./messages/codes.json" with { type: "json" };
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

/** The heading of a facet. */
export const facetLabel = (facet: string): string =>
  (facets as Readonly<Record<string, string>>)[facet] ?? humanized(facet);

/** What is asked with `facet:code`, as a statement to answer yes or no. */
export function codeLabel(term: string): string {
  const [, code = ""] = term.split(":");
  return (codes as Readonly<Record<string, string>>)[term] ?? humanized(code);
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
  if (kind === "text") return `${tOr(`text.${first}`, first)} (${second})`;
  if (kind === "answer") return codeLabel(rest.join(":"));
  if (kind === "contact") return t("contact.title");
  if (kind === "place") return t("place.title");
  if (kind === "organization" && first === "name") return `${t("field.organization")} (${second})`;
  if (field === "curationState") return t("move.title");
  return tOr(`field.${field}`, field);
}

/** A field's value in one line, for history and proposals. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return t("history.none");
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? t("history.none") : value.map(valueText).join(", ");
  return Object.values(value)
    .filter((part) => part !== null && part !== "" && typeof part !== "object")
    .map(String)
    .join(" · ");
}

/** The words of workbooks: the same as the editor's. */
export const WORKBOOK_WORDS = {
  facet: facetLabel,
  code: codeLabel,
  text: (field: string) => tOr(`text.${field}`, field),
} as const;

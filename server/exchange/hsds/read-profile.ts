/**
 * What our own profile of HSDS adds (`server/contract/hsds/README.md`): read where it stands, and nothing is missed
 * where it does not. A value that is none of the profile's is as if it were not there.
 */
import {
  ANSWERERS,
  ANSWERS,
  CHANNELS,
  FACET_CODES,
  PROVIDER_TYPES,
  SCOPES,
  TELLS,
  type ProviderType,
  type Scope,
} from "#db/vocabulary.ts";
import { AFFILIATION_KINDS, type AffiliationKind } from "#server/contract/affiliation.ts";
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { readText } from "../free-text.ts";
import { languageCode } from "../languages.ts";
import { shown } from "../problem-list.ts";
import type { Links } from "./links.ts";
import type { ContactInput } from "./read-contacts.ts";
import type { ServiceInput } from "./read-service.ts";
import type { Localized, RecordDraft } from "./record-draft.ts";
import type { Row, TableSet } from "./table-set.ts";

/** Terms that say what a listing is, not what help it gives. */
export function isProfileTerm(code: string | undefined): boolean {
  return (
    code !== undefined && (FACET_CODES.includes(code) || /^(?:scope|provider-type|affiliation):/u.test(code))
  );
}

/** Conditions that were answered: `value` yes or no. */
export function readAnswers(
  id: string,
  tables: TableSet,
  links: Links,
): NonNullable<ServiceInput["answers"]> {
  const answers: Record<string, Record<string, "yes" | "no">> = {};
  for (const attribute of links.of("attributes", "link_id", id)) {
    const code = tables.get("taxonomy_terms", attribute.cells["taxonomy_term_id"])?.cells["code"];
    const answer = ANSWERS.find((item) => item === attribute.cells["value"]);
    if (code === undefined || answer === undefined || !FACET_CODES.includes(code)) continue;
    const [facet = "", value = ""] = code.split(":");
    (answers[facet] ??= {})[value] = answer;
  }
  return answers;
}

/** The language of a record's texts: what it says itself, else that of the whole import. */
export function textLanguage(row: Row, usual: string): string {
  return languageCode(row.cells["text_language"] ?? "") ?? usual;
}

export function readScope(row: Row): Scope | undefined {
  return SCOPES.find((item) => item === row.cells["scope"]);
}

export function readProviderType(row: Row): ProviderType | undefined {
  return PROVIDER_TYPES.find((item) => item === row.cells["provider_type"]);
}

/** The contract's bounds on a name and on how many of them one organization may have. */
const LONGEST_NAME = 200;
const MOST_AFFILIATIONS = 50;

/** Networks, standards and codes of conduct of an organization, by name; undefined: nothing is said of any. */
export function readAffiliations(
  id: string,
  tables: TableSet,
  links: Links,
): OrganizationInput["affiliations"] {
  const found = new Map<string, { kind: AffiliationKind; name: string }>();
  for (const attribute of links.of("attributes", "link_id", id)) {
    const code = tables.get("taxonomy_terms", attribute.cells["taxonomy_term_id"])?.cells["code"];
    const kind = AFFILIATION_KINDS.find((item) => code === `affiliation:${item}`);
    const { text: name } = readText(attribute.cells["value"] ?? "");
    if (kind === undefined || name === "" || [...name].length > LONGEST_NAME) continue;
    found.set(`${kind} ${name}`, { kind, name });
  }
  return found.size === 0 ? undefined : [...found.values()].slice(0, MOST_AFFILIATIONS);
}

/** What is told of a telephone number or another contact, besides the number. `dial` is never taken: it is worked out. */
export function readCareful(row: Row, language: string): Partial<ContactInput> {
  const { country, hours } = row.cells;
  const found: Partial<ContactInput> = {};
  const whoAnswers = ANSWERERS.find((item) => item === row.cells["who_answers"]);
  if (whoAnswers !== undefined) found.whoAnswers = whoAnswers;
  for (const key of ["recorded", "free"] as const) {
    const answer = ANSWERS.find((item) => item === row.cells[key]);
    if (answer !== undefined) found[key] = answer;
  }
  const tells = Object.fromEntries(
    (row.cells["tells"] ?? "").split(/\s+/u).flatMap((pair) => {
      const [who, said] = pair.split(":");
      const answer = ANSWERS.find((item) => item === said);
      const told = TELLS.find((item) => item === who);
      return told === undefined || answer === undefined ? [] : [[told, answer]];
    }),
  );
  if (Object.keys(tells).length > 0) found.tells = tells;
  if (country !== undefined && /^[A-Z]{2}$/u.test(country)) found.country = country;
  if (hours !== undefined && [...hours].length <= 300) found.hours = { [language]: hours };
  return found;
}

/** Messengers, forms and further addresses. A channel that is not known is kept for colleagues. */
export function readContactPoints(rows: readonly Row[], draft: RecordDraft): ContactInput[] {
  return rows.flatMap((row): ContactInput[] => {
    const { value = "", label } = row.cells;
    const channel = CHANNELS.find((item) => item === row.cells["channel"]);
    if (channel === undefined || [...value].length > 500) {
      draft.keepPrivate(`${row.cells["channel"] ?? ""}: ${value}`);
      draft.hold("channel", row, "channel", `${shown(row.cells["channel"] ?? "")} is not a channel.`);
      return [];
    }
    const words = label === undefined ? {} : { label: { [draft.language]: label } };
    return [{ channel, value, audience: "public", ...words, ...readCareful(row, draft.language) }];
  });
}

/** The first of each address wins: one of which more is known stands before the plain one. */
export function withoutTwins(contacts: readonly ContactInput[]): ContactInput[] {
  const seen = new Set<string>();
  return contacts.filter(({ channel, value }) => {
    const key = `${channel} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The contract's bound on texts. */
const LONGEST = 20_000;

/**
 * Puts the other languages of a text beside the one that was read. Where the text stood in for a language that it
 * lacks (the same words are told under their own language), only its own stays.
 */
export function translated(
  said: Localized | undefined,
  field: string,
  translations: readonly Row[],
  draft: RecordDraft,
): Localized | undefined {
  const others = translations.filter((row) => row.cells["field"] === field);
  if (others.length === 0) return said;
  const found: Record<string, string> = {};
  for (const row of others) {
    const language = languageCode(row.cells["language"] ?? "");
    const { text, mayNameStaff } = readText(row.cells["text"] ?? "");
    if (mayNameStaff || language === undefined || [...text].length > LONGEST)
      draft.keepPrivate(`${field} (${row.cells["language"] ?? ""}): ${text}`);
    else if (text !== "") found[language] = text;
  }
  for (const [language, text] of Object.entries(said ?? {}))
    if (!Object.values(found).includes(text)) found[language] = text;
  return Object.keys(found).length === 0 ? undefined : found;
}

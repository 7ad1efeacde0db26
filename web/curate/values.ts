import { EVERYWHERE } from "#db/vocabulary.ts";
import type {
  ContactForm,
  CostForm,
  NoteForm,
  PlaceForm,
  ScheduleForm,
} from "#server/contract/curate/listing-form.ts";
import { facts } from "./facts.ts";
import { dayText, humanized, languageText, listLabel, type OfficeKey, t, tOr } from "./words.ts";

/** The name of an area; "anywhere" for help by phone. */
export function areaText(code: string): string {
  if (code === EVERYWHERE) return t("grid.serves.everywhere");
  return facts.value?.areas.find((one) => one.code === code)?.name ?? countryText(code) ?? code;
}

/** The name of a kind of help, as the directory calls it. */
export const serviceText = (code: string): string =>
  facts.value?.terms.find((one) => one.code === code)?.name ?? humanized(code);

/** What a field holds, in one line that somebody reads who has never seen a code: for history, proposals and merging. */
export const valueText = (field: string, value: unknown): string => joined(partsOf(field, value));

/**
 * What a field was and is. Of what has many parts (a contact, a place, a note) only those that differ are said,
 * with the first one, so that one knows which it is.
 */
export function changeText(field: string, before: unknown, after: unknown): readonly [string, string] {
  const [was, is] = [partsOf(field, before), partsOf(field, after)];
  if (!/^(?:contact|place|note):/u.test(field) || was.length === 0 || is.length === 0)
    return [joined(was), joined(is)];
  const rest = (own: readonly string[], other: readonly string[]) =>
    own.filter((part, at) => at === 0 || !other.includes(part));
  return [joined(rest(was, is)), joined(rest(is, was))];
}

const joined = (parts: readonly string[]): string =>
  parts.length === 0 ? t("history.none") : parts.join(" · ");

type Words = Readonly<Record<string, string>>;
const words = (localized: Words): readonly string[] => Object.values(localized);
const said = (key: OfficeKey, answer: string | null | undefined): readonly string[] =>
  answer === null || answer === undefined ? [] : [`${t(key)}: ${listLabel("answer", answer)}`];

function partsOf(field: string, value: unknown): readonly string[] {
  if (value === null || value === undefined || value === "") return [];
  const [kind = ""] = field.split(":");
  if (kind === "contact") return contactParts(value as ContactForm);
  if (kind === "place") return placeParts(value as PlaceForm);
  if (kind === "note") return noteParts(value as NoteForm);
  if (kind === "answer") return [listLabel("answer", String(value))];
  const own = OWN[field];
  if (own !== undefined) return Array.isArray(value) ? value.map(own) : [own(value)];
  if (typeof value === "boolean") return [listLabel("answer", value ? "yes" : "no")];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Fields whose values are codes, or made of parts: how one of them is said. */
const OWN: Readonly<Record<string, (value: unknown) => string>> = {
  status: (code) => listLabel("status", String(code)),
  scope: (code) => tOr(`field.scope.${String(code)}`, String(code)),
  curationState: (code) => tOr(`state.${String(code)}`, String(code)),
  services: (code) => serviceText(String(code)),
  areas: (code) => areaText(String(code)),
  languages: (one) => {
    const { code, mode } = one as { code: string; mode: "direct" | "interpreter" };
    return `${languageText(code)} (${t(`field.mode.${mode}`).toLowerCase()})`;
  },
  schedules: (one) => scheduleText(one as ScheduleForm),
  costs: (one) => costText(one as CostForm),
  requiredDocuments: (one) => words(one as Words).join(" / "),
  validTo: (day) => dayText(String(day)),
  sourceDate: (day) => (/^\d{4}-\d\d-\d\d/u.test(String(day)) ? dayText(String(day)) : String(day)),
  "organization:providerType": (code) => listLabel("provider", String(code)),
  "organization:affiliations": (code) =>
    facts.value?.affiliations.find((one) => one.code === code)?.name ?? humanized(String(code)),
};

function contactParts(contact: ContactForm): readonly string[] {
  return [
    `${listLabel("channel", contact.channel)} ${contact.value}`,
    ...words(contact.label),
    ...words(contact.hours),
    ...(contact.country === null ? [] : [countryText(contact.country) ?? contact.country]),
    ...(contact.dial === null ? [] : [`${t("contact.dial")}: ${contact.dial}`]),
    ...(contact.dialScope === "unknown" ? [] : [listLabel("dialScope", contact.dialScope)]),
    ...(contact.whoAnswers === null
      ? []
      : [`${t("contact.whoAnswers")}: ${listLabel("answerer", contact.whoAnswers)}`]),
    ...said("contact.recorded", contact.recorded),
    ...said("contact.free", contact.free),
    ...Object.entries(contact.tells).map(
      ([who, answer]) => `${listLabel("tells", who)}: ${listLabel("answer", answer)}`,
    ),
    `${t("contact.audience")}: ${t(`contact.audience.${contact.audience}`)}`,
    ...keptFrom(contact.keptFrom),
    ...(contact.released ? [t("contact.released")] : []),
  ];
}

function placeParts(place: PlaceForm): readonly string[] {
  const { latitude, longitude, area, privacy } = place;
  const lines = [
    ...words(place.name),
    ...words(place.lines),
    ...words(place.city),
    ...words(place.directions),
  ];
  return [
    ...lines,
    ...(place.postalCode === null ? [] : [place.postalCode]),
    ...(area === null ? [] : [areaText(area)]),
    ...(latitude === null || longitude === null ? [] : [`${latitude}, ${longitude}`]),
    ...(privacy === null ? [] : [`${t("place.privacy")}: ${t(`place.privacy.${privacy}`)}`]),
    ...(place.residential ? [t("place.residential")] : []),
    ...place.schedules.map(scheduleText),
  ];
}

function noteParts(note: NoteForm): readonly string[] {
  return [
    ...words(note.words),
    `${t("note.about")} “${tOr(`text.${note.about}`, note.about)}”`,
    `${t("contact.audience")}: ${t(`contact.audience.${note.audience}`)}`,
    ...keptFrom(note.keptFrom),
  ];
}

const keptFrom = (outlets: readonly ("web" | "print" | "feed")[]): readonly string[] =>
  outlets.length === 0
    ? []
    : [`${t("outlets.title")}: ${outlets.map((outlet) => t(`outlet.${outlet}`)).join(", ")}`];

function scheduleText({ kind, byday, opensAt, closesAt }: ScheduleForm): string {
  const days = byday.map((day) => listLabel("weekday", day)).join(", ");
  const hours = opensAt === null ? t("field.schedules.closed") : `${opensAt}–${closesAt ?? ""}`;
  return [kind === "holiday" ? listLabel("schedule", kind) : "", days, hours]
    .filter((part) => part !== "")
    .join(" ");
}

function costText({ option, amount, currency, description }: CostForm): string {
  const sum = amount === null ? "" : ` ${amount} ${currency ?? ""}`.trimEnd();
  return [`${listLabel("cost", option)}${sum}`, ...words(description)].join(", ");
}

/** The English name of a country; null for what is none. */
function countryText(code: string): string | null {
  if (!/^[A-Z]{2}$/u.test(code)) return null;
  return new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(code) ?? null;
}

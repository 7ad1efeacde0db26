/** Columns of ways to reach a service, and of the address of a place that anybody may know. */
import type { Channel } from "#db/vocabulary.ts";
import type { ContactForm, ListingForm, PlaceForm } from "#server/contract/curate/listing-form.ts";
import { readEmail, readNumber, readUrl } from "../read-contact.ts";
import { BETWEEN, CellError, isRemoval, listOf, plainCell, REMOVE } from "./cell-words.ts";
import type { WorkbookColumn } from "./column.ts";

const COLUMNS: readonly [channel: Channel, header: string][] = [
  ["phone", "Phone"],
  ["whatsapp", "WhatsApp"],
  ["line", "LINE"],
  ["email", "E-mail"],
  ["website", "Website"],
];

/** Public contacts of a channel. Those of a place that is kept private do not travel in a workbook. */
function contactsOf(form: ListingForm, channel: Channel): [field: string, contact: ContactForm][] {
  return Object.entries(form)
    .flatMap(([field, value]): [string, ContactForm][] =>
      field.startsWith("contact:") && value !== null ? [[field, value as ContactForm]] : [],
    )
    .filter(([, contact]) => contact.channel === channel && contact.audience === "public")
    .filter(([, { owner, released }]) => {
      const place = form[`place:${owner}`] as PlaceForm | undefined;
      return place === undefined || place.privacy === "public" || released;
    })
    .toSorted(([a, first], [b, second]) => first.position - second.position || (a < b ? -1 : 1));
}

function checked(channel: Channel, text: string): string {
  if (channel === "website") {
    const url = readUrl(text);
    if (url === undefined) throw new CellError("This is not a web address.");
    return url;
  }
  if (channel === "line") return text;
  const reading = channel === "email" ? readEmail(text) : readNumber(text);
  if ("code" in reading) throw new CellError(`This cannot be used: ${reading.reason}.`);
  return reading.value;
}

/** One column a channel. A number that is changed keeps what is known of it, but for what is dialled. */
export function contactColumns(country: string | undefined): WorkbookColumn[] {
  return COLUMNS.map(([channel, header]): WorkbookColumn => ({
    key: `contact:${channel}`,
    header,
    note: `What anybody may know. Several: with ; between them. Nobody’s private number or address. ${REMOVE} takes all away.`,
    width: 26,
    cell: (form) =>
      contactsOf(form, channel)
        .map(([, { value }]) => plainCell(value))
        .join(BETWEEN),
    changes(text, form) {
      const known = contactsOf(form, channel);
      const wanted = isRemoval(text) ? [] : listOf(text).map((part) => checked(channel, part));
      const changes: Record<string, unknown> = {};
      known.forEach(([field, contact], at) => {
        const value = wanted[at];
        if (value === undefined) changes[field] = null;
        else if (value !== contact.value)
          changes[field] = { ...contact, value, dial: null, dialScope: "unknown" };
      });
      const last = known.at(-1)?.[1].position ?? -1;
      wanted.slice(known.length).forEach((value, at) => {
        changes[`contact:${crypto.randomUUID()}`] = newContact(channel, value, last + 1 + at, country);
      });
      return changes;
    },
  }));
}

function newContact(
  channel: Channel,
  value: string,
  position: number,
  country: string | undefined,
): ContactForm {
  return {
    channel,
    value,
    dial: null,
    dialScope: "unknown",
    country: country ?? null,
    label: {},
    hours: {},
    whoAnswers: null,
    recorded: null,
    free: null,
    tells: {},
    audience: "public",
    keptFrom: [],
    released: false,
    owner: "service",
    position,
  };
}

const EMPTY_PLACE: PlaceForm = {
  name: {},
  lines: {},
  city: {},
  directions: {},
  postalCode: null,
  area: null,
  latitude: null,
  longitude: null,
  // Null: the rule for places decides. A workbook never makes an address public.
  privacy: null,
  residential: false,
  timeZone: null,
  schedules: [],
  position: 0,
};

function placesOf(form: ListingForm): [field: string, place: PlaceForm][] {
  return Object.entries(form)
    .flatMap(([field, value]): [string, PlaceForm][] =>
      field.startsWith("place:") && value !== null ? [[field, value as PlaceForm]] : [],
    )
    .toSorted(([, a], [, b]) => a.position - b.position);
}

/** Street, town and postcode of the first place, when it is public: an address that is kept back never travels. */
export function addressColumns(lang: string): WorkbookColumn[] {
  const parts: readonly [key: "lines" | "city" | "postalCode", header: string, most: number][] = [
    ["lines", "Street and number", 300],
    ["city", "Town", 300],
    ["postalCode", "Postcode", 20],
  ];
  return parts.map(([key, header, most]): WorkbookColumn => ({
    key: `place:${key}`,
    header,
    note: "Only of a place that anybody may know. Addresses that are kept private do not belong in this file.",
    width: 24,
    cell: (form) => {
      const place = placesOf(form)[0]?.[1];
      if (place === undefined || !(place.privacy === "public" || place.privacy === null)) return "";
      return plainCell(key === "postalCode" ? (place.postalCode ?? "") : (place[key][lang] ?? ""));
    },
    changes(text, form) {
      if ([...text].length > most) throw new CellError(`This is longer than ${most} letters.`);
      const [field, place] = placesOf(form)[0] ?? [`place:${crypto.randomUUID()}`, EMPTY_PLACE];
      if (place.privacy === "withheld" || place.privacy === "area-only")
        throw new CellError("The place of this service is kept private. Change it in the back office alone.");
      const removed = isRemoval(text);
      if (key === "postalCode") return { [field]: { ...place, postalCode: removed ? null : text } };
      const { [lang]: _before, ...others } = place[key];
      return { [field]: { ...place, [key]: removed ? others : { ...others, [lang]: text } } };
    },
  }));
}

/**
 * What our profile adds to HSDS 3.1, object by object (README). Every addition may be left out, so that any valid
 * HSDS answer is valid under the profile; what is left out is not known.
 */
import * as v from "valibot";
import {
  ANSWERERS,
  ANSWERS,
  CHANNELS,
  DIAL_SCOPES,
  PRIVACIES,
  PROVIDER_TYPES,
  SCOPES,
  TELLS,
} from "#db/vocabulary.ts";
import { id, number, text, told, uri } from "./fields.ts";

const answer = v.picklist(ANSWERS);
const words = (description: string) => v.optional(told(text, description));

/** What a person should know before they call or write. */
const careful = {
  who_answers: v.optional(told(v.picklist(ANSWERERS), "Who picks up.")),
  recorded: v.optional(told(answer, "Whether calls or messages are recorded. Left out: not known.")),
  free: v.optional(told(answer, "Whether it costs nothing to use. Left out: not known.")),
  tells: v.optional(
    told(
      v.object(v.entriesFromList(TELLS, v.optional(answer))),
      "Whom the people who answer may tell, each yes or no. A code that is left out is not known.",
    ),
  ),
  hours: words("When somebody answers, in words."),
  country: v.optional(told(v.string(), "ISO 3166-1 alpha-2 of the country in which a short number works.")),
};

export const PHONE_PROFILE = {
  dial: v.optional(told(v.string(), "What a telephone dials. Left out: the number must not be made a link.")),
  dial_scope: v.optional(told(v.picklist(DIAL_SCOPES), "From where the number works.")),
  ...careful,
};

/** Ways to reach a service that HSDS has no field for: messengers, forms, further addresses. */
export const ContactPoint = v.object({
  id,
  channel: told(v.picklist(CHANNELS), "What is used to write or call."),
  value: told(text, "The name, number or address on that channel."),
  label: words("What it is for."),
  ...careful,
});
export type ContactPoint = v.InferOutput<typeof ContactPoint>;

export const LANGUAGE_PROFILE = {
  mode: v.optional(
    told(
      v.picklist(["direct", "interpreter"]),
      "`direct`: staff speak it. `interpreter`: only through somebody who interprets.",
    ),
  ),
};

export const SERVICE_AREA_PROFILE = {
  area_code: v.optional(
    told(text, "ISO 3166-2, ISO 3166-1, or 001 for help that can be used from anywhere."),
  ),
};

export const SCHEDULE_PROFILE = {
  iana_time_zone: v.optional(told(text, "IANA name of the time zone of all times in this schedule.")),
  whole_day: v.optional(told(v.boolean(), "Open all day; opens_at and closes_at are 00:00 and 23:59.")),
  closes_next_day_at: v.optional(
    told(text, "Open over midnight until then; the hours after midnight stand in a schedule of their own."),
  ),
  continues_previous_day: v.optional(
    told(v.boolean(), "These are the hours after midnight of a schedule that closes on the next day."),
  ),
};

export const LOCATION_PROFILE = {
  place_privacy: v.optional(
    told(
      v.picklist(PRIVACIES),
      "`public`: the place may be shown. `area-only`: only the area it lies in. `withheld`: nothing; the area served is named. Address and coordinates are given for `public` alone.",
    ),
  ),
  area_code: v.optional(told(text, "ISO 3166-2 or ISO 3166-1 of the area it lies in. Never for `withheld`.")),
  partial_address: v.optional(
    told(
      v.object({ street: v.optional(text), city: v.optional(text), postal_code: v.optional(text) }),
      "What is known of the address of a public place when it lacks a part that HSDS requires.",
    ),
  ),
};

/** Names and texts in several languages, which HSDS does not know. */
const translated = {
  text_language: v.optional(told(text, "BCP 47: the language of the name and the texts.")),
  translations: v.optional(
    told(
      v.record(v.string(), v.record(v.string(), v.string())),
      "The name and the texts in further languages: BCP 47 tag, then field name.",
    ),
  ),
};

export const ORGANIZATION_PROFILE = {
  provider_type: v.optional(told(v.picklist(PROVIDER_TYPES), "What kind of organisation it is.")),
  ...translated,
};

/** Texts that HSDS has no field for. */
export const SERVICE_WORDS = {
  what_happens_first: words("The first steps, a line each."),
  for_children: words("The same in words for a reader under 18."),
  documents_description: words("About papers that are asked for."),
  rules: words("Rules of the place."),
  limits: words("What it does not do, or only up to a point."),
  access_later: words("Whether somebody can come back later."),
  who_is_told: words("Who is told, in words."),
  contact_care: words("What to mind when contacting it."),
  travel: words("Help with the way there."),
  culture: words("Respect for custom and belief."),
  follow_up: words("What happens afterwards."),
  complaints: words("How to complain."),
};

export const SERVICE_PROFILE = {
  scope: v.optional(
    told(
      v.picklist(SCOPES),
      "`general`: help that is open to everyone. `trafficking-specific`: help that is made for people who were trafficked. The same is said by an attribute with the link type `scope`.",
    ),
  ),
  short_code: v.optional(told(text, "The code of the listing, with its check character, as printed.")),
  listing_url: v.optional(told(uri, "The listing on the site of the directory.")),
  ...translated,
  maximum_child_age: v.optional(told(number, "Oldest own child that may come along, in years.")),
  maximum_boys_age: v.optional(told(number, "The same for boys, where it differs.")),
  contact_points: v.optional(v.array(ContactPoint)),
  source: v.optional(
    told(
      v.object({ name: text, url: v.optional(uri), date: v.optional(text) }),
      "Where the facts come from.",
    ),
  ),
  fictional: v.optional(told(v.boolean(), "Made up: an example that nobody can use.")),
  ...SERVICE_WORDS,
};

/** What the open interface answers, as contracts: for its description, and for holding live answers against it. */
import * as v from "valibot";
import { AFFILIATION_KINDS } from "../affiliation.ts";
import {
  ANSWERERS,
  ANSWERS,
  CHANNELS,
  COST_OPTIONS,
  DIAL_SCOPES,
  LANGUAGE_MODES,
  NEEDS,
  PRIVACIES,
  PROVIDER_TYPES,
  SCOPES,
  TELLS,
} from "#db/vocabulary.ts";
import { REASON_CODES } from "#server/domain/query.ts";
import { ERROR_CODES } from "../errors.ts";
import { LISTING_TEXTS } from "../listing.ts";

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const words = v.pipe(v.record(v.string(), v.string()), v.description("A text by BCP 47 language."));
const point = v.pipe(v.array(v.number()), v.length(2), v.description("Latitude and longitude in degrees."));
const answers = v.record(v.string(), v.record(v.string(), v.picklist(ANSWERS)));
const source = v.nullable(v.object({ name: text, url: v.nullable(text), date: v.nullable(text) }));

const Place = v.object({
  privacy: v.picklist(PRIVACIES),
  area: v.nullable(text),
  point: v.nullable(point),
});
const Language = v.object({ code: text, mode: v.picklist(LANGUAGE_MODES) });
const Span = v.object({ days: count, opens: count, closes: count, interval: count });
const Exception = v.object({
  from: text,
  to: text,
  opens: v.nullable(count),
  closes: v.nullable(count),
});

const Reason = v.object({
  answer: v.picklist(["yes", "unknown", "no"]),
  code: v.picklist(REASON_CODES),
  values: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});

export const SearchItem = v.object({
  id: text,
  code: text,
  name: text,
  organization: v.object({ id: text, name: text }),
  scope: v.picklist(SCOPES),
  provider_type: v.nullable(v.picklist(PROVIDER_TYPES)),
  fit: v.pipe(
    v.picklist(["fits", "ask", "no"]),
    v.description("`ask`: something that was asked for is not known; the reasons say what."),
  ),
  reasons: v.array(Reason),
  needs: v.array(v.picklist(NEEDS)),
  services: v.array(text),
  areas: v.array(text),
  languages: v.array(Language),
  places: v.array(Place),
  distance_km: v.nullable(v.number()),
  distance_about: v.boolean(),
  checked_on: v.nullable(text),
  demo: v.boolean(),
  unverified: v.boolean(),
});

export const SearchAnswer = v.object({
  total: count,
  items: v.array(SearchItem),
  facets: v.record(v.string(), v.record(v.string(), count)),
  next: v.pipe(v.nullable(text), v.description("The `cursor` of the next page; null at the end.")),
  radius_km: v.pipe(
    v.nullable(v.number()),
    v.description("Kilometres that were searched in the end; null without a radius."),
  ),
});

const Contact = v.object({
  channel: v.picklist(CHANNELS),
  value: text,
  dial: v.nullable(text),
  dialScope: v.picklist(DIAL_SCOPES),
  country: v.nullable(text),
  label: words,
  whoAnswers: v.nullable(v.picklist(ANSWERERS)),
  recorded: v.nullable(v.picklist(ANSWERS)),
  tells: v.object(v.entriesFromList(TELLS, v.optional(v.picklist(ANSWERS)))),
  free: v.nullable(v.picklist(ANSWERS)),
  hours: words,
  source,
});

export const Listing = v.object({
  id: text,
  facts: v.object({
    code: text,
    scope: v.picklist(SCOPES),
    providerType: v.nullable(v.picklist(PROVIDER_TYPES)),
    needs: v.array(v.picklist(NEEDS)),
    services: v.array(text),
    areas: v.array(text),
    minimumAge: v.nullable(count),
    maximumAge: v.nullable(count),
    maxChildAge: v.nullable(count),
    boysMaxAge: v.nullable(count),
    answers: v.pipe(answers, v.description("By facet and code. A code that is not there is not known.")),
    languages: v.array(Language),
    places: v.array(Place),
    opening: v.nullable(v.object({ timeZone: text, week: v.array(Span), exceptions: v.array(Exception) })),
    checkedOn: v.nullable(text),
    demo: v.boolean(),
    starter: v.boolean(),
  }),
  name: words,
  organization: v.object({
    id: text,
    name: words,
    website: v.nullable(text),
    affiliations: v.optional(
      v.array(
        v.object({ code: text, kind: v.picklist(AFFILIATION_KINDS), name: text, url: v.nullable(text) }),
      ),
    ),
  }),
  texts: v.object(v.entriesFromList(LISTING_TEXTS, v.optional(words))),
  contacts: v.array(Contact),
  costs: v.array(
    v.object({
      option: v.picklist(COST_OPTIONS),
      amount: v.nullable(v.number()),
      currency: v.nullable(text),
      description: words,
    }),
  ),
  addresses: v.array(
    v.object({
      place: count,
      name: words,
      lines: words,
      city: words,
      postalCode: v.nullable(text),
      directions: words,
    }),
  ),
  requiredDocuments: v.array(words),
  source,
  modified: text,
});

export const Areas = v.object({
  areas: v.array(
    v.object({
      code: text,
      country: text,
      names: words,
      point,
      bbox: v.pipe(v.array(v.number()), v.length(4), v.description("South, west, north, east in degrees.")),
      listings: count,
    }),
  ),
});

export const Terms = v.object({
  terms: v.array(
    v.object({
      code: text,
      need: v.picklist(NEEDS),
      alsoIn: v.array(v.picklist(NEEDS)),
      name: text,
      description: text,
      names: v.optional(v.record(v.string(), v.object({ label: text, about: text }))),
    }),
  ),
});

export const Bundles = v.object({
  version: text,
  areas: v.array(
    v.object({
      code: text,
      names: words,
      listings: count,
      scripts: v.array(text),
      parts: v.array(
        v.object({
          kind: v.picklist(["index", "cards", "texts"]),
          scope: v.picklist(["area", "country", "everywhere"]),
          lang: v.nullable(text),
          url: text,
          bytes: count,
          sha256: text,
          sequence: count,
        }),
      ),
    }),
  ),
});

export const Health = v.object({
  ok: v.boolean(),
  version: text,
  published: v.object({ version: text, listings: count }),
});

export const Failure = v.object({
  error: v.object({
    code: v.picklist([...ERROR_CODES, "internal"]),
    message: text,
    fields: v.optional(v.record(v.string(), v.string())),
  }),
});

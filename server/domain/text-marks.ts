/** Which published texts are translations that nobody has checked, or whose source has changed since. */
import type { TranslationState } from "#db/vocabulary.ts";
import type { Localized, TextMark, TextMarks } from "#server/contract/listing.ts";
import type { CatalogueContact, CatalogueListing, FieldMarks } from "./catalogue-listing.ts";
import type { PublicPlace } from "./public-places.ts";

/** What readers are told of a state; null: nothing, because somebody checked it. Drafts are not shown at all. */
export function markOf(state: TranslationState): TextMark | null {
  if (state === "translated") return "unchecked";
  return state === "stale" ? "stale" : null;
}

/** Where a text stands in a published listing: `name`, `texts.rules`, `contacts.0.label`, `documents.1`. */
type Path = string;

interface Marked {
  readonly path: Path;
  /** The text that is public; a mark of anything else would tell of what is not. */
  readonly shown: Localized | undefined;
  readonly marks: FieldMarks | undefined;
  readonly field: string;
}

/**
 * The marks of a listing's public texts, by path and language; undefined when there are none. Only languages in which
 * the text is public count, so that a draft moves nothing.
 */
export function publicMarks(
  listing: CatalogueListing,
  places: readonly PublicPlace[],
  contacts: readonly CatalogueContact[],
  texts: Readonly<Record<string, Localized | undefined>>,
): TextMarks | undefined {
  const all: readonly Marked[] = [
    { path: "name", shown: listing.name, marks: listing.marks, field: "name" },
    {
      path: "organization",
      shown: listing.organization.name,
      marks: listing.organization.marks,
      field: "name",
    },
    ...Object.entries(texts).map(([field, shown]) => ({
      path: `texts.${field}`,
      shown,
      marks: listing.marks,
      field,
    })),
    ...contacts.flatMap((contact, at) =>
      (["label", "hours"] as const).map((field) => ({
        path: `contacts.${at}.${field}`,
        shown: contact[field],
        marks: contact.marks,
        field,
      })),
    ),
    ...listing.costs.map(({ description, marks }, at) => ({
      path: `costs.${at}`,
      shown: description,
      marks,
      field: "description",
    })),
    ...places.flatMap(({ location, place }, at) =>
      place.privacy === "public"
        ? (["name", "lines", "city", "directions"] as const).map((field) => ({
            path: `addresses.${at}.${field}`,
            shown: location[field],
            marks: location.marks,
            field,
          }))
        : [],
    ),
    ...listing.requiredDocuments.map((shown, at) => ({
      path: `documents.${at}`,
      shown,
      marks: listing.documentMarks?.[at],
      field: "document",
    })),
  ];
  const found = all.flatMap(({ path, shown = {}, marks, field }) => {
    const own = Object.entries(marks?.[field] ?? {}).filter(([lang]) => shown[lang] !== undefined);
    return own.length === 0 ? [] : [[path, Object.fromEntries(own)] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

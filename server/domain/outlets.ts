import type { Outlet } from "#db/vocabulary.ts";
import type { ListingText, Localized, PublishedListing } from "#server/contract/listing.ts";

/**
 * A published listing as one outlet may show it (curation: "Exclude from website, from directory"): contacts and
 * notes that are kept out of it are gone, and the notes that stay follow the text that they are about, as paragraphs
 * of their own.
 *
 * The web's listing is also what a browser prints from. So what paper must not show keeps its mark there, and a text
 * that reads otherwise on paper stands in `printed`.
 */
export function inOutlet(listing: PublishedListing, outlet: Outlet): PublishedListing {
  const { notes = [], printed = {}, ...rest } = listing;
  const kept = notes.filter(({ keptFrom }) => !keptFrom.includes(outlet));
  const onPaper = kept.filter(({ keptFrom }) => !keptFrom.includes("print"));
  const base = outlet === "print" ? { ...rest.texts, ...printed } : rest.texts;
  const texts = withNotes(base, kept);
  const changed = outlet === "web" && onPaper.length < kept.length;
  return {
    ...rest,
    texts,
    ...(changed ? { printed: differing(withNotes(base, onPaper), texts) } : {}),
    contacts: listing.contacts
      .filter(({ keptFrom }) => !(keptFrom?.includes(outlet) ?? false))
      .map(({ keptFrom, ...contact }) =>
        outlet === "web" && keptFrom?.includes("print") ? { ...contact, keptFrom: ["print"] } : contact,
      ),
  };
}

type Texts = PublishedListing["texts"];

function withNotes(texts: Texts, notes: NonNullable<PublishedListing["notes"]>): Texts {
  const found: Partial<Record<ListingText, Localized>> = { ...texts };
  for (const { about, words } of notes) {
    const before = found[about] ?? {};
    const languages = [...new Set([...Object.keys(before), ...Object.keys(words)])].sort();
    found[about] = Object.fromEntries(
      languages.map((lang) => [lang, [before[lang], words[lang]].filter(Boolean).join("\n\n")]),
    );
  }
  return found;
}

/** Texts that read otherwise, an empty one where paper says nothing. */
function differing(paper: Texts, screen: Texts): Texts {
  return Object.fromEntries(
    Object.entries(screen).flatMap(([field, words]) => {
      const other = paper[field as ListingText] ?? {};
      return JSON.stringify(other) === JSON.stringify(words) ? [] : [[field, other]];
    }),
  );
}

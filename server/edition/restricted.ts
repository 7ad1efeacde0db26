/** The restricted tier on paper: for one receiver, who is named on every page and beside every listing. */
import type { Block, Edition, Line } from "#server/contract/edition.ts";
import type { Receiver, RestrictedArea, RestrictedListing } from "#server/contract/curate/restricted.ts";
import type { Localized } from "#server/contract/listing.ts";
import { phrase } from "#server/domain/to-listing-view.ts";

/** "Mai Somsri, Riverside Clinic, account 4, 21 Nov 2026": marks every page and row of what leaves the screen. */
export const receiverText = ({ name, organization, number, on }: Receiver): string =>
  `${name}, ${organization}, account ${number}, ${on}`;

const english = (text: string): Line => [{ text, lang: "en" }];
const said = (words: Localized): Line => {
  const found = phrase(words, "en");
  return found === null ? english("–") : [found];
};

/**
 * An edition of areas of the restricted tier, in English: contacts and rules by listing. It goes to the one it is
 * made for and into no bundle, booklet or record of editions.
 */
export function restrictedEdition(
  areas: readonly RestrictedArea[],
  areaName: (code: string) => string,
): Edition {
  const [first] = areas;
  const mark = first === undefined ? "" : receiverText(first.receiver);
  const title = areas.map(({ area }) => areaName(area)).join(", ");
  return {
    wishes: { form: "referral", paper: "a4", large: false, bw: true, children: false, generalOnly: false },
    title: "Contacts",
    languages: [{ lang: "en", dir: "ltr" }],
    head: english(`For ${mark}`),
    foot: english(`For ${mark}. Not to be copied or passed on.`),
    blocks: [
      {
        kind: "head",
        title: english(title),
        line: english(
          `For ${mark}. Keep it where nobody else reads it; destroy it when it is no longer needed.`,
        ),
        again: null,
        danger: null,
      },
      ...areas.flatMap((area) => areaBlocks(area, areaName, mark)),
    ],
    record: {
      format: 1,
      edition: "",
      printedOn: first?.receiver.on ?? "",
      areas: areas.map(({ area }) => area),
      generalOnly: false,
      entries: [],
    },
  };
}

function areaBlocks(
  { area, listings }: RestrictedArea,
  areaName: (code: string) => string,
  mark: string,
): readonly Block[] {
  return [
    { kind: "section", title: english(areaName(area)), about: null },
    ...(listings.length === 0
      ? [
          {
            kind: "text" as const,
            line: english("Nothing more than what is public."),
            weight: "normal" as const,
          },
        ]
      : listings.flatMap((listing) => listingBlocks(listing, mark))),
  ];
}

function listingBlocks(listing: RestrictedListing, mark: string): readonly Block[] {
  const contacts = listing.contacts.map(({ channel, value, label, hours }): Line => {
    const words = [phrase(label, "en")?.text, phrase(hours, "en")?.text].filter(Boolean).join(", ");
    return english(`${channel}: ${value}${words === "" ? "" : ` (${words})`}`);
  });
  return [
    { kind: "text", line: said(listing.name), weight: "strong" },
    {
      kind: "text",
      line: english(`${phrase(listing.organization, "en")?.text ?? ""} · ${listing.code} · for ${mark}`),
      weight: "small",
    },
    ...(contacts.length === 0 ? [] : [{ kind: "list" as const, items: contacts, mark: "dot" as const }]),
    ...(listing.entryRules.length === 0
      ? []
      : [{ kind: "list" as const, items: listing.entryRules.map(said), mark: "dot" as const }]),
    ...(listing.affiliations.length === 0
      ? []
      : [
          {
            kind: "list" as const,
            items: listing.affiliations.map(({ name, focalPoint }) =>
              english(focalPoint === null ? name : `${name}: ${focalPoint}`),
            ),
            mark: "dot" as const,
          },
        ]),
  ];
}

/** Hand-made pages: a few listings, of which little is known, and settings of an invented directory. */
import { NEEDS } from "#db/vocabulary.ts";
import type { AreaView, ContactView, ListingView } from "#server/contract/listing-view.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import type { MatchedListing, NeedColumns, PageAssets, PageModel } from "#server/contract/page.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import type { PublicSettings } from "#server/contract/settings.ts";
import { match } from "#server/domain/match/match.ts";
import type { Query } from "#server/domain/query.ts";
import { factsWith } from "../records/facts.ts";

export const ASSETS: PageAssets = {
  script: "/assets/entry-1.js",
  preload: ["/assets/runtime-1.js"],
  styles: ["/assets/entry-1.css"],
};

export const SETTINGS: PublicSettings = {
  publicName: "Waymark",
  runBy: { en: "Northern Help Guide", th: "คู่มือภาคเหนือ" },
  countries: ["TH"],
  languages: ["en", "th"],
  checkedLanguages: ["en"],
  emergency: [
    {
      country: "TH",
      number: "000-191",
      dial: null,
      label: { en: "Police" },
      kind: "police",
      recorded: "yes",
    },
    {
      country: "TH",
      number: "000-669",
      dial: "669",
      label: { en: "Ambulance" },
      kind: "ambulance",
      recorded: null,
    },
  ],
  exitTargets: { "": null },
  indexed: true,
  demo: false,
};

export const CHIANG_MAI: AreaView = {
  code: "TH-50",
  name: { text: "Chiang Mai", lang: "en" },
  country: "TH",
  point: [18.79, 98.98],
  listings: 2,
};
export const AREAS: readonly AreaView[] = [
  { code: "TH", name: { text: "Thailand", lang: "en" }, country: "TH", point: [15, 101], listings: 1 },
  CHIANG_MAI,
];

export const PHONE: ContactView = {
  channel: "phone",
  value: "053 123 456",
  dial: "+6653123456",
  dialScope: "international",
  country: "TH",
  label: null,
  whoAnswers: null,
  recorded: null,
  tells: {},
  free: null,
  hours: null,
  source: null,
};

/** A listing with a name in English and a description that only exists in Thai. */
export function aView(
  facts: Partial<ListingFacts> = {},
  contacts: readonly ContactView[] = [PHONE],
): ListingView {
  const code = facts.code ?? "K7Q2M-4";
  return {
    facts: factsWith({ code, ...facts }),
    card: {
      name: { text: `Listing ${code}`, lang: "en" },
      organization: { text: "Example Trust", lang: "en" },
      city: null,
      fee: null,
    },
    detail: {
      id: `id-${code}`,
      website: null,
      texts: { description: { text: "คุยกับคนที่รับฟัง", lang: "th" } },
      contacts,
      costs: [],
      addresses: [
        {
          place: 0,
          name: null,
          lines: { text: "12 Example Lane", lang: "en" },
          city: { text: "Chiang Mai town", lang: "en" },
          postalCode: null,
          directions: null,
        },
      ],
      requiredDocuments: [],
      source: null,
    },
  };
}

export function aMatch(listing: ListingView, query: Query = {}): MatchedListing {
  return { listing, match: match(listing.facts, query) };
}

/** All twelve needs, with the listings given under the first of them. */
export function columns(
  general: readonly MatchedListing[],
  specific: readonly MatchedListing[],
): NeedColumns[] {
  return NEEDS.map((need, index) => ({
    need,
    general: index === 0 ? general : [],
    specific: index === 0 ? specific : [],
  }));
}

const BASE = { lang: "en", settings: SETTINGS, version: "0123456789abcdef" };

/** A text as it is published, in every kind of markup. */
export const RIGHTS: PublicText = {
  page: "rights",
  country: "001",
  lang: "en",
  title: "Your rights, in short",
  body: "You choose.\n\n## Ask\n- Who will be told?\n- Is it free?\n\n1. Ask.\nOne sentence is enough.\n2. Wait.",
  checked: false,
  date: "2026-11-01",
  source: { name: "Test office", url: null },
};
export const EXPLAINING: PublicText = { ...RIGHTS, page: "what-happened", title: "What may have happened" };

/** A page of every kind. */
export const PAGES: readonly PageModel[] = [
  { ...BASE, kind: "home", areas: AREAS },
  { ...BASE, kind: "areas", areas: AREAS },
  {
    ...BASE,
    kind: "area",
    area: CHIANG_MAI,
    needs: columns([aMatch(aView())], [aMatch(aView({ code: "8XW4P-1", scope: "trafficking-specific" }))]),
    query: null,
  },
  {
    ...BASE,
    kind: "sheet",
    booklets: [],
    area: CHIANG_MAI,
    needs: columns([aMatch(aView())], []),
    printedOn: "2026-11-30",
  },
  ...(["emergency", "safe", "languages"] as const).map((page) => ({
    ...BASE,
    kind: "words" as const,
    page,
    areas: AREAS,
  })),
  { ...BASE, kind: "guide", texts: [EXPLAINING, RIGHTS] },
  { ...BASE, kind: "text", page: "rights", chosen: { text: RIGHTS, english: null }, countries: ["TH"] },
  { ...BASE, kind: "suggest", areas: AREAS },
  { ...BASE, kind: "told", what: "report" },
  { ...BASE, kind: "error", status: 404, code: "not_found" },
];

export function pageOf<K extends PageModel["kind"]>(kind: K): Extract<PageModel, { kind: K }> {
  const page = PAGES.find((one): one is Extract<PageModel, { kind: K }> => one.kind === kind);
  if (page === undefined) throw new Error(`No sample page of kind ${kind}`);
  return page;
}

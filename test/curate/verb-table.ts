import { CHECKED } from "./listing.ts";

/**
 * The table of verbs: everything that the office can be told to do, who may, a body that is in order, and the test that
 * shows it at work. A new route without a line here fails (`verbs.test.ts`).
 */

export type Who = "practitioner" | "editor" | "publisher" | "admin";
/** From whom on it is allowed; `worker`: practitioners alone. */
type From = "everyone" | "editor" | "publisher" | "admin" | "worker";

/** Ids that stand in the lines below. */
export interface Ids {
  readonly listing: string;
  readonly organization: string;
  readonly curator: string;
}
export interface Verb {
  readonly from: From;
  /** A body that is in order; none: the verb reads none. */
  readonly body?: (ids: Ids) => unknown;
  /** A form instead of JSON. */
  readonly form?: true;
  /** Title of the test that shows it at work. */
  readonly shown: string;
}

export const DAY = "2027-05-01";
const KEY = { page: "about", country: "TH", language: "en" };
const TEXT = { ...KEY, title: "About", body: "Words.", state: "draft", source: null };
const CELL = { area: "TH-50", need: "legal", scope: "general" };
const FILES = { form: true, from: "publisher" } as const;

export const VERBS: Readonly<Record<string, Verb>> = {
  "POST /me/name": {
    from: "everyone",
    body: () => ({ name: "" }),
    shown: "whoever’s account is closed leaves a role and a number",
  },
  "POST /me/password": {
    from: "everyone",
    body: () => ({ password: "x" }),
    shown: "a password opens nothing before its second factor stands, and nothing without it afterwards",
  },
  "POST /curators": {
    from: "admin",
    body: () => ({ email: "a@example.org", role: "editor" }),
    shown: "the account is there with an audit row, and its link signs in with its role",
  },
  "POST /curators/:id/link": {
    from: "admin",
    shown: "a link is too old after three days, and a newer one puts an older one out of use",
  },
  "POST /curators/:id/mail-link": {
    from: "admin",
    shown: "brings a one-time link that signs in, when an admin asks for it; nobody else may ask",
  },
  "POST /curators/:id/disabled": {
    from: "admin",
    body: () => ({ disabled: true }),
    shown: "a closed account is out at once, and the last admin cannot be shut out",
  },
  "DELETE /curators/:id": { from: "admin", shown: "whoever’s account is closed leaves a role and a number" },
  "POST /listings": {
    from: "editor",
    body: () => ({ name: "New", language: "en", organization: { name: "Org" } }),
    shown: "a draft is filled, sent to review, published with the checklist, and seen by the public",
  },
  "POST /listings/:id/save": {
    from: "editor",
    body: () => ({ base: 1, changes: { minimumAge: 7 } }),
    shown: "writes the fields, tells who changed what from what to what, and the public sees it",
  },
  "POST /listings/:id/preview": {
    from: "editor",
    body: () => ({ changes: {} }),
    shown: "shows what the public would see and what stands in the way, and writes nothing",
  },
  "POST /listings/:id/restore": {
    from: "editor",
    body: () => ({ revision: 1 }),
    shown: "an earlier state comes back, as a new entry of the history",
  },
  "POST /listings/:id/move": {
    from: "editor",
    body: () => ({ to: "suspended", reason: "x" }),
    shown: "a draft is filled, sent to review, published with the checklist, and seen by the public",
  },
  "POST /listings/:id/calls": {
    from: "editor",
    body: () => ({ outcome: "no-answer" }),
    shown: "a call that nobody answered is written down and confirms nothing",
  },
  "POST /listings/:id/own-link": {
    from: "editor",
    body: () => ({ days: 14 }),
    shown: "is made by editors alone, for listings that are or were public; the database holds no token",
  },
  "DELETE /listings/:id/own-link": {
    from: "editor",
    shown: "works once, ends with its time, and can be recalled; a newer one replaces it",
  },
  "POST /desk/proposals/:id": {
    from: "publisher",
    body: () => ({ take: [] }),
    shown: "waits for a publisher, who takes it field by field",
  },
  "POST /desk/unsafe/seen": {
    from: "publisher",
    shown:
      "“unsafe” has to be decided within the hours that are promised, counted from whoever opens it first",
  },
  "POST /desk/reports/:code": {
    from: "publisher",
    body: () => ({ kind: "wrong", note: "x" }),
    shown:
      "reports come by listing and kind, the unsafe first; they are settled with a note; editors never see them",
  },
  "DELETE /desk/suggestions/:id": {
    from: "publisher",
    shown:
      "reports come by listing and kind, the unsafe first; they are settled with a note; editors never see them",
  },
  "POST /desk/addresses/:id/ask": {
    from: "editor",
    body: () => ({ reason: "x" }),
    shown: "never by an edit: a second person agrees, and whoever asked is not that person",
  },
  "POST /desk/addresses/:id/agree": {
    from: "publisher",
    shown: "never by an edit: a second person agrees, and whoever asked is not that person",
  },
  "POST /desk/addresses/:id/refuse": {
    from: "editor",
    shown: "with one curator alone it waits 24 hours with the notice in sight, and can be stopped until then",
  },
  "POST /desk/alike": {
    from: "editor",
    body: () => ({ name: "Advice" }),
    shown: "are named in bulk and while somebody types, and nothing is merged or written by it",
  },
  "POST /desk/carry": {
    from: "editor",
    shown: "STILL PUBLIC until the public side can be reached again, and gone then by the timer alone",
  },
  "POST /booklets": {
    ...FILES,
    shown: "is made from published listings alone, and published under the version that it was made from",
  },
  "POST /incident/close": {
    from: "publisher",
    shown:
      "close, see what got out and where to, take it away, write the letter, open: and the address is nowhere",
  },
  "POST /incident/open": {
    from: "publisher",
    shown:
      "close, see what got out and where to, take it away, write the letter, open: and the address is nowhere",
  },
  "POST /incident/:code/take-away": {
    from: "publisher",
    body: () => ({ reason: "x" }),
    shown:
      "close, see what got out and where to, take it away, write the letter, open: and the address is nowhere",
  },
  "POST /imports": {
    ...FILES,
    shown:
      "looks first and writes nothing; takes drafts after that, with audit rows; a second run changes nothing",
  },
  "POST /imports/columns": {
    ...FILES,
    shown:
      "are asked about: a mapping is suggested with what stands in each column, and used when it was mended",
  },
  "POST /settings": {
    from: "admin",
    body: () => ({ before: {}, after: { indexed: true } }),
    shown: "an admin changes them, the public half goes out at once, and the audit holds before and after",
  },
  "POST /settings/file": {
    from: "admin",
    body: () => ({}),
    shown: "go out as a file and come back from it, all or nothing",
  },
  "POST /settings/start": {
    from: "admin",
    body: () => ({ step: "country", before: {}, after: {} }),
    shown:
      "keeps each answer at once, can be left and gone on with, drops what no longer fits, and removes the demo at the end",
  },
  "POST /settings/finish": {
    from: "admin",
    body: () => ({ removeDemo: false }),
    shown:
      "keeps each answer at once, can be left and gone on with, drops what no longer fits, and removes the demo at the end",
  },
  "POST /settings/terms": {
    from: "publisher",
    body: () => ({ code: "new-one", need: "legal", label: "New one", about: "It is new." }),
    shown: "one is added, renamed by language, and taken away while no listing offers it",
  },
  "POST /settings/terms/:code": {
    from: "publisher",
    body: () => ({ names: {} }),
    shown: "one is added, renamed by language, and taken away while no listing offers it",
  },
  "DELETE /settings/terms/:code": {
    from: "publisher",
    shown: "one is added, renamed by language, and taken away while no listing offers it",
  },
  "POST /settings/texts": {
    from: "publisher",
    body: () => TEXT,
    shown: "are written for a country, are public at once, and are checked by a verb of its own",
  },
  "POST /settings/texts/checked": {
    from: "publisher",
    body: () => KEY,
    shown: "are written for a country, are public at once, and are checked by a verb of its own",
  },
  "POST /settings/texts/removed": {
    from: "publisher",
    body: () => KEY,
    shown: "are written for a country, are public at once, and are checked by a verb of its own",
  },
  "POST /grid": {
    from: "editor",
    body: () => ({ ...CELL, name: "New", language: "en", service: "legal-advice" }),
    shown: "has twenty-four cells; a name and a number typed into one are a draft that can be published",
  },
  "POST /grid/none": {
    from: "editor",
    body: () => CELL,
    shown: "“none known” is an answer with day and name; it can be taken back, and goes when one is added",
  },
  "POST /grid/none/undo": {
    from: "editor",
    body: () => CELL,
    shown: "“none known” is an answer with day and name; it can be taken back, and goes when one is added",
  },
  "POST /translations/interface": {
    from: "admin",
    body: () => ({ language: "th", by: "Somebody" }),
    shown:
      "an admin says who has read the words of the interface; public pages then call the language checked",
  },
  "POST /translations/:id": {
    from: "editor",
    body: () => ({ unit: "text:name", language: "th", before: "", text: "x", as: "draft" }),
    shown:
      "shows what is missing beside its source; what is written is public and not checked until somebody checks it",
  },
  "POST /workbooks": {
    form: true,
    from: "editor",
    shown:
      "a dry run shows each difference field by field and writes nothing; taking it writes all, and the public sees it",
  },
  "POST /gap-notes": {
    from: "everyone",
    body: () => ({ need: "x" }),
    shown: "is codes and the month, counted, and nothing of who, when or whom",
  },
  "POST /restricted/open": {
    from: "worker",
    body: () => ({ area: "TH-50" }),
    shown:
      "gives intake contacts and entry rules of the whole area, named for who opened it, written down as “opened area”",
  },
  "POST /restricted/access/:id": {
    from: "admin",
    body: () => ({ areas: ["TH-50"], endsOn: DAY }),
    shown: "names a person, an organisation, areas and an end within 12 months, and takes two people",
  },
  "POST /restricted/access/:id/grant": {
    from: "publisher",
    shown: "names a person, an organisation, areas and an end within 12 months, and takes two people",
  },
  "POST /restricted/access/:id/withdraw": {
    from: "publisher",
    body: () => ({ reason: "" }),
    shown:
      "asking for other areas takes the grant back, one person withdraws it at once, and an account that ends is out",
  },
  "POST /restricted/openings/:id": {
    from: "admin",
    body: () => ({ day: DAY, area: "TH-50", allow: true }),
    shown: "a fourth area of a day asks an admin, who lets it be opened or does not",
  },
  "POST /restricted/organizations/:id/vetting": {
    from: "publisher",
    body: () => ({ seenInPerson: true, vouchedBy: [], calledBack: "x", nothingShared: true }),
    shown: "needs somebody to have been there, or two listed organisations to vouch for it",
  },
  "POST /sharing": {
    from: "admin",
    body: () => ({ url: "https://other.example/hsds", name: "Other" }),
    shown: "a subscription is looked at before it is kept, and only an address of the open web is asked",
  },
  "POST /sharing/:id": {
    from: "admin",
    body: () => ({ paused: true }),
    shown:
      "when it cannot be reached, or sends half a list, nothing is taken away and the reason stands with it",
  },
  "DELETE /sharing/:id": { from: "admin", shown: "ending it leaves what came, with its source" },
  "POST /sharing/:id/refresh": {
    from: "publisher",
    shown: "takes the areas that were asked for, with where it came from, and nothing that is kept back",
  },
  "POST /sharing/versions/:id": {
    from: "publisher",
    body: () => ({ take: [] }),
    shown:
      "what a person changed here is not written over: both versions are shown, and chosen field by field",
  },
  "POST /governance/listings/:id/do-not-list": {
    from: "publisher",
    body: () => ({ on: true, reason: "x" }),
    shown: "a listing goes at once and stays away; an admin alone takes it off again",
  },
  "POST /governance/listings/:id/erase": {
    from: "admin",
    body: () => ({ reason: "x" }),
    shown: "is kept for three years, leaves a tombstone and its history, and an import holds it",
  },
  "POST /governance/listings/:id/appeals": {
    from: "editor",
    body: () => ({ byRole: "x", what: "y" }),
    shown: "is answered by a day, by somebody else than who decided, once",
  },
  "POST /governance/appeals/:id": {
    from: "publisher",
    body: () => ({ outcome: "upheld", answer: "x" }),
    shown: "is answered by a day, by somebody else than who decided, once",
  },
  "POST /governance/listings/:id/evidence": {
    form: true,
    from: "editor",
    shown:
      "a paper is kept for those who edit the listing, saved and never shown, and deleted with an audit row",
  },
  "DELETE /governance/listings/:id/evidence/:paper": {
    from: "editor",
    shown:
      "a paper is kept for those who edit the listing, saved and never shown, and deleted with an audit row",
  },
  "POST /governance/organizations/:id/consent": {
    from: "editor",
    body: () => CHECKED.consent,
    shown: "nothing is published from the office without it, and it is asked once for all of an organisation",
  },
  "POST /governance/organizations/:id/consent/withdraw": {
    from: "publisher",
    body: () => CHECKED.consent,
    shown: "taken back, everything of it goes at once, and nothing comes back before it agrees again",
  },
  "POST /governance/merge": {
    from: "publisher",
    body: ({ listing }) => ({ keep: listing, away: "other", take: [] }),
    shown:
      "takes over what was chosen with its history, archives the other, and its code leads to the one that stays",
  },
  "POST /governance/distinct": {
    from: "publisher",
    body: ({ listing }) => ({ a: listing, b: "other", reason: "x" }),
    shown: "are not shown again once somebody said how they differ, and are when the word is taken back",
  },
  "DELETE /governance/distinct": {
    from: "publisher",
    body: ({ listing }) => ({ a: listing, b: "other" }),
    shown: "are not shown again once somebody said how they differ, and are when the word is taken back",
  },
};

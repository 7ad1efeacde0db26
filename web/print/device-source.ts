/**
 * What an edition is made from, out of what the device holds. Fetched are lists and words alone, by area and language
 * as for the screen, each at most once a visit: nothing of the form, the paper or a shortlist can be seen in it.
 */
import type { Need } from "#db/vocabulary.ts";
import type { EditionWishes } from "#server/contract/edition.ts";
import type { ListingView } from "#server/contract/listing-view.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublicSettings } from "#server/contract/settings.ts";
import type { EditionSource } from "#server/edition/make-edition.ts";
import { loadServiceNames } from "#web/i18n/load-service-names.ts";
import { loadAllWords } from "#web/i18n/load.ts";
import { loadMapFiles } from "#web/map/map-files.ts";
import { areasIn, type ReadIndex } from "#web/models/bundle-index.ts";
import type { Fetch } from "#web/models/fetch-part.ts";
import { type AreaList, loadArea } from "#web/models/load-area.ts";
import { countryName } from "#web/words/place.ts";
import { fromViews } from "./from-views.ts";
import { createWording } from "./wording.ts";

/** What somebody wishes to print. */
export interface OwnOrder {
  readonly wishes: EditionWishes;
  /** ISO 3166-2 or 3166-1; the first gives the emergency numbers and the map. */
  readonly areas: readonly [string, ...string[]];
  /** One or two interface languages, the main one first. */
  readonly languages: readonly [string] | readonly [string, string];
  /** The second place of a referral sheet. */
  readonly later: string | null;
  /** Short codes; null: all listings. */
  readonly shortlist: readonly string[] | null;
  /** Short codes of places for relatives, on a referral sheet. */
  readonly relatives: readonly string[];
  /** Needs that a referral sheet is about; left out: all. */
  readonly needs?: readonly Need[];
}

/** What reading needs from outside. */
export interface DeviceHands {
  readonly readIndex: ReadIndex;
  readonly fetch: Fetch;
  readonly settings: PublicSettings;
  /** Our own address, for QR codes. */
  readonly site: string;
  /** A list that the screen has already; null: it is fetched. */
  readonly known: (area: string, lang: string) => AreaList | null;
  /** ISO date of printing. */
  readonly today: () => string;
}

/** Reads sources for a visit. Rejects when a list or its words do not come. */
export type ReadDeviceSource = (order: OwnOrder, signal: AbortSignal) => Promise<EditionSource>;

/** A reader that fetches each list at most once. */
export function createDeviceSource(hands: DeviceHands): ReadDeviceSource {
  const lists = new Map<string, Promise<AreaList>>();
  // A list goes on loading when what asked for it is cancelled: the next one asks for the same.
  const signal = new AbortController().signal;
  const list = (area: string, lang: string): Promise<AreaList> => {
    const shown = hands.known(area, lang);
    if (shown !== null) return Promise.resolve(shown);
    const key = `${area} ${lang}`;
    const known = lists.get(key);
    if (known !== undefined) return known;
    const coming = loadArea(area, lang, { readIndex: hands.readIndex, fetch: hands.fetch, signal });
    lists.set(key, coming);
    coming.catch(() => lists.delete(key));
    return coming;
  };

  return async (order, stop) => {
    const { languages, areas, later, shortlist, relatives, wishes } = order;
    const read = async (wanted: readonly string[]) =>
      together(
        await Promise.all(languages.map((lang) => Promise.all(wanted.map((area) => list(area, lang))))),
      );
    const [wordings, here, there, map] = await Promise.all([
      Promise.all(languages.map((lang) => readWording(hands, lang))),
      read(areas),
      later === null ? null : read([later]),
      loadMapFiles(areas[0].slice(0, 2)).then(
        ({ base }) => base,
        () => null,
      ),
    ]);
    stop.throwIfAborted();
    const [main, ...second] = wordings;
    if (main === undefined) throw new Error("An edition is in one or two languages");
    return {
      wishes,
      wordings: [main, ...second],
      listings: here.listings,
      settings: hands.settings,
      areas,
      version: here.version,
      printedOn: hands.today(),
      site: hands.site,
      map,
      since: null,
      later: later === null || there === null ? null : { area: later, listings: there.listings },
      shortlist,
      relatives,
      ...(order.needs === undefined ? {} : { needs: order.needs }),
    };
  };
}

async function readWording({ readIndex, today }: DeviceHands, lang: string) {
  const [words, services, index] = await Promise.all([
    loadAllWords(lang),
    loadServiceNames(lang),
    readIndex(lang),
  ]);
  const names = new Map(areasIn(index, lang).map(({ code, name }) => [code, name]));
  return createWording({
    words,
    services,
    areaName: (code) => {
      const known = names.get(code);
      if (known !== undefined) return known;
      const country = countryName(words, code);
      return country === null ? null : { text: country, lang };
    },
    today: today(),
  });
}

/** The same listings in each language put together; one that is missing in a list is left out of all. */
function together(byLanguage: readonly (readonly AreaList[])[]): {
  readonly version: string;
  readonly listings: readonly PublishedListing[];
} {
  const views = byLanguage.map(
    (lists) =>
      new Map(
        lists.flatMap(({ facts, cards, texts }) =>
          facts.map((fact): [string, ListingView] => [
            fact.code,
            { facts: fact, card: cards.get(fact.code) ?? null, detail: texts?.get(fact.code) ?? null },
          ]),
        ),
      ),
  );
  const [main] = views;
  const listings = [...(main?.keys() ?? [])].flatMap((code) => {
    const all = views.flatMap((own) => own.get(code) ?? []);
    return all.length < views.length ? [] : (fromViews(all) ?? []);
  });
  return { version: byLanguage[0]?.[0]?.version ?? "", listings };
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { TEXT_PAGES } from "#db/vocabulary.ts";
import type { AreaView } from "#server/contract/listing-view.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import type { PublicSettings } from "#server/contract/settings.ts";
import type { OutgoingMessage } from "#web/models/send-message.ts";
import type { Answering } from "#web/words/answering.ts";
import type { Words } from "#web/i18n/words.ts";
import { countryName } from "#web/words/place.ts";

/** What can be on the screen. With JavaScript this is state in memory, without it each is a page. */
export const SCREENS = [
  "home",
  "place",
  "results",
  "sheet",
  "emergency",
  "safe",
  "languages",
  "guide",
  "suggest",
  "keep",
  "kept",
  "children",
  "helper",
  "handed",
  ...TEXT_PAGES,
] as const;
export type Screen = (typeof SCREENS)[number];

/** What every component may need to know. */
export interface Site {
  readonly words: Words;
  /** English, while nobody has checked the reader's language; null or absent: its words stand alone. */
  readonly english?: Words | null;
  readonly settings: PublicSettings;
  /** ISO 3166-1 of the place that was chosen, or that the page is about; null: none. */
  readonly country: string | null;
  /** Sentences on a listing; null while their words are on the way. */
  readonly answering: Answering | null;
  /** The areas of the list, named in the reader's language. */
  readonly areas: readonly AreaView[];
  /** Interface languages that have words, in the order of the settings. */
  readonly languages: readonly string[];
  /** Which screen stands here: marks the current entry of the menu. */
  readonly screen: Screen | null;
  /** The address of what is on the screen, in another language. */
  readonly here: (lang: string) => string;
  /** The moment for opening hours; null on the server, which has no clock of the reader. */
  readonly now: () => Date | null;
  /** Words of the language that is spoken where a listing is, to show there; null where there are none. */
  readonly local: (facts: ListingFacts) => Words | null;
  /** The same for the place that was chosen. */
  readonly localWords: Words | null;
  /** Goes back to the screen before; null where there is no script. */
  readonly back: (() => void) | null;
  /** Changes the screen in memory; null where there is no script, and links are followed. */
  readonly go: ((screen: Screen) => void) | null;
  /** Whether only help open to everyone is wished: then nothing names the other kind. */
  readonly generalOnly: boolean;
  /** The signed word that forms carry; null in the app, which posts no form, and on pages without one. */
  readonly formToken: string | null;
  /** Sends a message to those who run the list; null where there is no script, and forms do it. */
  readonly send: ((message: OutgoingMessage) => Promise<boolean>) | null;
  /** Leaves a message in the copy until there is internet, once the person agreed; null: there is no copy. */
  readonly sendLater: ((message: OutgoingMessage) => Promise<void>) | null;
  /** Changes the language in memory; null where there is no script. */
  readonly speak: ((lang: string) => void) | null;
  /** Inside the back office: there is nothing to leave quickly, and reports come from the public page. */
  readonly office?: boolean;
}

export const SiteContext = createContext<Site | null>(null);

/** The site around a component. Throws outside of one, which is a mistake in the code. */
export function useSite(): Site {
  const site = useContext(SiteContext);
  if (site === null) throw new Error("A component stands outside of the site");
  return site;
}

/** The name of an area: as the list names it, else a country's own name, else null. */
export function areaNameIn({ areas, words }: Pick<Site, "areas" | "words">, code: string): string | null {
  return areas.find((area) => area.code === code)?.name.text ?? countryName(words, code);
}

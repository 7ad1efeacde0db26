/**
 * What a new directory says until its people write their own: for every country, in general words. No one has
 * checked them for a country, and pages say so.
 */
import { EVERYWHERE, TEXT_PAGES } from "../../vocabulary.ts";
import type { TextRecord } from "#server/contract/public-text.ts";
import { EN } from "./en/index.ts";
import type { SeedTexts } from "./seed-text.ts";
import { TH } from "./th/index.ts";

const BY_LANGUAGE: Readonly<Record<string, SeedTexts>> = { en: EN, th: TH };

/** The day on which they were written. */
const DATE = "2026-11-21";

const OWN_WORDS: TextRecord["source"] = { name: "Waymark, default text", url: null };

/** Where a text rests on something that anyone can read. */
const SOURCES: Partial<Record<(typeof TEXT_PAGES)[number], TextRecord["source"]>> = {
  "what-happened": {
    name: "United Nations, Trafficking in Persons Protocol (2000), article 3",
    url: "https://www.ohchr.org/en/instruments-mechanisms/instruments/protocol-prevent-suppress-and-punish-trafficking-persons",
  },
};

/** Every default text, as it goes into an empty catalogue. */
export const TEXTS: readonly TextRecord[] = Object.entries(BY_LANGUAGE).flatMap(([language, texts]) =>
  TEXT_PAGES.map((page) => ({
    page,
    country: EVERYWHERE,
    language,
    title: texts[page].title,
    body: texts[page].body.trim(),
    checked: false,
    date: DATE,
    source: SOURCES[page] ?? OWN_WORDS,
    state: "published",
  })),
);

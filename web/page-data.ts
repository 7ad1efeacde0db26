import type { BundlePart } from "#server/contract/bundle.ts";
import type { AreaView } from "#server/contract/listing-view.ts";
import type { PublicSettings } from "#server/contract/settings.ts";

/** What the page hands to the app, as a block of JSON: the same for everybody who opens the page. */
export interface PageData {
  readonly lang: string;
  readonly languages: readonly string[];
  readonly settings: PublicSettings;
  readonly areas: readonly AreaView[];
  readonly version: string;
  /** Where the pages of words are, a part a language. */
  readonly texts?: readonly BundlePart[];
}

/** An area as a row, since there are hundreds: code, name, listings, latitude, longitude, and the name's language when it is not the page's. */
type AreaRow = readonly [
  code: string,
  name: string,
  listings: number,
  lat: number,
  lon: number,
  lang?: string,
];

interface DataBlock extends Omit<PageData, "areas"> {
  readonly areas: readonly AreaRow[];
}

export const PAGE_DATA_ID = "page";

/** Two decimals: a kilometre, which is enough for the middle of an area. */
const round = (degrees: number) => Math.round(degrees * 100) / 100;

function toRow({ code, name, listings, point }: AreaView, lang: string): AreaRow {
  const row = [code, name.text, listings, round(point[0]), round(point[1])] as const;
  return name.lang === lang ? row : [...row, name.lang];
}

function fromRow([code, text, listings, lat, lon, nameLang]: AreaRow, lang: string): AreaView {
  return {
    code,
    country: code.slice(0, 2),
    name: { text, lang: nameLang ?? lang },
    listings,
    point: [lat, lon],
  };
}

/** JSON that may stand in a script element: no `<` that could end it. */
export function toDataBlock(data: PageData): string {
  const block: DataBlock = { ...data, areas: data.areas.map((area) => toRow(area, data.lang)) };
  return JSON.stringify(block).replace(/</gu, "\\u003c");
}

/** Reads a block back. */
export function fromDataBlock(text: string): PageData {
  const block = JSON.parse(text) as DataBlock;
  return { ...block, areas: block.areas.map((row) => fromRow(row, block.lang)) };
}

/** The block of this page; null on pages that have none. */
export function readPageData(document: Document): PageData | null {
  const text = document.getElementById(PAGE_DATA_ID)?.textContent;
  return text ? fromDataBlock(text) : null;
}

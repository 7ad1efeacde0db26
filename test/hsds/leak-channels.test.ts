import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Every way by which a confidential place has been known to get out of HSDS (standards B.5), and where it is looked for. */
const CHANNELS: Readonly<Record<string, readonly [file: string, title: string]>> = {
  "list, full and nested JSON, ndjson, organizations with full_service, metadata.previous_value": [
    "hsds/leaks",
    "has no address, name, town, postcode or coordinates in any answer, and the check is not blind",
  ],
  "CSV, tabular data package, GeoJSON, XLSX": [
    "exchange-out/formats",
    "is in none of the formats: no street, town, postcode, coordinates or website",
  ],
  "bundles, pages, JSON, every row of the published store": [
    "non-interference",
    "does not move a byte of what is public: no row, no bundle, no page, no answer",
  ],
  "files, prints, number of database reads": [
    "privacy/pairs",
    "have the same rows, files of every format, prints and number of database reads",
  ],
  "the search: words of the address": ["hsds/leaks", "cannot be found by words of its address"],
  "distance, order, a radius as an oracle": [
    "hsds/leaks",
    "cannot be found by distance: no radius answers it, and its own postcode is not known",
  ],
  "distance and order on the device": [
    "domain/match",
    "a place kept private has none, and is asked about where it serves the area",
  ],
  "marker, bounds and first view of the map": [
    "web/map/private-places",
    "an area-only address stays at its area's fixed point wherever it is there",
  ],
  "text layer of a PDF": [
    "edition/pdf",
    "the file says nothing of what it is for, and no page holds a private word",
  ],
  "entity tags and dates of change": ["hsds/leaks", "moves no answer and no tag"],
  "an earlier version, after a place becomes confidential": [
    "hsds/leaks",
    "is gone from every answer, without a word of what it was; the tag moves and the date tells of a change",
  ],
  "every later version": [
    "privacy/pairs",
    "is in no public output of any later version: no row, part, answer, file, print or name of what is gone",
  ],
  "copies on devices": [
    "browser/keeping",
    "is renewed before it is shown when there is internet, and what was taken away goes first",
  ],
  "plus codes, links to maps and words for places in free text": [
    "publication/publishable",
    "a text with a plus code",
  ],
  "error messages": ["routes/every-answer", "repeats nothing of what was sent, wherever it was put"],
  "another directory's copy": [
    "sharing/two-directories",
    "what is taken away there is taken away here, also where it was changed here",
  ],
};

describe("each channel by which a confidential place could get out", () => {
  for (const [channel, [file, title]] of Object.entries(CHANNELS))
    test(`is looked at: ${channel}`, () => {
      expect(readFileSync(`test/${file}.test.ts`, "utf8")).toContain(title);
    });
});

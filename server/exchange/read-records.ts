/** The one door into the importers: files in, catalogue records and a report out. Nothing is written here. */
import taxonomy from "#db/seed/taxonomy.json" with { type: "json" };
import { decodeText } from "./decode-text.ts";
import { kindOfJson } from "./detect-format.ts";
import { parseJson, type Json } from "./json.ts";
import { readJordan } from "./jordan/read-jordan.ts";
import { readPhrases } from "./jordan/texts.ts";
import { parseCsv } from "./csv.ts";
import { addFlatListing } from "./listing-table/flat-listing.ts";
import { readListingGeojson } from "./listing-table/read-geojson.ts";
import { isListingTable, readListingTable } from "./listing-table/read-table.ts";
import { type OpenTable, openTables } from "./mapping/open-tables.ts";
import { readHsdsJson } from "./hsds/from-json.ts";
import { readHsds } from "./hsds/read-hsds.ts";
import { TableSet } from "./hsds/table-set.ts";
import { addCsvTables } from "./csv-tables.ts";
import { addMapped } from "./mapping/read-mapped.ts";
import { ProblemList } from "./problem-list.ts";
import {
  AREA_WAYS,
  type AreaWay,
  type Draft,
  type ReadOptions,
  type ReadResult,
  type SourceFile,
} from "./read-result.ts";
import { heldServices, validateRecords } from "./validate-records.ts";

const OWN_CODES: ReadonlySet<string> = new Set(taxonomy.services.map((service) => service.code));

/**
 * Reads one set of files: a single file, or everything in a folder. Pure: the same files give the same records,
 * byte for byte. While `problems` holds an error, none of it may be written (interface: `import`).
 */
export function readRecords(files: readonly SourceFile[], options: ReadOptions): ReadResult {
  const problems = new ProblemList();
  const draft = readDraft(files, options, problems);
  const organizations = validateRecords(draft.organizations, draft.origins, problems);
  const codes: Record<string, number> = {};
  for (const { code } of problems.all.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
    codes[code] = (codes[code] ?? 0) + 1;
  const level = (name: string): number => problems.all.filter((problem) => problem.level === name).length;
  return {
    source: draft.source,
    organizations,
    problems: problems.all,
    fictional: draft.fictional ?? [],
    counts: {
      organizations: organizations.length,
      locations: organizations.reduce((sum, record) => sum + record.locations.length, 0),
      services: organizations.reduce((sum, record) => sum + record.services.length, 0),
      held: heldServices(organizations).length,
      problems: { error: level("error"), held: level("held"), note: level("note") },
      codes,
      areas: draft.areas,
    },
  };
}

type CountedDraft = Draft & { areas: Record<AreaWay, number> };

function readDraft(files: readonly SourceFile[], options: ReadOptions, problems: ProblemList): CountedDraft {
  const nothing = (message: string): CountedDraft => {
    problems.add("error", "format", { file: files[0]?.name ?? "" }, message);
    return { source: "", organizations: [], origins: new Map(), areas: noAreas() };
  };
  // Names decide the order, so that a folder read in another order gives the same records.
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const isCsv = ["csv", "hsds-csv", "xlsx"].includes(options.format);
  const jsonFiles = isCsv ? [] : sorted.filter((file) => /\.(?:geo)?json$/iu.test(file.name));
  const csvFiles =
    options.format === "auto" || isCsv ? sorted.filter((file) => /\.csv$/iu.test(file.name)) : [];
  if (jsonFiles.length + csvFiles.length === 0) return nothing("There is no file of this format here.");

  const { mapping } = options;
  if (mapping !== undefined) {
    const mapped = new TableSet(problems);
    addMapped(csvFiles, mapping, mapped, problems);
    const own = {
      ...options,
      source: mapping.source,
      country: mapping.country ?? options.country,
      defaultScope: mapping.scope ?? options.defaultScope,
    };
    return readHsds(mapped, mapping.dates, OWN_CODES, own, problems);
  }

  const documents = jsonFiles.flatMap((file): { file: string; value: Json }[] => {
    const text = decodeText(file, problems);
    const value = text === null ? undefined : parseJson(text, file.name, problems);
    return value === undefined ? [] : [{ file: file.name, value }];
  });
  const ofKind = (kind: string): typeof documents =>
    documents.filter(({ value }) => kindOfJson(value) === kind);

  const jordan = ofKind("unhcr-jordan");
  const hsds = ofKind("hsds");
  if (jordan.length > 0 && options.format !== "hsds-json") {
    for (const { file } of documents.filter((item) => !jordan.includes(item))) {
      problems.add(
        "note",
        "file-ignored",
        { file },
        "This file holds no records of this set; it is not taken in.",
      );
    }
    const table = sorted.find((file) => /(?:^|\/)data\.csv$/iu.test(file.name));
    const phrases = table ? (decodeText(table, problems) ?? "") : "";
    const lists = jordan.map(({ file, value }) => ({ file, items: Array.isArray(value) ? value : [] }));
    return readJordan({ lists, phrases: readPhrases(phrases), date: sourceDate(files) }, options, problems);
  }

  const flat = [
    ...listingTables(csvFiles, problems).flatMap(readListingTable),
    ...ofKind("listings-geojson").flatMap(({ file, value }) => readListingGeojson(value, file)),
  ];
  if (flat.length > 0) {
    const listings = new TableSet(problems);
    for (const listing of flat) addFlatListing(listing, listings, problems);
    return readHsds(
      listings,
      "unknown",
      OWN_CODES,
      { ...options, source: options.source ?? "listings" },
      problems,
    );
  }

  const tables = new TableSet(problems);
  for (const { file, value } of hsds) readHsdsJson(value, file, tables, problems);
  for (const { file } of documents.filter((item) => !hsds.includes(item))) {
    problems.add(
      "note",
      "file-ignored",
      { file },
      "This file holds no records that are known; it is not taken in.",
    );
  }
  const dialect = addCsvTables(csvFiles, tables, hsds.length > 0, problems);
  const hasError = problems.all.some((problem) => problem.level === "error");
  if (hsds.length === 0 && dialect === undefined && !hasError) {
    return nothing("No records of a known kind were found in these files.");
  }
  return readHsds(tables, dialect === "ohana" ? "month-first" : "unknown", OWN_CODES, options, problems);
}

/** Tables among the files that a directory like this one exported. */
function listingTables(files: readonly SourceFile[], problems: ProblemList): readonly OpenTable[] {
  // Looked at first, and opened for good only when they are: what is wrong with a table is told once.
  const ours = files.filter((file) => {
    const start = new TextDecoder().decode(file.bytes.subarray(0, 8000)).replace(/^\uFEFF/u, "");
    const [header] = parseCsv(start.split(/\r\n|\r|\n/u, 1)[0] ?? "").rows;
    return isListingTable(header?.cells ?? []);
  });
  return openTables(ours, problems);
}

/** The date in brackets that a SOURCE.txt beside the files gives to its commit, such as `(2015-03-22)`. */
function sourceDate(files: readonly SourceFile[]): string | undefined {
  const source = files.find((file) => /(?:^|\/)SOURCE\.txt$/u.test(file.name));
  return source ? /\((\d{4}-\d{2}-\d{2})\)/u.exec(new TextDecoder().decode(source.bytes))?.[1] : undefined;
}

function noAreas(): Record<AreaWay, number> {
  return Object.fromEntries(AREA_WAYS.map((way) => [way, 0])) as Record<AreaWay, number>;
}

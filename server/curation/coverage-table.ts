import { listing as listingTable } from "#db/schema/published/index.ts";
import { knownGap } from "#db/schema/catalogue/index.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { Published } from "#db/stores.ts";
import type { CoverageView } from "#server/contract/curate/desk.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { Settings } from "#server/contract/settings.ts";
import { renameAreas } from "#server/domain/area-names.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import {
  coverage,
  type CoverageCell,
  COVERAGE_GROUPS,
  type CoverageGroup,
  type Covering,
} from "#server/domain/coverage.ts";
import { missingProviderTypes, overlaps } from "#server/domain/overlaps.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { readSettings } from "#server/publication/settings.ts";
import { readTaxonomy } from "#server/publication/taxonomy.ts";
import { type Context, requireEditor } from "./context.ts";
import { curatorNames } from "./curator-names.ts";

interface Asked {
  readonly group: string;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  /** One area, for every group side by side. */
  readonly area?: string | undefined;
}

const GROUPS = Object.keys(COVERAGE_GROUPS) as CoverageGroup[];
const isGroup = (text: string): text is CoverageGroup => Object.hasOwn(COVERAGE_GROUPS, text);

/** How many languages stand beside the groups: those that most listings speak. */
const MOST_LANGUAGES = 4;

/**
 * What is missing, for whom, over what is public: need × area for one group, or, where an area is named, need ×
 * group for that area with the languages that are spoken most. With it the kinds of provider that an area lacks,
 * what several organisations do in one area, and where somebody looked and found none. Throws `forbidden`,
 * `bad_request` for a group or an area that there is not.
 */
export async function coverageTable(
  context: Context,
  published: Published,
  areas: AreaIndex,
  asked: Asked,
): Promise<CoverageView> {
  requireEditor(context);
  const { group, language = null } = asked;
  if (!isGroup(group))
    throw new DirectoryError("bad_request", "There is no such group.", { group: "is not valid" });
  if (asked.area !== undefined && !areas.isKnown(asked.area))
    throw new DirectoryError("bad_request", "There is no such area.", { area: "is not valid" });
  const settings = await readSettings(context.catalogue);
  const rows = (await published.select().from(listingTable)).map(({ body }) => body);
  const covering = rows.map(({ facts, organization }) => ({ facts, organizationId: organization.id }));
  const named = renameAreas(areas, settings.areaNames);
  const columns = columnsOf(rows, named, settings, asked);
  const codes = columns.map(({ code }) => code);
  const across = asked.area === undefined ? null : groupsOf(covering, asked.area);
  const cells =
    across === null
      ? coverage(covering, codes, group, language).map((cell) => ({ ...cell, column: cell.area }))
      : across.flatMap((one) =>
          coverage(covering, codes, one.group, one.language).map((cell) => ({ ...cell, column: one.code })),
        );
  const { places } = await readTaxonomy(context.catalogue);
  const twice = overlaps(covering, codes, (service) => places.get(service)?.need ?? null);
  const used = new Set([
    ...cells.flatMap(({ fits, ask }) => [...fits, ...ask]),
    ...twice.flatMap(({ listings }) => listings),
  ]);
  const names = await curatorNames(context.catalogue);
  return {
    areas: columns,
    columns: across === null ? columns : across.map(({ code }) => ({ code, name: code })),
    cells,
    names: Object.fromEntries(
      rows
        .filter(({ facts }) => used.has(facts.code))
        .map(({ id, facts, name }) => [facts.code, { id, name: phrase(name, "en")?.text ?? facts.code }]),
    ),
    missingTypes: columns.map(({ code }) => ({ area: code, types: missingProviderTypes(covering, code) })),
    overlaps: twice,
    noneKnown: (await context.catalogue.select().from(knownGap))
      .filter(({ area }) => codes.includes(area))
      .map(({ area, need, scope, saidOn, saidBy }) => ({ area, need, scope, on: saidOn, by: names(saidBy) })),
  };
}

/** The one area that is named; else those of the settings, or those with a listing, of the country. */
function columnsOf(
  rows: readonly PublishedListing[],
  areas: AreaIndex,
  settings: Settings,
  { area, country = settings.countries[0] ?? "TH" }: Asked,
): CoverageView["areas"] {
  const name = (code: string) => ({ code, name: areas.name(code, ["en"]) });
  if (area !== undefined) return [name(area)];
  const served = new Set(rows.flatMap(({ facts }) => facts.areas));
  const wanted = (code: string) => served.has(code) || settings.areas.includes(code);
  const inside = areas.all().filter(({ code }) => code.startsWith(`${country}-`) && wanted(code));
  return (inside.length === 0 ? [{ code: country }] : inside).map(({ code }) => name(code));
}

interface Column {
  /** `men`, or `language:my`. */
  readonly code: string;
  readonly group: CoverageGroup;
  readonly language: string | null;
}

/** Every group, and the languages that most listings of the area speak. */
function groupsOf(listings: readonly Covering[], area: string): readonly Column[] {
  const spoken = new Map<string, number>();
  for (const { facts } of listings) {
    if (!facts.areas.some((code) => code === area || code === area.slice(0, 2) || code === "001")) continue;
    for (const code of new Set(facts.languages.map((one) => one.code)))
      spoken.set(code, (spoken.get(code) ?? 0) + 1);
  }
  const languages = [...spoken]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_LANGUAGES)
    .map(([code]) => code);
  return [
    ...GROUPS.map((group) => ({ code: group, group, language: null })),
    ...languages.map((code) => ({ code: `language:${code}`, group: "everyone" as const, language: code })),
  ];
}

/** A table as CSV: a line a cell. Codes and numbers alone, so that no spreadsheet takes one for a formula. */
export function coverageCsv({ cells }: CoverageView): string {
  const lines = cells.map(({ need, area, column, scope, fits, ask, providers }) =>
    [need, area, ...(column === area ? [] : [column]), scope, fits.length, ask.length, providers].join(","),
  );
  const across = cells.some(({ column, area }) => column !== area);
  return `${[`need,area,${across ? "group," : ""}scope,fits,to_ask,providers`, ...lines].join("\r\n")}\r\n`;
}

/**
 * All of it as CSV: every area of a country by every group, so that a report needs one file (R79). Throws
 * `forbidden`.
 */
export async function coverageReport(
  context: Context,
  published: Published,
  areas: AreaIndex,
  country: string | undefined,
): Promise<string> {
  requireEditor(context);
  const settings = await readSettings(context.catalogue);
  const rows = (await published.select().from(listingTable)).map(({ body }) => body);
  const covering = rows.map(({ facts, organization }) => ({ facts, organizationId: organization.id }));
  const codes = columnsOf(rows, areas, settings, { group: "everyone", country }).map(({ code }) => code);
  const line = (group: string, { need, area, scope, fits, ask, providers }: CoverageCell) =>
    [need, area, group, scope, fits.length, ask.length, providers].join(",");
  const lines = GROUPS.flatMap((group) =>
    coverage(covering, codes, group, null).map((cell) => line(group, cell)),
  );
  return `${["need,area,group,scope,fits,to_ask,providers", ...lines].join("\r\n")}\r\n`;
}

import { listing as listingTable } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { CoverageView } from "#server/contract/curate/desk.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { coverage, COVERAGE_GROUPS, type CoverageGroup } from "#server/domain/coverage.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { readSettings } from "#server/publication/settings.ts";
import { type Context, requireEditor } from "./context.ts";

interface Asked {
  readonly group: string;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
}

const isGroup = (text: string): text is CoverageGroup => Object.hasOwn(COVERAGE_GROUPS, text);

/** Need × area × scope for a group, over what is public. Throws `bad_request` for a group that there is not. */
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
  const settings = await readSettings(context.catalogue);
  const country = asked.country ?? settings.countries[0] ?? "TH";
  const rows = (await published.select().from(listingTable)).map(({ body }) => body);
  const served = new Set(rows.flatMap(({ facts }) => facts.areas));
  const inCountry = areas.all().filter(({ code }) => code.startsWith(`${country}-`) && served.has(code));
  const columns = inCountry.length === 0 ? areas.all().filter(({ code }) => code === country) : inCountry;
  const cells = coverage(
    rows.map(({ facts, organization }) => ({ facts, organizationId: organization.id })),
    columns.map(({ code }) => code),
    group,
    language,
  );
  const used = new Set(cells.flatMap(({ fits, ask }) => [...fits, ...ask]));
  return {
    areas: columns.map(({ code }) => ({ code, name: areas.name(code, ["en"]) })),
    cells,
    names: Object.fromEntries(
      rows
        .filter(({ facts }) => used.has(facts.code))
        .map(({ id, facts, name }) => [facts.code, { id, name: phrase(name, "en")?.text ?? facts.code }]),
    ),
  };
}

/** The same as CSV: a line a cell. Codes and numbers alone, so that no spreadsheet takes one for a formula. */
export function coverageCsv({ cells }: CoverageView): string {
  const lines = cells.map(({ need, area, scope, fits, ask, providers }) =>
    [need, area, scope, fits.length, ask.length, providers].join(","),
  );
  return `${["need,area,scope,fits,to_ask,providers", ...lines].join("\r\n")}\r\n`;
}

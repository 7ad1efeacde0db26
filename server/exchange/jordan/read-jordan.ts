/** The UNHCR Jordan set of 2015: English and Arabic twins to catalogue records. */
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { AreaSearch } from "../find-area.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import type { AreaWay, Draft, ReadOptions, Where } from "../read-result.ts";
import { isObject, type Json } from "../json.ts";
import { isArabic, readActivities, type Activity } from "./activity.ts";
import { partnerType } from "./partners.ts";
import { readLocation } from "./read-location.ts";
import { readService } from "./read-service.ts";
import { nameOf, type Phrases } from "./texts.ts";
import { pairTwins, type Twin } from "./twins.ts";

/** One name for the set, whatever folder it lies in: record ids are made from it. */
export const JORDAN_SOURCE = "unhcr-jordan-2015";

export interface JordanFiles {
  /** The arrays of entries with the file that each came from. */
  lists: { file: string; items: Json[] }[];
  phrases: Phrases;
  /** Date of the set, when its SOURCE.txt was among the files. */
  date?: string | undefined;
}

/** Everything in the set as drafts of records, and how the area of each was found. */
export function readJordan(
  files: JordanFiles,
  options: ReadOptions,
  problems: ProblemList,
): Draft & { areas: Record<AreaWay, number> } {
  const english: Activity[] = [];
  const arabic: Activity[] = [];
  for (const { file, items } of files.lists) {
    const list = isArabic(items.filter(isObject)) ? arabic : english;
    list.push(...readActivities(items, file, problems));
  }
  if (arabic.length === 0) {
    const file = files.lists[0]?.file ?? "";
    problems.add(
      "note",
      "no-twin",
      { file },
      "There is no Arabic file; answers could not be compared across languages.",
    );
  }
  const twins = pairTwins(english, arabic, problems);
  const origins = new Map<string, Where>();
  const search = new AreaSearch(options.areas);
  const organizations = new Map<string, Twin[]>();
  for (const twin of twins) {
    const partner = twin.en.partnerName;
    organizations.set(partner, [...(organizations.get(partner) ?? []), twin]);
    origins.set(twin.sourceId, twin.en.where);
  }
  const records = [...organizations].map(([partner, own]): OrganizationInput => {
    const sourceId = `partner/${partner}`;
    const first = own[0];
    if (first) origins.set(sourceId, first.en.where);
    const locations = new Map<string, NonNullable<OrganizationInput["locations"]>[number]>();
    const services = own.map((twin) => {
      const place = readLocation(twin, partner, files.phrases, search, options, problems);
      if (!locations.has(place.location.sourceId)) locations.set(place.location.sourceId, place.location);
      origins.set(place.location.sourceId, origins.get(place.location.sourceId) ?? twin.en.where);
      return readService({ twin, place, phrases: files.phrases, date: files.date, options, problems });
    });
    const providerType = partnerType(partner);
    return {
      sourceId,
      name: nameOf(partner, first?.ar?.partnerName, files.phrases),
      ...(providerType ? { providerType } : {}),
      locations: [...locations.values()],
      services,
    };
  });
  noteRepeats(twins, problems);
  return { source: options.source ?? JORDAN_SOURCE, organizations: records, origins, areas: search.counts };
}

/** What is true of the whole set is said once, not once an entry. */
function noteRepeats(twins: readonly Twin[], problems: ProblemList): void {
  const [first] = twins;
  if (!first) return;
  problems.add(
    "note",
    "no-contact",
    { file: first.en.where.file },
    "No entry has a telephone number or an address to write to; a person adds one before a listing can be published.",
  );
  const unsure = new Set(
    twins.map((twin) => twin.en.partnerName).filter((name) => partnerType(name) === undefined),
  );
  for (const name of unsure) {
    problems.add(
      "note",
      "provider-unknown",
      { file: first.en.where.file, column: "partnerName" },
      `What kind of provider ${shown(name)} is, is not known here.`,
    );
  }
}

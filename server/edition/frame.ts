/** What every edition has around its pages: title, edition line, emergency box, the record for later errata. */
import type { DangerBox, Edition, EditionRecord, Line } from "#server/contract/edition.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { countryOf } from "#server/domain/area-served.ts";
import { sha256 } from "#server/domain/digest.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { MONTHS_VALID, monthsAfter } from "./dates.ts";
import type { EditionSource, Numbered } from "./source.ts";
import { areaLine, areaNames, each, line, say } from "./speak.ts";

/** A version is long; its first eight signs tell editions apart. */
export function editionName(source: EditionSource): string {
  return source.version.slice(0, 8);
}

/** The site's address as it is said and typed: "help.example.org". */
export const siteInWords = (site: string): string => site.replace(/^https?:\/\//u, "").replace(/\/+$/u, "");

/**
 * "Edition 3f2a91bc · 21 Nov 2026 · help.example.org · key 9YQ4 …", and that all is made up where it is. The address
 * and the fingerprint of the key stand on paper because a copied website cannot be told by looking at itself; they
 * read the same in every language, so the second does not say them again.
 */
export function footLine(source: EditionSource): Line {
  const { wordings, settings, printedOn, site } = source;
  return each(wordings, (wording) =>
    [
      wording.t("print.edition", { version: editionName(source), date: wording.date(printedOn) }),
      ...(site === null || wording !== wordings[0] ? [] : [siteInWords(site)]),
      ...(settings.fingerprint === undefined || wording !== wordings[0]
        ? []
        : [wording.t("print.key", { key: settings.fingerprint.replace(/ /gu, "\u00A0") })]),
      ...(settings.demo ? [wording.t("print.example-booklet")] : []),
    ].join(" · "),
  );
}

/** "English, Thai · printed 21 Nov 2026 · edition 3f2a91bc". */
export function printedLine(source: EditionSource): Line {
  const { wordings, printedOn } = source;
  return say(wordings, "print.line", (wording) => ({
    language: wordings.map(({ lang }) => wording.language(lang)).join(", "),
    date: wording.date(printedOn),
    version: editionName(source),
  }));
}

/** "Check again after 21 Feb 2027". */
export function againLine({ wordings, printedOn }: EditionSource): Line {
  return say(wordings, "print.check-again", (wording) => ({
    date: wording.date(monthsAfter(printedOn, MONTHS_VALID)),
  }));
}

/** "Useful numbers · Chiang Mai": what a cover and the file's title say. */
export function neutralTitle({ wordings, areas }: EditionSource): Line {
  return say(wordings, "print.useful-numbers-in", (wording) => ({ place: areaNames(wording, areas) }));
}

/** Emergency numbers of the area's country; police are one choice among others and do not stand first (R54). */
export function emergencyNumbers({ settings, areas, wordings }: EditionSource) {
  const country = countryOf(areas[0] ?? "");
  return settings.emergency
    .filter((one) => one.country === country)
    .sort((a, b) => Number(a.kind === "police") - Number(b.kind === "police"))
    .map(({ number, label }) => ({
      value: number,
      label: line(wordings.map(({ lang }) => phrase(label, lang) ?? { text: "", lang })),
    }));
}

/** The box for danger, with at most three numbers; null when none is known. */
export function dangerBox(source: EditionSource): DangerBox | null {
  const numbers = emergencyNumbers(source).slice(0, 3);
  return numbers.length === 0 ? null : { title: say(source.wordings, "print.danger"), numbers };
}

/** Who publishes, and that being listed is no promise. */
export function publisherLines({ wordings, settings }: EditionSource): readonly Line[] {
  return [
    say(wordings, "print.no-promise"),
    say(wordings, "print.published-by", ({ lang }) => ({
      name: phrase(settings.runBy, lang)?.text ?? settings.publicName,
    })),
    ...(settings.demo ? [say(wordings, "print.example-booklet")] : []),
  ];
}

/** Of everything that is printed of a listing; the dates of checks alone make no erratum. */
export async function listingDigest(listing: PublishedListing): Promise<string> {
  const { modified: _modified, facts, ...rest } = listing;
  const printed = stableJson({ ...rest, facts: { ...facts, checkedOn: null } });
  return (await sha256(printed)).slice(0, 16);
}

async function recordOf(source: EditionSource, entries: readonly Numbered[]): Promise<EditionRecord> {
  return {
    format: 1,
    edition: editionName(source),
    printedOn: source.printedOn,
    areas: source.areas,
    generalOnly: source.wishes.generalOnly,
    entries: await Promise.all(
      entries.map(async ({ number, listing }) => ({
        number,
        code: listing.facts.code,
        digest: await listingDigest(listing),
      })),
    ),
  };
}

/** An edition around its blocks. */
export async function edition(
  source: EditionSource,
  blocks: Edition["blocks"],
  entries: readonly Numbered[] = [],
): Promise<Edition> {
  const title = neutralTitle(source);
  return {
    wishes: source.wishes,
    title: title[0]?.text ?? "",
    languages: source.wordings.map(({ lang, dir }) => ({ lang, dir })),
    head: areaLine(source.wordings, source.areas),
    foot: footLine(source),
    blocks,
    record: await recordOf(source, entries),
  };
}

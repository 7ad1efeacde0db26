import { asc, inArray } from "drizzle-orm";
import { readDocument } from "#db/published-documents.ts";
import { bundleArea, bundlePart } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import { EVERYWHERE } from "#db/vocabulary.ts";
import type { BundleArea, BundleIndex, BundlePart, PartScope, SignedParts } from "#server/contract/bundle.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublicArea, PublishedState } from "#server/contract/public-records.ts";
import { countryOf } from "#server/domain/area-served.ts";
import { groupBy } from "#server/domain/group-by.ts";

/**
 * The lists of files, made of the rows of the files when they are asked for: publishing one change writes the rows of its
 * own files and no list of all of them.
 */

/** Every area with its files; `lang`: those of one language and those without words. */
export async function getBundleIndex(db: Published, lang: string | null = null): Promise<BundleIndex> {
  const index = await ofOneVersion(db, (state) =>
    state.files === undefined ? readKept(db, lang) : readIndex(db, state, lang),
  );
  return index ?? { version: "none", areas: [] };
}

/** Which files are the directory's, signed. Throws `not_found` for a directory that signs nothing. */
export async function getSigned(db: Published): Promise<SignedParts> {
  const signed = await ofOneVersion(db, async () => {
    const statement = await readDocument<SignedParts>(db, "signed");
    if (statement === null) return null;
    const rows = await db
      .select({ area: bundlePart.area, file: bundlePart.file, sha256: bundlePart.sha256 })
      .from(bundlePart)
      .orderBy(bundlePart.area, bundlePart.file);
    const byArea = groupBy(rows, ({ area }) => area);
    const parts = [...byArea].map(([area, files]) => [
      area,
      Object.fromEntries(files.map(({ file, sha256 }) => [file, sha256])),
    ]);
    return { ...statement, parts: Object.fromEntries(parts) as NonNullable<SignedParts["parts"]> };
  });
  if (signed === null) throw new DirectoryError("not_found", "This directory signs no lists.");
  return signed;
}

/** How often a list is read again that was published anew while it was read. */
const TRIES = 5;

/** What `read` finds while one version stands: no list names files of two. Null: nothing was ever published. */
async function ofOneVersion<T>(
  db: Published,
  read: (state: PublishedState) => Promise<T>,
): Promise<T | null> {
  for (let tried = 0; tried < TRIES; tried++) {
    const before = await readDocument<PublishedState>(db, "state");
    if (before === null) return null;
    const found = await read(before);
    const after = await readDocument<PublishedState>(db, "state");
    if (before.version === after?.version && before.files === after.files) return found;
  }
  throw new DirectoryError("unavailable", "The list changes just now. Load it again.");
}

async function readIndex(
  db: Published,
  { version }: PublishedState,
  lang: string | null,
): Promise<BundleIndex> {
  const lines = await db
    .select({ area: bundleArea.area, listings: bundleArea.listings, scripts: bundleArea.scripts })
    .from(bundleArea);
  const areas = (await readDocument<readonly PublicArea[]>(db, "area-list")) ?? [];
  const texts = (await readDocument<readonly BundlePart[]>(db, "text-parts")) ?? [];
  const { file, area, kind, lang: ofLang, sequence, bytes, sha256 } = bundlePart;
  const rows = await db
    .select({ file, area, kind, lang: ofLang, sequence, bytes, sha256 })
    .from(bundlePart)
    .where(lang === null ? undefined : inArray(ofLang, ["", lang]))
    .orderBy(asc(area), asc(kind), asc(ofLang), asc(sequence));
  return toIndex(version, { lines, areas, files: rows, texts });
}

interface IndexRows {
  readonly lines: readonly Pick<typeof bundleArea.$inferSelect, "area" | "listings" | "scripts">[];
  readonly areas: readonly PublicArea[];
  readonly files: readonly Omit<typeof bundlePart.$inferSelect, "brotli" | "gzip">[];
  readonly texts: readonly BundlePart[];
}

function toIndex(version: string, { lines, areas, files, texts }: IndexRows): BundleIndex {
  const known = new Map(lines.map((line) => [line.area, line]));
  const names = new Map(areas.map((area) => [area.code, area.names]));
  const byArea = groupBy(files, ({ area }) => area);
  const own = (code: string, scope: PartScope): BundlePart[] =>
    (byArea.get(code) ?? []).map(({ file, kind, lang, sequence, bytes, sha256 }) => ({
      kind,
      scope,
      lang: lang === "" ? null : lang,
      url: `/bundles/${file}`,
      bytes,
      sha256,
      sequence,
    }));
  const everywhere = own(EVERYWHERE, "everywhere");
  const served = [...known.keys()].filter((code) => code !== EVERYWHERE);
  const countries = new Map([...new Set(served.map(countryOf))].map((code) => [code, own(code, "country")]));
  const entry = (code: string): BundleArea => {
    const country = countryOf(code);
    const reaching = new Set([code, country, EVERYWHERE]);
    return {
      code,
      names: names.get(code) ?? { en: code },
      listings: known.get(code)?.listings ?? 0,
      scripts: [...new Set([...reaching].flatMap((one) => known.get(one)?.scripts ?? []))].sort(),
      parts: [
        ...(code === country ? [] : own(code, "area")),
        ...(countries.get(country) ?? []),
        ...everywhere,
      ],
    };
  };
  const codes = [...new Set([...served, ...countries.keys()])].sort();
  return { version, areas: codes.map(entry), texts };
}

/** The list of a version of the software that kept it whole; null: there is none. */
async function readKept(db: Published, lang: string | null): Promise<BundleIndex | null> {
  const index = await readDocument<BundleIndex>(db, "bundle-index");
  return index === null || lang === null ? index : narrowed(index, lang);
}

function narrowed(index: BundleIndex, lang: string): BundleIndex {
  const isOf = (part: BundlePart) => part.lang === null || part.lang === lang;
  return {
    ...index,
    areas: index.areas.map((area) => ({ ...area, parts: area.parts.filter(isOf) })),
    texts: (index.texts ?? []).filter(isOf),
  };
}

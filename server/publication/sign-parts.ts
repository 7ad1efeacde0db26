import { eq } from "drizzle-orm";
import { writeDocument } from "#db/published-documents.ts";
import { officeSecret } from "#db/schema/catalogue/index.ts";
import { bundleArea, bundlePart } from "#db/schema/published/index.ts";
import type { CatalogueTx, PublishedTx } from "#db/stores.ts";
import type { SignedParts } from "#server/contract/bundle.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { fingerprintOf, makeSigningKey, publicKeyOf, sign } from "#server/sealing/signed.ts";
import { TEXTS_AREA } from "./texts.ts";
import { digestOf } from "./write-bundles.ts";

/** The key that signs bundles, as the catalogue keeps it, with what everybody may know of it. */
export interface SigningKey {
  readonly secret: string;
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** Null: this directory has no key yet, and its bundles are not signed. */
export async function readSigningKey(catalogue: CatalogueTx): Promise<SigningKey | null> {
  const [row] = await catalogue.select().from(officeSecret).where(eq(officeSecret.id, "signing"));
  if (row === undefined) return null;
  const publicKey = await publicKeyOf(row.value);
  return { secret: row.value, publicKey, fingerprint: await fingerprintOf(publicKey) };
}

/** Makes the key of a directory that has none. It stays: its fingerprint stands on paper. */
export async function ensureSigningKey(catalogue: CatalogueTx): Promise<void> {
  if ((await readSigningKey(catalogue)) !== null) return;
  await catalogue
    .insert(officeSecret)
    .values({ id: "signing", value: await makeSigningKey() })
    .onConflictDoNothing();
}

/**
 * Signs the digests of the files of all areas in one statement, so that any file can be checked with it and without
 * the site. From public content alone: the same files under the same key have the same signature.
 */
export async function signParts(
  tx: PublishedTx,
  key: SigningKey,
  about: { readonly name: string; readonly version: string; readonly areas: AreaDigests },
): Promise<void> {
  const statement = stableJson({ format: "directory-bundles/2", ...about });
  const signed: SignedParts = {
    statement,
    signature: await sign(statement, key.secret),
    key: key.publicKey,
  };
  await writeDocument(tx, "signed", signed);
}

/** Digests of the files of each area, and of those that belong to none. */
export type AreaDigests = Readonly<Record<string, string>>;

/** Reads what a signature is made over: a line an area, however many files there are. */
export async function readDigests(tx: PublishedTx): Promise<AreaDigests> {
  const rows = await tx
    .select({ area: bundleArea.area, digest: bundleArea.digest })
    .from(bundleArea)
    .orderBy(bundleArea.area);
  const areas = rows.map(({ area, digest }) => [area, digest]);
  const [text] = await tx
    .select({ file: bundlePart.file })
    .from(bundlePart)
    .where(eq(bundlePart.area, TEXTS_AREA))
    .limit(1);
  const texts = text === undefined ? [] : [[TEXTS_AREA, await digestOf(tx, TEXTS_AREA)]];
  return Object.fromEntries([...areas, ...texts]) as AreaDigests;
}

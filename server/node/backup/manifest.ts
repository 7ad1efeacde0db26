import * as v from "valibot";
import { STORES } from "#db/stores.ts";

const rows = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)));

/** What a backup says of itself, as `backup.json` in it. */
export const BackupManifest = v.strictObject({
  format: v.literal("directory-backup/1"),
  /** ISO moment. */
  madeAt: v.string(),
  /** Release that made it. */
  release: v.string(),
  /** The published version at that moment. */
  version: v.string(),
  stores: v.pipe(
    v.array(
      v.strictObject({
        name: v.picklist(STORES),
        /** Hex, of the file in the archive. */
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
        bytes: v.number(),
        /** Rows by table. */
        rows,
      }),
    ),
    v.length(STORES.length),
  ),
  /** Whether the catalogue's file in this archive is encrypted at rest, by CATALOGUE_KEY. */
  catalogueEncrypted: v.boolean(),
  /**
   * Opens the catalogue's file in this archive, where it is encrypted at rest. A backup that is sealed holds it, so
   * that the recovery key alone is enough; one that is not sealed never does.
   */
  catalogueKey: v.nullable(v.string()),
});
export type BackupManifest = v.InferOutput<typeof BackupManifest>;

export const MANIFEST = "backup.json";
/** The files of a backup; the list of them comes first. */
export const BACKUP_FILES = [MANIFEST, ...STORES.map((name) => `${name}.db`)] as const;

/** The key of the catalogue's file in a backup: its own, else the one of today; none where it is not encrypted. */
export const keyInside = (manifest: BackupManifest, today: string | undefined): string | undefined =>
  manifest.catalogueEncrypted ? (manifest.catalogueKey ?? today) : undefined;

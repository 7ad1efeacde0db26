import { and, desc, eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import { EVIDENCE_MOST, EVIDENCE_TYPES, type EvidenceView } from "#server/contract/curate/governance.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { writeAudit } from "../audit.ts";
import { actorName, type Context, requireEditorOf } from "../context.ts";
import { curatorNames } from "../curator-names.ts";

/** A paper as it was sent. */
export interface EvidenceFile {
  readonly criterion: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** First bytes of the kinds that are taken: what a file says of itself is not believed. */
const SIGNATURES: Readonly<Record<string, readonly number[]>> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46],
  "image/png": [0x89, 0x50, 0x4e, 0x47],
  "image/jpeg": [0xff, 0xd8, 0xff],
};

/** Keeps a paper behind a criterion. Throws `forbidden`, `not_found`, `bad_request` for another kind of file, `too_large`. */
export async function addEvidence(
  context: Context,
  serviceId: string,
  { criterion, name, mediaType, bytes }: EvidenceFile,
): Promise<{ id: string }> {
  await requireOwn(context, serviceId);
  if (bytes.length > EVIDENCE_MOST) throw new DirectoryError("too_large", "A paper may have 5 MB at most.");
  const known = EVIDENCE_TYPES.find((type) => type === mediaType);
  const signature = SIGNATURES[known ?? ""] ?? [];
  if (known === undefined || bytes.length === 0 || signature.some((byte, at) => bytes[at] !== byte))
    throw new DirectoryError("bad_request", "A paper is a PDF, PNG or JPEG file.", { file: "is not valid" });
  if (criterion.trim() === "" || criterion.length > 60 || name.trim() === "" || name.length > 200)
    throw new DirectoryError("bad_request", "Say which criterion it belongs to.", {
      criterion: "is not valid",
    });
  const id = crypto.randomUUID();
  await context.catalogue.transaction(async (tx) => {
    await tx.insert(table.evidence).values({
      id,
      serviceId,
      at: context.now.toISOString(),
      curator: actorName(context),
      criterion,
      name,
      mediaType: known,
      size: bytes.length,
      body: bytes as Buffer,
    });
    await writeAudit(tx, context, {
      action: "create",
      entity: "evidence",
      entityId: serviceId,
      changed: [criterion],
    });
  });
  return { id };
}

/** A paper, for somebody who may edit the listing. Throws `forbidden` and `not_found`. */
export async function readEvidence(
  context: Context,
  serviceId: string,
  id: string,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  await requireOwn(context, serviceId);
  const [row] = await context.catalogue
    .select()
    .from(table.evidence)
    .where(and(eq(table.evidence.id, id), eq(table.evidence.serviceId, serviceId)));
  if (row === undefined) throw new DirectoryError("not_found", "There is no such paper.");
  return { name: row.name, mediaType: row.mediaType, bytes: new Uint8Array(row.body) };
}

/** Deletes a paper. Throws `forbidden` and `not_found`. */
export async function dropEvidence(context: Context, serviceId: string, id: string): Promise<void> {
  await requireOwn(context, serviceId);
  await context.catalogue.transaction(async (tx) => {
    const gone = await tx
      .delete(table.evidence)
      .where(and(eq(table.evidence.id, id), eq(table.evidence.serviceId, serviceId)))
      .returning({ criterion: table.evidence.criterion });
    if (gone[0] === undefined) throw new DirectoryError("not_found", "There is no such paper.");
    await writeAudit(tx, context, {
      action: "delete",
      entity: "evidence",
      entityId: serviceId,
      changed: [gone[0].criterion],
    });
  });
}

/** The papers of a listing, without their content. The caller has checked who asks. */
export async function listEvidence(
  { catalogue }: Context,
  serviceId: string,
): Promise<readonly EvidenceView[]> {
  const { id, at, curator, criterion, name, size } = table.evidence;
  const names = await curatorNames(catalogue);
  const rows = await catalogue
    .select({ id, at, curator, criterion, name, size })
    .from(table.evidence)
    .where(eq(table.evidence.serviceId, serviceId))
    .orderBy(desc(at));
  return rows.map(({ curator: by, ...row }) => ({ ...row, by: names(by) }));
}

async function requireOwn(context: Context, serviceId: string): Promise<void> {
  const [service] = await context.catalogue
    .select({ organizationId: table.service.organizationId })
    .from(table.service)
    .where(eq(table.service.id, serviceId));
  if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
  requireEditorOf(context, service.organizationId);
}

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { curator } from "#db/schema/catalogue/index.ts";
import type { RestrictedArea } from "#server/contract/curate/restricted.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { openAreaFor } from "#server/curation/restricted/open-area.ts";
import { restrictedEdition } from "#server/edition/restricted.ts";
import { editionDocx } from "#web/print/files/edition-docx.ts";
import type { Environment } from "#server/node/stores.ts";
import { restrictedCsv, restrictedXlsx } from "../export/restricted-rows.ts";
import { compilePdf } from "../print/compile-pdf.ts";
import { wordingsIn } from "../print/read-source.ts";
import { writeHtml } from "../print/write-html.ts";
import { openSession } from "./session.ts";
import { UsageError } from "./verb.ts";

export const RESTRICTED_USAGE =
  "export csv|xlsx|pdf|html|docx --audience practitioner --for EMAIL --area TH-50 --out PATH";
const FORMATS = ["csv", "xlsx", "pdf", "html", "docx"] as const;
type Format = (typeof FORMATS)[number];

/**
 * Exports areas of the restricted tier for one practitioner, who is named on every page and row. It is an opening
 * like any other: their access, their areas and their count of the day decide. Answers the exit code.
 */
export async function exportRestricted(
  given: string,
  args: readonly string[],
  env: Environment,
): Promise<number> {
  const format = FORMATS.find((one) => one === given);
  if (format === undefined) throw new UsageError(`Formats for practitioners: ${FORMATS.join(", ")}.`);
  const { values } = parseArgs({
    args: [...args],
    options: {
      audience: { type: "string" },
      for: { type: "string" },
      area: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
    },
  });
  const { out, area, for: email } = values;
  if (out === undefined) throw new UsageError("--out says where the file goes.");
  if (email === undefined) throw new UsageError("--for names the practitioner’s account.");
  if (area.length === 0) throw new UsageError("--area names the area, such as TH-50.");
  const { context, areas } = await openSession(env);
  const [who] = await context.catalogue
    .select({ id: curator.id })
    .from(curator)
    .where(eq(curator.email, email.trim().toLowerCase()));
  if (who === undefined) throw new DirectoryError("not_found", "There is no such account.");
  const opened: RestrictedArea[] = [];
  for (const code of area) opened.push(await openAreaFor(context, areas, who.id, code));
  await writeFile(out, await draw(format, opened, (code) => areas.name(code, ["en"])), { mode: 0o600 });
  console.log(`${out}: ${opened.reduce((sum, { listings }) => sum + listings.length, 0)} listings`);
  return 0;
}

async function draw(
  format: Format,
  opened: readonly RestrictedArea[],
  areaName: (code: string) => string,
): Promise<Uint8Array> {
  if (format === "csv") return restrictedCsv(opened);
  if (format === "xlsx") return restrictedXlsx(opened);
  const edition = restrictedEdition(opened, areaName);
  if (format === "html") return Buffer.from(await writeHtml(edition));
  if (format === "docx") return editionDocx(edition);
  return (await compilePdf(edition, wordingsIn("en", opened[0]?.receiver.on ?? ""))).bytes;
}

import { eq } from "drizzle-orm";
import { organization, organizationAffiliation } from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { Affiliation } from "#server/contract/affiliation.ts";
import { readSettings } from "#server/publication/settings.ts";

/** A source names what an organization belongs to; codes and details are the settings' own. */
type Named = Pick<Affiliation, "kind" | "name">;

const key = ({ kind, name }: Named): string => `${kind} ${name.normalize("NFKC").trim().toLowerCase()}`;

/**
 * Writes the networks, standards and codes of conduct that a source names, in place of those that it named before:
 * by kind and name, as far as the settings have them. A source adds none to the settings, which say what this
 * directory vouches for: a name that they lack goes into the private note, where a coordinator finds it.
 */
export async function writeSourceAffiliations(
  tx: CatalogueTx,
  organizationId: string,
  named: readonly Named[],
): Promise<void> {
  const known = new Map((await readSettings(tx)).affiliations.map((one) => [key(one), one.code]));
  const codes = new Set(named.flatMap((one) => known.get(key(one)) ?? []));
  await tx.delete(organizationAffiliation).where(eq(organizationAffiliation.organizationId, organizationId));
  if (codes.size > 0)
    await tx.insert(organizationAffiliation).values([...codes].map((code) => ({ organizationId, code })));
  await notePrivately(
    tx,
    organizationId,
    named.filter((one) => !known.has(key(one))).map(({ kind, name }) => `${kind}: ${name}`),
  );
}

/** Adds lines to the private note, once each. */
async function notePrivately(
  tx: CatalogueTx,
  organizationId: string,
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const [row] = await tx
    .select({ note: organization.privateNote })
    .from(organization)
    .where(eq(organization.id, organizationId));
  const note = new Set([...(row?.note ?? "").split("\n").filter((line) => line !== ""), ...lines]);
  await tx
    .update(organization)
    .set({ privateNote: [...note].join("\n") })
    .where(eq(organization.id, organizationId));
}

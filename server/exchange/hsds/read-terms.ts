/** The terms and keywords of a service to our kinds of help. */
import { shown } from "../problem-list.ts";
import { serviceOfTerm } from "../service-terms.ts";
import type { HsdsContext } from "./read-location.ts";
import { isProfileTerm } from "./read-profile.ts";
import type { RecordDraft } from "./record-draft.ts";
import type { Row, TableSet } from "./table-set.ts";

/**
 * Sub-service codes, in the order of the source. A term that no table knows is noted; a service with nothing else is
 * held. `ownCodes` are the codes of our own taxonomy, which are taken as they are.
 */
export function readTerms(
  row: Row,
  id: string,
  tables: TableSet,
  ownCodes: ReadonlySet<string>,
  context: HsdsContext,
  draft: RecordDraft,
): string[] {
  const codes = new Set<string>();
  const terms = context.links.of("attributes", "link_id", id).flatMap((attribute) => {
    const term = tables.get("taxonomy_terms", attribute.cells["taxonomy_term_id"]);
    return term && !isProfileTerm(term.cells["code"])
      ? [{ row: attribute, names: [term.cells["code"], term.cells["name"]] }]
      : [];
  });
  const keywords = (row.cells["keywords"] ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  for (const { row: at, names } of [...terms, ...keywords.map((word) => ({ row, names: [word] }))]) {
    const known = names.filter((name) => name !== undefined);
    const code = known.map((name) => serviceOfTerm(name, ownCodes)).find((item) => item !== undefined);
    if (code !== undefined) codes.add(code);
    else
      draft.note(
        "need-unmapped",
        at,
        at === row ? "keywords" : "taxonomy_term_id",
        `${shown(known.join(" / "))} is in no table of needs.`,
      );
  }
  if (codes.size === 0)
    draft.hold("need-unknown", row, "name", "No kind of help could be read from its terms and keywords.");
  return [...codes];
}

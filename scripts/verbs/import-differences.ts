import type { ImportDifference } from "#server/contract/curate/import.ts";
import { valueText } from "#web/curate/values.ts";

export interface Differences {
  readonly found: readonly ImportDifference[];
  /** Listings that differ, those that are not in `found` included. */
  readonly listings: number;
  /** Conflicts that nobody decided. */
  readonly open: number;
}

/** Listings shown one by one; `--json` shows all that are kept. */
const SHOWN = 20;

/** Prints what a source that was here before changes, field by field: all of it in a dry run, conflicts otherwise. */
export function printDifferences({ found, listings, open }: Differences, dryRun: boolean): void {
  const told = found
    .map((listing) => ({ ...listing, fields: listing.fields.filter(({ conflict }) => dryRun || conflict) }))
    .filter(({ fields }) => fields.length > 0);
  for (const { code, name, fields } of told.slice(0, SHOWN))
    for (const { field, ours, theirs, conflict, whose } of fields) {
      const level = conflict ? "conflict" : "change";
      const stays = whose === "ours" ? " (stays as it is here)" : "";
      console.log(
        `${level}: ${code} ${name}, ${field}: “${valueText(field, ours)}” → “${valueText(field, theirs)}”${stays}`,
      );
    }
  if (told.length > SHOWN) console.log(`and ${told.length - SHOWN} more listings (with --json)`);
  if (listings > found.length) console.log(`and ${listings - found.length} listings that are only counted`);
  if (open > 0)
    console.log(
      `${open} fields were changed here as well: they stay. Choose one by one in the back office, or all with --conflicts theirs|ours.`,
    );
}

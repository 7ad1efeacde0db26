import { desc, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { GapNoteInput, GapNotePage } from "#server/contract/curate/gap-note.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import type { CoverageGroup } from "#server/domain/coverage.ts";
import { needOfService } from "#server/domain/situation/wanted.ts";
import { readSettings } from "#server/publication/settings.ts";
import { type Context, requireEditor, today } from "./context.ts";

/** Throws `forbidden` unless somebody is signed in: a note comes from the office, never from the public site. */
function requireSignedIn({ actor }: Context): void {
  if (actor.type === "curator" || actor.type === "command-line") return;
  throw new DirectoryError("forbidden", "Sign in to note a gap.");
}

/**
 * Counts one gap more for this month. The one verb of the office that writes without an audit row, on purpose: an audit says who and
 * when, and a gap with both would point at the person it was noted for. Throws `forbidden`, and `bad_request` for an
 * area that there is not or a sub-service of another need.
 */
export async function noteGap(context: Context, areas: AreaIndex, input: GapNoteInput): Promise<void> {
  requireSignedIn(context);
  if (!areas.isKnown(input.area))
    throw new DirectoryError("bad_request", "Choose an area that is in the list.", { area: "is not valid" });
  if (input.service !== null && needOfService(input.service) !== input.need)
    throw new DirectoryError("bad_request", "This part belongs to another need.", {
      service: "is not valid",
    });
  await context.catalogue
    .insert(table.gapNote)
    .values({
      month: today(context).slice(0, 7),
      area: input.area,
      need: input.need,
      service: input.service ?? "",
      group: input.group,
      times: 1,
    })
    .onConflictDoUpdate({
      target: [
        table.gapNote.month,
        table.gapNote.area,
        table.gapNote.need,
        table.gapNote.service,
        table.gapNote.group,
      ],
      set: { times: sql`${table.gapNote.times} + 1` },
    });
}

/** The areas to choose from, and for editors what was noted. */
export async function readGapNotes(context: Context, areas: AreaIndex): Promise<GapNotePage> {
  requireSignedIn(context);
  const settings = await readSettings(context.catalogue);
  const used = await context.catalogue
    .selectDistinct({ area: table.serviceArea.area })
    .from(table.serviceArea);
  const countries = new Set([...settings.countries, ...used.map(({ area }) => area.slice(0, 2))]);
  const known = areas
    .all()
    .filter(({ code }) => countries.has(code.slice(0, 2)))
    .map(({ code }) => ({ code, name: settings.areaNames[code]?.["en"] ?? areas.name(code, ["en"]) }));
  return { areas: known, notes: await listNotes(context) };
}

async function listNotes(context: Context): Promise<GapNotePage["notes"]> {
  try {
    requireEditor(context);
  } catch {
    return null;
  }
  const rows = await context.catalogue
    .select()
    .from(table.gapNote)
    .orderBy(desc(table.gapNote.month), desc(table.gapNote.times), table.gapNote.area);
  return rows.map(({ service, group, ...row }) => ({
    ...row,
    service: service === "" ? null : service,
    // Written by `noteGap` alone, from the closed list.
    group: group as CoverageGroup,
  }));
}

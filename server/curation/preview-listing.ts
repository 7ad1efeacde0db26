import type { Preview } from "#server/contract/curate/listing-detail.ts";
import type { SaveInput } from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { obstaclesTo } from "#server/domain/publishable.ts";
import { inOutlet } from "#server/domain/outlets.ts";
import { toRestrictedListing } from "#server/domain/restricted-listing.ts";
import { toListingView } from "#server/domain/to-listing-view.ts";
import { toPublishedListing } from "#server/domain/to-published-listing.ts";
import { publishingContext } from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { readTaxonomy } from "#server/publication/taxonomy.ts";
import { type Context, requireEditorOf, today } from "./context.ts";
import { readForm } from "./listing-form/read-form.ts";
import { writeFields } from "./listing-form/write-fields.ts";
import { checkFields } from "./save-listing.ts";

/**
 * What the public would see with these changes, and what stands in the way. Worked out by the very code that
 * publishes, in a transaction that is taken back: nothing is written.
 */
export async function previewListing(
  context: Context,
  id: string,
  changes: SaveInput["changes"],
  { areas, lang }: { readonly areas: AreaIndex; readonly lang: string },
): Promise<Preview> {
  const given = checkFields(changes);
  const undo = new Error("a preview is taken back");
  let preview: Preview | null = null;
  try {
    await context.catalogue.transaction(async (tx) => {
      const { service } = await readForm(tx, id);
      requireEditorOf(context, service.organizationId);
      await writeFields(tx, service, given);
      const rules = publishingContext(areas, await readSettings(tx));
      const { places } = await readTaxonomy(tx);
      for await (const [listing] of loadListings(tx, [id])) {
        if (listing === undefined) continue;
        const day = today(context);
        const published = toPublishedListing(listing, rules, places, day);
        preview = {
          view: toListingView(inOutlet(published, "web"), lang),
          paper: toListingView(inOutlet(published, "print"), lang),
          practitioner: toRestrictedListing(listing, rules.affiliations),
          obstacles: obstaclesTo(listing, rules, day),
        };
      }
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (preview === null) throw new DirectoryError("not_found", "There is no listing with this id.");
  return preview;
}

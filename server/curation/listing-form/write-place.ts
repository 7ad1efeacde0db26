import { and, eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { PlaceForm } from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { writeSchedules, writeTexts } from "./write-lists.ts";

/**
 * Writes one place of a listing, or with null takes the listing away from it. Throws `forbidden` when the address
 * would become public: that is asked for (`ask-public-address.ts`), and a second person agrees.
 */
export async function writePlace(
  tx: CatalogueTx,
  service: table.ServiceRow,
  id: string,
  form: PlaceForm | null,
): Promise<void> {
  const { serviceAtLocation, location, address } = table;
  const here = and(eq(serviceAtLocation.serviceId, service.id), eq(serviceAtLocation.locationId, id));
  if (form === null) {
    await tx.delete(serviceAtLocation).where(here);
    return;
  }
  const [before] = await tx.select().from(location).where(eq(location.id, id));
  if (before !== undefined && before.organizationId !== service.organizationId)
    throw new DirectoryError("bad_request", "This place belongs to another organisation.");
  if (form.privacy === "public" && before?.privacy !== "public")
    throw new DirectoryError("forbidden", "Making an address public needs a second person. Ask for it.", {
      [`place:${id}`]: "cannot be made public here",
    });
  const { name, lines, city, directions, schedules, position, postalCode, ...own } = form;
  const decided = before !== undefined && before.privacy === form.privacy;
  const row = {
    ...own,
    id,
    organizationId: service.organizationId,
    locationType: before?.locationType ?? ("physical" as const),
    name: Object.values(name)[0] ?? null,
    directions: Object.values(directions)[0] ?? null,
    language: Object.keys(name)[0] ?? before?.language ?? service.language,
    privacySetBy: decided ? before.privacySetBy : form.privacy === null ? null : ("person" as const),
  };
  await tx.insert(location).values(row).onConflictDoUpdate({ target: location.id, set: row });
  await tx.delete(address).where(eq(address.locationId, id));
  await tx.insert(address).values({
    id: `${id}/address`,
    locationId: id,
    address1: Object.values(lines)[0] ?? null,
    city: Object.values(city)[0] ?? null,
    postalCode,
    country: form.area?.slice(0, 2) ?? null,
  });
  await writeTexts(tx, id, { name, lines, city, directions });
  await writeSchedules(tx, "location", id, schedules);
  const placed = { serviceId: service.id, locationId: id, position };
  await tx
    .insert(serviceAtLocation)
    .values(placed)
    .onConflictDoUpdate({ target: [serviceAtLocation.serviceId, serviceAtLocation.locationId], set: placed });
}

import { and, eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { MyAccess, RestrictedArea, RestrictedListing } from "#server/contract/curate/restricted.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { servesArea } from "#server/domain/area-served.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { publicPlaces, servedAreas } from "#server/domain/public-places.ts";
import { toRestrictedListing } from "#server/domain/restricted-listing.ts";
import { publishingContext } from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { mayStillSignIn } from "../accounts/may-sign-in.ts";
import { writeAudit } from "../audit.ts";
import { actorName, type Context, requireAdmin, today } from "../context.ts";
import { readAccess } from "./access.ts";

/** Areas that a practitioner may open on a day before an admin is asked. */
export const AREAS_A_DAY = 3;

/**
 * Opens a whole area of the restricted tier for the practitioner who is signed in, and writes "opened area X" down;
 * never a single listing, so that nobody learns which one was needed. Throws `forbidden` without access to the
 * area, `bad_request` for an area that is none, and `too_many` for a fourth area of the day: then an admin is asked.
 */
export async function openArea(context: Context, areas: AreaIndex, area: string): Promise<RestrictedArea> {
  if (context.actor.type !== "curator" || context.actor.role !== "practitioner")
    throw new DirectoryError("forbidden", "Sign in with a practitioner’s account to open an area.");
  return openAreaFor(context, areas, context.actor.id, area);
}

/**
 * Opens an area for a practitioner, who is named on every page and row of what comes out: by themselves, or by the
 * command line for an export. The same limits hold.
 */
export async function openAreaFor(
  context: Context,
  areas: AreaIndex,
  curatorId: string,
  area: string,
): Promise<RestrictedArea> {
  checkArea(areas, area);
  // The refusal of a fourth area leaves its request behind, so it is thrown outside of the transaction.
  const state = await context.catalogue.transaction((tx) => countOpening(tx, context, curatorId, area));
  if (state === "asked")
    throw new DirectoryError(
      "too_many",
      `${AREAS_A_DAY} areas were opened today. An admin is asked whether you may open more.`,
    );
  if (state === "refused") throw new DirectoryError("forbidden", "An admin decided against this area today.");
  const [who] = await context.catalogue.select().from(table.curator).where(eq(table.curator.id, curatorId));
  const [organization] = await context.catalogue
    .select({ name: table.organization.name })
    .from(table.organization)
    .where(eq(table.organization.id, who?.organizationId ?? ""));
  return {
    area,
    receiver: {
      name: who?.name ?? "",
      organization: organization?.name ?? "",
      number: who?.number ?? 0,
      on: today(context),
    },
    listings: await restrictedListings(context, areas, area),
  };
}

/** An admin lets a practitioner open one more area on a day, or does not. Throws `forbidden` and `conflict`. */
export async function decideOpening(
  context: Context,
  curatorId: string,
  { day, area, allow }: { readonly day: string; readonly area: string; readonly allow: boolean },
): Promise<void> {
  requireAdmin(context);
  await context.catalogue.transaction(async (tx) => {
    const decided = await tx
      .update(table.areaOpening)
      .set({ state: allow ? "allowed" : "refused", decidedBy: actorName(context) })
      .where(
        and(
          eq(table.areaOpening.curatorId, curatorId),
          eq(table.areaOpening.day, day),
          eq(table.areaOpening.area, area),
          eq(table.areaOpening.state, "asked"),
        ),
      )
      .returning({ area: table.areaOpening.area });
    if (decided.length === 0) throw new DirectoryError("conflict", "Somebody has decided this already.");
    await writeAudit(tx, context, {
      action: "update",
      entity: "area-opening",
      entityId: curatorId,
      changed: [area],
      reason: allow ? `allowed area ${area}` : `refused area ${area}`,
    });
  });
}

/** What the one who is signed in may open. Throws `forbidden` for anybody but a practitioner. */
export async function readMyAccess(context: Context, areas: AreaIndex): Promise<MyAccess> {
  const { actor, catalogue } = context;
  if (actor.type !== "curator" || actor.role !== "practitioner")
    throw new DirectoryError("forbidden", "Sign in with a practitioner’s account.");
  const access = await readAccess(catalogue, actor.id);
  const [who] = await catalogue.select().from(table.curator).where(eq(table.curator.id, actor.id));
  const opened = await catalogue
    .select()
    .from(table.areaOpening)
    .where(and(eq(table.areaOpening.curatorId, actor.id), eq(table.areaOpening.day, today(context))));
  const why =
    access === null
      ? "none"
      : access.withdrawnAt !== null
        ? "withdrawn"
        : access.grantedAt === null
          ? "waits"
          : who !== undefined && mayStillSignIn(who, context.now)
            ? "granted"
            : "ended";
  const mine =
    access === null || why !== "granted"
      ? []
      : areas.all().filter(({ code }) => isWhole(areas, code) && servesArea(access.areas, code));
  return {
    open: why === "granted",
    why,
    endsOn: who?.endsOn ?? null,
    areas: mine.map(({ code }) => ({ code, name: areas.name(code, ["en"]) })),
    today: opened.map(({ area, state }) => ({ area, state })),
  };
}

/** A country that has areas is not one area: its areas are opened one by one, and counted. */
const isWhole = (areas: AreaIndex, code: string): boolean =>
  code.length > 3 || (code.length === 2 && !areas.all().some((one) => one.code.startsWith(`${code}-`)));

function checkArea(areas: AreaIndex, area: string): void {
  if (areas.get(area) === undefined || !isWhole(areas, area))
    throw new DirectoryError("bad_request", "Choose an area of a country, not a whole country.", {
      area: "is not valid",
    });
}

/** Checks the access, counts the day, and writes the opening down where it may happen. */
async function countOpening(
  tx: CatalogueTx,
  context: Context,
  curatorId: string,
  area: string,
): Promise<"opened" | "asked" | "refused"> {
  const access = await readAccess(tx, curatorId);
  const [who] = await tx.select().from(table.curator).where(eq(table.curator.id, curatorId));
  const stands =
    who !== undefined &&
    who.role === "practitioner" &&
    mayStillSignIn(who, context.now) &&
    access !== null &&
    access.grantedAt !== null &&
    access.withdrawnAt === null;
  if (!stands || !access.areas.some((granted) => granted === area || granted === area.slice(0, 2)))
    throw new DirectoryError("forbidden", "This account may not open this area.");
  const day = today(context);
  const rows = await tx
    .select()
    .from(table.areaOpening)
    .where(and(eq(table.areaOpening.curatorId, curatorId), eq(table.areaOpening.day, day)));
  const known = rows.find((row) => row.area === area)?.state;
  if (known === "asked" || known === "refused") return known;
  const full = rows.filter(({ state }) => state === "opened").length >= AREAS_A_DAY;
  const state = full && known === undefined ? ("asked" as const) : ("opened" as const);
  await tx
    .insert(table.areaOpening)
    .values({ curatorId, day, area, state })
    .onConflictDoUpdate({
      target: [table.areaOpening.curatorId, table.areaOpening.day, table.areaOpening.area],
      set: { state },
    });
  await writeAudit(tx, context, {
    action: "create",
    entity: "area-opening",
    entityId: curatorId,
    changed: [area],
    reason: state === "opened" ? `opened area ${area}` : `asked for a further area, ${area}`,
  });
  return state;
}

/** What the tier adds to the public listings of an area, by name. */
async function restrictedListings(
  { catalogue }: Context,
  areas: AreaIndex,
  area: string,
): Promise<readonly RestrictedListing[]> {
  const rules = publishingContext(areas, await readSettings(catalogue));
  const shown = await catalogue
    .select({ id: table.service.id })
    .from(table.service)
    .where(inArray(table.service.curationState, ["published", "due"]));
  const found: RestrictedListing[] = [];
  for await (const chunk of loadListings(
    catalogue,
    shown.map(({ id }) => id),
  )) {
    for (const listing of chunk) {
      if (listing.doNotRefer || listing.doNotList) continue;
      if (!servesArea(servedAreas(listing, publicPlaces(listing, rules)), area)) continue;
      const restricted = toRestrictedListing(listing, rules.affiliations);
      if (restricted !== null) found.push(restricted);
    }
  }
  const name = ({ name: words }: RestrictedListing) => words["en"] ?? Object.values(words)[0] ?? "";
  return found.sort((a, b) => name(a).localeCompare(name(b), "en"));
}

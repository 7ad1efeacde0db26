import { and, asc, eq, inArray } from "drizzle-orm";
import { readDocument } from "#db/published-documents.ts";
import { audit, service, serviceArea, translation } from "#db/schema/catalogue/index.ts";
import { booklet, bundlePart, listing, listingArea } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { Incident, PublicSide, PublicTrace } from "#server/contract/curate/incident.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { Frozen } from "#server/contract/public-records.ts";
import { readShortCode } from "#server/domain/short-code.ts";
import { readSettings } from "#server/publication/settings.ts";
import { type Context, requirePublisher } from "./context.ts";

/** Whether the public side is closed. */
export async function publicSide(published: Published): Promise<PublicSide> {
  return { closedSince: (await readDocument<Frozen>(published, "frozen"))?.since ?? null };
}

/**
 * What of one listing is public, since when, and where it went: for the hour in which an address got out. Names
 * what stands in the published store, not what the catalogue thinks of it. Throws `forbidden` and `not_found`.
 */
export async function readIncident(
  context: Context,
  published: Published,
  idOrCode: string,
): Promise<Incident> {
  requirePublisher(context);
  const { catalogue } = context;
  const code = readShortCode(idOrCode);
  const [found] = await catalogue
    .select()
    .from(service)
    .where(code === null ? eq(service.id, idOrCode) : eq(service.code, code));
  if (found === undefined) throw new DirectoryError("not_found", "There is no listing with this id or code.");
  const names = await catalogue
    .select()
    .from(translation)
    .where(and(eq(translation.entityId, found.id), eq(translation.field, "name")));
  const [shown] = await published.select().from(listing).where(eq(listing.id, found.id));
  const acts = await catalogue
    .select({ at: audit.at, action: audit.action })
    .from(audit)
    .where(eq(audit.entityId, found.id))
    .orderBy(asc(audit.at));
  const times = acts.flatMap(({ at, action }) => {
    const what = WHAT[action];
    return what === undefined ? [] : [{ at, what }];
  });
  const served = await areasOf(context, published, found.id);
  const files = served.length === 0 ? [] : await filesWith(published, served, shown?.body);
  const booklets =
    served.length === 0
      ? []
      : await published.select({ file: booklet.file }).from(booklet).where(inArray(booklet.area, served));
  const first = times.find(({ what }) => what === "published")?.at.slice(0, 10) ?? null;
  return {
    id: found.id,
    code: found.code,
    name: names.find(({ language }) => language === "en")?.text ?? names[0]?.text ?? found.code,
    state: found.curationState,
    publicNow: shown !== undefined,
    traces: shown === undefined ? [] : tracesOf(shown.body),
    times,
    areas: served,
    files,
    booklets: booklets.map(({ file }) => `/booklets/${file}`),
    feeds: feedsOf(found.id),
    printsSince: first,
    letter: letterOf(found.code, served, first, (await readSettings(catalogue)).publicName),
  };
}

const WHAT: Readonly<Record<string, Incident["times"][number]["what"] | undefined>> = {
  publish: "published",
  "take-away": "taken-away",
  update: "changed",
};

/** Of the public side where it is public, else as the catalogue last had them. */
async function areasOf({ catalogue }: Context, published: Published, id: string): Promise<readonly string[]> {
  const now = await published
    .select({ area: listingArea.area })
    .from(listingArea)
    .where(eq(listingArea.listingId, id));
  const own = await catalogue
    .select({ area: serviceArea.area })
    .from(serviceArea)
    .where(eq(serviceArea.serviceId, id));
  return [...new Set([...now, ...own].map(({ area }) => area))].sort();
}

/** Current files of its areas; which of several holds it follows from its code, so all of one kind are named. */
async function filesWith(
  published: Published,
  areas: readonly string[],
  shown: PublishedListing | undefined,
): Promise<readonly string[]> {
  if (shown === undefined) return [];
  const rows = await published
    .select({ file: bundlePart.file })
    .from(bundlePart)
    .where(inArray(bundlePart.area, [...areas]));
  return rows.map(({ file }) => `/bundles/${file}`).sort();
}

function tracesOf({ facts, addresses, contacts, organization }: PublishedListing): readonly PublicTrace[] {
  const words = (text: Readonly<Record<string, string>>) => Object.values(text)[0] ?? "";
  return [
    ...addresses.map((one) => ({
      what: "address" as const,
      value: [words(one.name), words(one.lines), one.postalCode ?? "", words(one.city)]
        .filter(Boolean)
        .join(", "),
    })),
    ...facts.places.flatMap((place): PublicTrace[] =>
      "point" in place && place.point !== null && place.privacy === "public"
        ? [{ what: "point", value: place.point.join(", ") }]
        : [],
    ),
    ...facts.areas.map((area) => ({ what: "area" as const, value: area })),
    ...contacts.map(({ value }) => ({ what: "contact" as const, value })),
    ...(organization.website === null ? [] : [{ what: "website" as const, value: organization.website }]),
  ];
}

/** Where other programs could read it. */
const feedsOf = (id: string): readonly string[] => [
  `/api/services/${id}`,
  `/hsds/services/${id}`,
  "/hsds/service_at_locations",
  "/hsds/organizations",
];

/** Plain words, ready to be sent. Never what got out: a letter is copied and forwarded. */
function letterOf(code: string, areas: readonly string[], since: string | null, name: string): string {
  const where = areas.length === 0 ? "" : ` (${areas.join(", ")})`;
  return [
    `To everybody who prints, copies or passes on the list of ${name}`,
    "",
    `Please take listing ${code}${where} out of everything that you have, today.`,
    "",
    `1. On paper: strike it out in every sheet, booklet and card${since === null ? "" : ` printed since ${since}`}. If you cannot strike it out, collect the paper and destroy it. Print again from the site.`,
    "2. On phones and computers: open the list once while you are online. Kept lists renew themselves and drop what is gone.",
    "3. In your own systems: load the data again and delete this listing, its copies and its search index.",
    "4. If you gave the list to others, send them this letter.",
    "",
    "Do not publish or forward what stood in the listing, and do not say why it goes. Answer this letter when it is done.",
  ].join("\n");
}

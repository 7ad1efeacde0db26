import { describe, expect, test } from "vitest";
import { OUTLETS, type Outlet } from "#db/vocabulary.ts";
import { decodeTexts, encodeTexts, type TextsPart } from "#server/domain/bundle.ts";
import { inOutlet } from "#server/domain/outlets.ts";
import { toListingView } from "#server/domain/to-listing-view.ts";
import { fromViews } from "#web/print/from-views.ts";
import * as table from "#db/schema/catalogue/index.ts";
import * as published from "#db/schema/published/index.ts";
import { toRestrictedListing } from "#server/domain/restricted-listing.ts";
import { wish } from "#server/publication/wishes.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { Audience } from "#db/vocabulary.ts";
import { memoryDirectory } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

type Channel = Outlet | "practitioner";
const CHANNELS: readonly Channel[] = [...OUTLETS, "practitioner"];

/** One contact and one note of every kind: who may see it, and what it is kept out of. */
const KINDS: readonly { readonly audience: Audience; readonly keptFrom: readonly Outlet[] }[] = [
  { audience: "public", keptFrom: [] },
  ...OUTLETS.map((outlet) => ({ audience: "public" as const, keptFrom: [outlet] })),
  { audience: "public", keptFrom: ["web", "print"] },
  { audience: "practitioner", keptFrom: [] },
  { audience: "internal", keptFrom: [] },
];
const nameOf = ({ audience, keptFrom }: (typeof KINDS)[number]) => [audience, ...keptFrom].join("-");

async function everyKind() {
  const directory = await memoryDirectory();
  const { published: ids } = await directory.publish(organizationInput({ services: [serviceInput()] }));
  const [id = ""] = ids;
  for (const [position, kind] of KINDS.entries()) {
    const { audience, keptFrom } = kind;
    const name = nameOf(kind);
    await directory.catalogue.insert(table.contact).values({
      id: `contact-${name}`,
      entity: "service",
      entityId: id,
      position: position + 1,
      channel: "line",
      value: `@contact-${name}-end`,
      dialScope: "unknown",
      language: "en",
      audience,
      keptFrom,
    });
    await directory.catalogue
      .insert(table.note)
      .values({ id: `note-${name}`, serviceId: id, position, about: "rules", audience, keptFrom });
    await directory.catalogue.insert(table.translation).values({
      entityId: `note-${name}`,
      field: "note",
      language: "en",
      text: `note-${name}-end`,
      state: "checked",
    });
  }
  await wish(directory.catalogue, [id], "public");
  await directory.apply();
  return { ...directory, id };
}

/** What of a kind comes out where. */
const expected = ({ audience, keptFrom }: (typeof KINDS)[number], channel: Channel): boolean =>
  channel === "practitioner"
    ? audience === "practitioner"
    : audience === "public" && !keptFrom.includes(channel);

/** The listing as a browser prints it: through a bundle and back. */
function printedByBrowser(listing: PublishedListing): PublishedListing | null {
  const view = toListingView(inOutlet(listing, "web"), "en");
  const part = encodeTexts([[view.facts.code, view.detail ?? never()]], "en");
  const detail = decodeTexts(JSON.parse(JSON.stringify(part)) as TextsPart).get(view.facts.code) ?? null;
  return fromViews([{ ...view, detail }]);
}
const never = (): never => {
  throw new Error("there is no detail");
};

describe("audience and outlets", () => {
  test("each kind of contact and note comes out in its channels and in no other: web, print, other systems, practitioners", async () => {
    const d = await everyKind();
    const [row] = await d.published.select().from(published.listing);
    const listing = row?.body ?? never();
    let restricted = "";
    for await (const [found] of loadListings(d.catalogue, [d.id]))
      restricted = JSON.stringify(found === undefined ? null : toRestrictedListing(found));
    const outputs: Record<Channel, readonly string[]> = {
      web: [
        JSON.stringify(toListingView(inOutlet(listing, "web"), "en").detail?.texts ?? {}) +
          JSON.stringify(toListingView(inOutlet(listing, "web"), "en").detail?.contacts ?? []),
      ],
      print: [JSON.stringify(inOutlet(listing, "print")), JSON.stringify(printedByBrowser(listing))],
      feed: [JSON.stringify(inOutlet(listing, "feed"))],
      practitioner: [restricted],
    };
    const wrong: string[] = [];
    for (const channel of CHANNELS)
      for (const kind of KINDS)
        for (const what of ["contact", "note"])
          for (const [at, output] of outputs[channel].entries()) {
            // A browser prints what the web has: what is kept from the web is not there to be printed.
            const wished =
              expected(kind, channel) && (channel !== "print" || at === 0 || expected(kind, "web"));
            if (output.includes(`${what}-${nameOf(kind)}-end`) !== wished)
              wrong.push(`${channel} ${at} ${what} ${nameOf(kind)}`);
          }
    expect(wrong).toEqual([]);
    expect(JSON.stringify(listing)).not.toContain("practitioner-end");
    expect(JSON.stringify(listing)).not.toContain("internal-end");
  });

  test("a listing without notes and exceptions is the same in every outlet", async () => {
    const directory = await memoryDirectory();
    await directory.publish(organizationInput());
    const [row] = await directory.published.select().from(published.listing);
    for (const outlet of OUTLETS) expect(inOutlet(row?.body ?? never(), outlet)).toEqual(row?.body);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import type { FeedView, KnownTwice, RefreshReport, TwoVersions } from "#server/contract/curate/feed.ts";
import { PROFILE_TITLE } from "#server/contract/hsds/profile-patches.ts";
import { PROFILE_VERSION } from "#server/contract/hsds/version.ts";
import { findListings } from "#server/directory/directory.ts";
import type { Fetch } from "#server/sharing/read-feed.ts";
import { whoMeets } from "#server/domain/situation/across-border.ts";
import { NO_SITUATION } from "#server/domain/situation/situation.ts";
import { takeAway } from "#server/curation/take-away.ts";
import { compress } from "#server/node/compress.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { save } from "../curate/listing.ts";
import { type Office, office } from "../curate/office.ts";
import { areas, TODAY } from "../records/memory.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";

/** One directory in Cambodia, one in Thailand that reads it. Each has stores of its own; they meet over HTTP alone. */

const FEED = "https://north.example.org/hsds";
let north: TestDirectory;
let south: Office;
let admin: Awaited<ReturnType<Office["signIn"]>>;
let down = false;
const asked: string[] = [];
const ask: Fetch = (url, init) => {
  asked.push(url);
  if (down) throw new Error("no route");
  return north.app.request(url, init);
};
const RECEPTION = {
  sourceId: "reception",
  name: { en: "Meeting people who come home", km: "ទទួល" },
  services: ["arrival-reception"],
  scope: "trafficking-specific" as const,
  areas: ["KH-1"],
  contacts: [{ channel: "phone" as const, value: "000 0000 077" }],
  answers: { "cooperation-needed": { none: "yes" as const } },
  locations: ["house"],
};
const northern = (changes: object = {}) =>
  organizationInput({
    sourceId: "river",
    name: { en: "River House" },
    locations: [placeInput({ area: "KH-1", country: "KH" })],
    services: [
      serviceInput({ ...RECEPTION, ...changes }),
      serviceInput({ sourceId: "advice", name: { en: "River advice" }, areas: ["KH-12"] }),
    ],
  });

interface Answer {
  readonly feeds: readonly FeedView[];
  readonly versions: readonly TwoVersions[];
  readonly twice: readonly KnownTwice[];
}
const sharing = async (): Promise<Answer> =>
  (await (await admin.get("/curate/api/sharing")).json()) as Answer;
const feedId = async (): Promise<string> => (await sharing()).feeds[0]?.id ?? "";
const refresh = async (): Promise<RefreshReport> =>
  (await (await admin.post(`/curate/api/sharing/${await feedId()}/refresh`, {})).json()) as RefreshReport;
const rowOf = async (name: string) =>
  (await south.catalogue.select().from(table.service).where(eq(table.service.name, name)))[0];
const publicNames = async () => (await findListings(south.published, {})).map(({ name }) => name["en"]);

const lastAudit = async () => (await south.catalogue.select().from(table.audit)).at(-1);

beforeAll(async () => {
  north = await openTestDirectory({ demo: false });
  await north.publish(northern());
  south = await office({ fetch: ask });
  await south.publish(organizationInput());
  admin = await south.signIn();
});

describe("two directories that share", () => {
  test("a subscription is looked at before it is kept, and only an address of the open web is asked", async () => {
    for (const url of [
      "ftp://a.example.org",
      "http://a.example.org",
      "https://10.0.0.1/hsds",
      "https://db.internal",
    ])
      expect((await admin.post("/curate/api/sharing", { url, name: "X" })).status).toBe(400);
    expect(asked).toEqual([]);
    expect(
      (await admin.post("/curate/api/sharing", { url: "https://north.example.org/en/", name: "X" })).status,
    ).toBe(400);
    const publisher = await south.signIn({ role: "publisher" });
    expect((await publisher.post("/curate/api/sharing", { url: FEED, name: "North" })).status).toBe(403);
    const made = await admin.post("/curate/api/sharing", {
      url: "https://north.example.org",
      name: "North",
      areas: ["KH-1"],
      publish: true,
    });
    expect(made.status).toBe(201);
    expect(await lastAudit()).toMatchObject({ actor: admin.id, action: "create", entity: "feed" });
    expect((await admin.post("/curate/api/sharing", { url: FEED, name: "Again" })).status).toBe(409);
  });

  test("takes the areas that were asked for, with where it came from, and nothing that is kept back", async () => {
    expect(await refresh()).toMatchObject({ new: 1, changed: 0, withdrawn: 0, published: 1 });
    expect(await lastAudit()).toMatchObject({ actor: admin.id, action: "publish", entity: "service" });
    const row = await rowOf("Meeting people who come home");
    expect(row).toMatchObject({ sourceName: "North: Test source", curationState: "published" });
    expect(await rowOf("River advice")).toBeUndefined();
    const everything = JSON.stringify([
      await south.catalogue.select().from(table.address),
      await south.catalogue.select().from(table.location),
    ]);
    expect(everything).not.toContain("Canary Street");
    expect((await sharing()).feeds).toMatchObject([
      {
        name: "North",
        areas: ["KH-1"],
        version: "3.1",
        profile: `${PROFILE_TITLE}, ${PROFILE_VERSION}`,
        listings: 1,
        failure: null,
      },
    ]);
  });

  test("a check there is not a check here, and conditions in three values come along", async () => {
    const listing = (await findListings(south.published, {})).find(
      ({ name }) => name["en"] === "Meeting people who come home",
    );
    expect(listing?.facts).toMatchObject({
      checkedOn: null,
      scope: "trafficking-specific",
      answers: { "cooperation-needed": { none: "yes" } },
    });
    expect(listing?.name).toMatchObject({ km: "ទទួល" });
    expect(listing?.facts.places[0]?.privacy).toBe("withheld");
  });

  test("a return across the border then finds who meets the person there", async () => {
    const found = (await findListings(south.published, { areas: ["KH-1"] })).filter(({ facts }) =>
      facts.services.includes("arrival-reception"),
    );
    expect(found.map(({ organization, contacts }) => [organization.name["en"], contacts[0]?.value])).toEqual([
      ["River House", "000 0000 077"],
    ]);
    // As the tools say it, for somebody who is in Chiang Mai and wants to go home.
    const candidates = (await findListings(south.published, {})).map((item) => ({
      facts: item.facts,
      name: item.name["en"] ?? "",
      item,
    }));
    const finding = { situation: NO_SITUATION, generalOnly: false };
    const met = (from: string, to: string | null) =>
      whoMeets(candidates, from, to, finding)?.map(({ name }) => name) ?? null;
    expect(met("TH-50", "KH-1")).toEqual(["Meeting people who come home"]);
    expect(met("TH-50", "KH-2")).toEqual([]);
    expect(met("TH-50", "TH-10")).toBeNull();
    expect(met("TH-50", null)).toBeNull();
  });

  test("a second time nothing is new; what changed there is asked for by its date and taken", async () => {
    expect(await refresh()).toMatchObject({ new: 0, changed: 0 });
    expect(asked.some((url) => url.includes("modified_after="))).toBe(true);
    await north.publish(northern({ minimumAge: 12 }));
    expect(await refresh()).toMatchObject({ new: 0, changed: 1, differing: 0 });
    const listing = (await findListings(south.published, { areas: ["KH-1"] }))[0];
    expect(listing?.facts.minimumAge).toBe(12);
  });

  test("what a person changed here is not written over: both versions are shown, and chosen field by field", async () => {
    const id = (await rowOf("Meeting people who come home"))?.id ?? "";
    await save(admin, id, { base: 1, changes: { maximumAge: 60, minimumAge: 14 } });
    await north.publish(northern({ minimumAge: 16, maxChildAge: 10 }));
    expect(await refresh()).toMatchObject({ changed: 0, differing: 1 });
    const [versions] = (await sharing()).versions;
    expect(versions).toMatchObject({ serviceId: id, feed: "North" });
    expect(versions?.fields).toEqual([
      { field: "maxChildAge", ours: null, theirs: 10 },
      { field: "maximumAge", ours: 60, theirs: null },
      { field: "minimumAge", ours: 14, theirs: 16 },
    ]);
    const chosen = await admin.post(`/curate/api/sharing/versions/${id}`, { take: ["maxChildAge"] });
    expect(chosen.status).toBe(200);
    expect(await lastAudit()).toMatchObject({ actor: admin.id, entityId: id, changed: ["maxChildAge"] });
    expect(await rowOf("Meeting people who come home")).toMatchObject({
      maxChildAge: 10,
      maximumAge: 60,
      minimumAge: 14,
    });
    // The same version is not asked about again.
    expect(await refresh()).toMatchObject({ differing: 0 });
    expect((await sharing()).versions).toEqual([]);
  });

  test("a listing that is known from elsewhere as well is shown with both versions", async () => {
    await south.publish(
      organizationInput({
        sourceId: "own-river",
        name: { en: "River House" },
        services: [
          serviceInput({
            name: { en: "Meeting people who come home" },
            areas: ["KH-1"],
            services: ["arrival-reception"],
            contacts: [{ channel: "phone", value: "000 0000 077" }],
          }),
        ],
      }),
    );
    const [pair] = (await sharing()).twice;
    expect(pair).toMatchObject({ fromFeed: { feed: "North" }, other: { source: "Test source" } });
    expect(pair?.fields.find(({ field }) => field === "scope")).toMatchObject({
      ours: "general",
      theirs: "trafficking-specific",
    });
  });

  test("when it cannot be reached, or sends half a list, nothing is taken away and the reason stands with it", async () => {
    down = true;
    const answer = await admin.post(`/curate/api/sharing/${await feedId()}/refresh`, {});
    expect(answer.status).toBe(503);
    expect((await sharing()).feeds[0]?.failure).toContain("cannot be reached");
    down = false;
    const half: Fetch = async (url, init) => {
      const whole = await north.app.request(url, init);
      return url.includes("ndjson") ? new Response("", { headers: whole.headers }) : whole;
    };
    const { refreshFeed } = await import("#server/sharing/refresh-feed.ts");
    const { loadAreaFinder } = await import("#server/node/area-finder.ts");
    const publication = { areas, compress, today: TODAY };
    const tools = {
      fetch: half,
      stores: south.stores,
      areas,
      areaFinder: loadAreaFinder(areas),
      publication,
    };
    await expect(refreshFeed(south.context, tools, await feedId())).rejects.toThrow("incomplete");
    expect(await publicNames()).toContain("Meeting people who come home");
  });

  test("what is taken away there is taken away here, also where it was changed here", async () => {
    const there = (await findListings(north.stores.published, {})).find(
      ({ name }) => name["en"] === "Meeting people who come home",
    );
    const options = { areas, compress, today: TODAY };
    await takeAway(north.context, north.stores, there?.id ?? "", "not safe", options);
    expect(await refresh()).toMatchObject({ withdrawn: 1, stillPublic: 0 });
    const rows = await south.catalogue
      .select({ state: table.service.curationState, reason: table.service.stateReason })
      .from(table.service)
      .innerJoin(table.feedListing, eq(table.feedListing.serviceId, table.service.id));
    expect(rows).toEqual([{ state: "hidden", reason: "Taken away by North" }]);
    // The one that is left is this directory's own, about which the other one has no say.
    const left = await findListings(south.published, { areas: ["KH-1"] });
    expect(left.map(({ source }) => source?.name)).toEqual(["Test source"]);
    expect((await sharing()).feeds).toMatchObject([{ listings: 0, withdrawn: 1 }]);
  });

  test("ending it leaves what came, with its source", async () => {
    expect((await admin.call(`/curate/api/sharing/${await feedId()}`, { method: "DELETE" })).status).toBe(
      200,
    );
    expect((await sharing()).feeds).toEqual([]);
    expect(await south.catalogue.select().from(table.service)).toHaveLength(3);
  });
});

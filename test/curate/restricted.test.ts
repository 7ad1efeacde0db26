import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import type { AccessPage, MyAccess, RestrictedArea } from "#server/contract/curate/restricted.ts";
import { readDocument } from "#db/published-documents.ts";
import { getListing } from "#server/directory/directory.ts";
import { restrictedEdition } from "#server/edition/restricted.ts";
import { placesOf } from "#server/node/places.ts";
import { createPublicApp } from "#server/public-app.ts";
import { renderPage } from "#web/render.tsx";
import * as published from "#db/schema/published/index.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { type Browser, deskWithListing, read, save } from "./listing.ts";

const YEAR = "2027-11-20";
const PHONE = "053 987 654";
const RULE = "Ring twice and ask for the night nurse";

const contact = (changes: object = {}) => ({
  channel: "phone",
  value: PHONE,
  dial: null,
  dialScope: "unknown",
  country: "TH",
  label: { en: "Intake" },
  hours: {},
  whoAnswers: "organization",
  recorded: "no",
  free: null,
  tells: {},
  audience: "practitioner",
  released: false,
  owner: "service",
  position: 1,
  ...changes,
});
const note = (text: string, changes: object = {}) => ({
  about: "rules",
  words: { en: text },
  audience: "practitioner",
  position: 0,
  ...changes,
});

/** A listing with an intake phone and a rule of entry, two admins, and a practitioner's account without access. */
async function tier() {
  const d = await deskWithListing();
  const saved = await save(d.publisher, d.id, {
    base: 1,
    changes: { "contact:intake": contact(), "note:entry": note(RULE) },
  });
  expect(saved.status).toBe(200);
  const second = await d.signIn();
  const made = await d.admin.post("/curate/api/curators", {
    email: "mai@clinic.example",
    name: "Mai Somsri",
    role: "practitioner",
    organizationName: "Riverside Clinic",
    endsOn: YEAR,
  });
  const { id, link } = (await made.json()) as { id: string; link: string };
  const worker = d.browser();
  await worker.post("/curate/auth/link", { token: link.split("#link=")[1] });
  const [who] = await d.catalogue.select().from(table.curator).where(eq(table.curator.id, id));
  const organization = who?.organizationId ?? "";
  const ask = (areas: readonly string[] = ["TH-50"], endsOn = YEAR, by: Browser = d.admin) =>
    by.post(`/curate/api/restricted/access/${id}`, { areas, endsOn });
  const grant = (by: Browser = second) => by.post(`/curate/api/restricted/access/${id}/grant`, {});
  const vet = (changes: object = {}, by: Browser = d.admin) =>
    by.post(`/curate/api/restricted/organizations/${organization}/vetting`, {
      seenInPerson: true,
      vouchedBy: [],
      calledBack: "the ministry’s list of clinics",
      nothingShared: true,
      ...changes,
    });
  const open = (area = "TH-50") => worker.post("/curate/api/restricted/open", { area });
  const granted = async (areas?: readonly string[]) => {
    await vet();
    await ask(areas);
    expect((await grant()).status).toBe(200);
  };
  const lastAudit = async () => {
    const [row] = await d.catalogue.select().from(table.audit).orderBy(desc(table.audit.at)).limit(1);
    return row;
  };
  const rows = () => d.catalogue.select().from(table.audit);
  return {
    ...d,
    second,
    worker,
    workerId: id,
    organization,
    ask,
    grant,
    vet,
    open,
    granted,
    lastAudit,
    rows,
  };
}

describe("access to the restricted tier", () => {
  test("names a person, an organisation, areas and an end within 12 months, and takes two people", async () => {
    const t = await tier();
    expect((await t.open()).status).toBe(403);
    expect((await t.ask(["TH-50"], "2028-01-01")).status).toBe(400);
    expect((await t.ask(["ZZ-9"])).status).toBe(400);
    expect((await t.ask()).status).toBe(201);
    expect((await t.open()).status).toBe(403);

    // Whoever asked does not grant, nobody grants before the checklist, and an editor does neither.
    expect((await t.grant(t.admin)).status).toBe(403);
    expect((await t.grant()).status).toBe(400);
    expect((await t.vet()).status).toBe(201);
    expect((await t.grant(t.editor)).status).toBe(403);
    expect((await t.ask(["TH-50"], YEAR, t.editor)).status).toBe(403);
    expect((await t.grant()).status).toBe(200);
    expect((await t.grant()).status).toBe(409);

    const page = (await (await t.admin.get("/curate/api/restricted/access")).json()) as AccessPage;
    expect(page.access).toMatchObject([
      {
        name: "Mai Somsri",
        organization: { name: "Riverside Clinic" },
        areas: ["TH-50"],
        vetted: true,
        mine: true,
      },
    ]);
    expect((await t.worker.get("/curate/api/restricted/access")).status).toBe(403);
    const actions = (await t.rows()).filter(({ entity }) => entity === "practitioner-access");
    expect(actions.map(({ reason }) => reason)).toEqual([`asked for TH-50 until ${YEAR}`, "granted TH-50"]);
  });

  test("an account that names no organisation or nobody is refused", async () => {
    const t = await tier();
    const lone = await t.signIn({ role: "practitioner", endsOn: YEAR });
    const answer = await t.admin.post(`/curate/api/restricted/access/${lone.id}`, {
      areas: ["TH-50"],
      endsOn: YEAR,
    });
    expect(answer.status).toBe(400);
    const notOne = await t.admin.post(`/curate/api/restricted/access/${t.editor.id}`, {
      areas: ["TH-50"],
      endsOn: YEAR,
    });
    expect(notOne.status).toBe(400);
    expect(await t.catalogue.select().from(table.practitionerAccess)).toEqual([]);
  });

  test("asking for other areas takes the grant back, one person withdraws it at once, and an account that ends is out", async () => {
    const t = await tier();
    await t.granted();
    expect((await t.open()).status).toBe(200);
    await t.ask(["TH-50", "TH-57"]);
    expect((await t.open()).status).toBe(403);
    await t.grant();
    expect((await t.open("TH-57")).status).toBe(200);

    const gone = await t.publisher.post(`/curate/api/restricted/access/${t.workerId}/withdraw`, {
      reason: "left",
    });
    expect(gone.status).toBe(200);
    expect((await t.open()).status).toBe(403);
    expect((await t.worker.get("/curate/api/me")).status).toBe(403);
    expect(
      await t.catalogue
        .select()
        .from(table.curatorSession)
        .where(eq(table.curatorSession.userId, t.workerId)),
    ).toEqual([]);
    expect(
      (await t.worker.post(`/curate/api/restricted/access/${t.workerId}/withdraw`, { reason: "" })).status,
    ).toBe(403);

    const other = await tier();
    await other.granted();
    other.clock.now = new Date("2027-11-21T00:30:00Z");
    expect((await other.open()).status).toBe(403);
  });
});

describe("opening an area", () => {
  test("gives intake contacts and entry rules of the whole area, named for who opened it, written down as “opened area”", async () => {
    const t = await tier();
    await t.granted();
    const answer = await t.open();
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const area = (await answer.json()) as RestrictedArea;
    expect(area.receiver).toMatchObject({
      name: "Mai Somsri",
      organization: "Riverside Clinic",
      on: "2026-11-21",
    });
    expect(area.listings).toHaveLength(1);
    expect(area.listings[0]).toMatchObject({ contacts: [{ value: PHONE }], entryRules: [{ en: RULE }] });
    const openings = (await t.rows()).filter(({ entity }) => entity === "area-opening");
    expect(openings).toMatchObject([{ actor: t.workerId, reason: "opened area TH-50", changed: ["TH-50"] }]);
    // By area, never by listing.
    expect(JSON.stringify(openings)).not.toContain(t.id);
    const mine = (await (await t.worker.get("/curate/api/restricted")).json()) as MyAccess;
    expect(mine).toMatchObject({ why: "granted", areas: [{ code: "TH-50" }], today: [{ area: "TH-50" }] });
  });

  test("never holds a withheld address: a contact or a rule that says it is left out whole", async () => {
    const t = await tier();
    await t.granted();
    const { form } = await read(t.publisher, t.id);
    const [place = ""] = Object.keys(form).filter((field) => field.startsWith("place:"));
    await save(t.publisher, t.id, {
      base: 2,
      changes: {
        [place]: { ...(form[place] as object), privacy: "withheld" },
        "note:way": note("Behind 77 Canary Street, blue gate", { position: 1 }),
        "contact:map": contact({ value: "053 222 333", label: { en: "18.71234, 98.91234" } }),
        "contact:inside": contact({ value: "053 444 555", audience: "internal" }),
        "contact:at-place": contact({ value: "053 666 777", owner: place.slice("place:".length) }),
      },
    });
    const text = await (await t.open()).text();
    for (const secret of ["Canary", "50999", "18.712", "98.912", "053 222 333", "053 444 555"])
      expect(text).not.toContain(secret);
    expect(text).toContain("053 666 777");
  });

  test("a fourth area of a day asks an admin, who lets it be opened or does not", async () => {
    const t = await tier();
    await t.granted(["TH"]);
    for (const area of ["TH-50", "TH-51", "TH-52", "TH-50"]) expect((await t.open(area)).status).toBe(200);
    expect((await t.open("TH-53")).status).toBe(429);
    expect((await t.open("TH-53")).status).toBe(429);
    expect((await t.open("TH-54")).status).toBe(429);
    const decide = (area: string, allow: boolean, by: Browser = t.admin) =>
      by.post(`/curate/api/restricted/openings/${t.workerId}`, { day: "2026-11-21", area, allow });
    const page = (await (await t.admin.get("/curate/api/restricted/access")).json()) as AccessPage;
    expect(page.openings.map(({ area }) => area).sort()).toEqual(["TH-53", "TH-54"]);
    expect((await decide("TH-53", true, t.publisher)).status).toBe(403);
    expect((await decide("TH-53", true)).status).toBe(200);
    expect((await decide("TH-54", false)).status).toBe(200);
    expect((await decide("TH-54", false)).status).toBe(409);
    expect((await t.open("TH-53")).status).toBe(200);
    expect((await t.open("TH-54")).status).toBe(403);
    t.clock.now = new Date("2026-11-22T09:00:00Z");
    // A new day is counted anew.
    expect((await t.open("TH-54")).status).toBe(200);
  });

  test("a whole country, an area that is none, one that was not granted, and people of the office are refused and leave nothing", async () => {
    const t = await tier();
    await t.granted();
    const before = (await t.rows()).length;
    for (const area of ["TH", "ZZ-1"]) expect((await t.open(area)).status).toBe(400);
    expect((await t.open("nowhere")).status).toBe(400);
    expect((await t.open("TH-57")).status).toBe(403);
    for (const browser of [t.admin, t.publisher, t.editor, t.browser()])
      expect((await browser.post("/curate/api/restricted/open", { area: "TH-50" })).status).toBe(403);
    expect((await t.rows()).length).toBe(before);
    expect(await t.catalogue.select().from(table.areaOpening)).toEqual([]);
  });

  test("what only practitioners see changes nothing that is public: no part of a bundle, no version", async () => {
    const t = await tier();
    await t.apply();
    const files = async () =>
      (await t.published.select({ file: published.bundlePart.file }).from(published.bundlePart))
        .map(({ file }) => file)
        .sort();
    const before = [await files(), await readDocument(t.published, "state")];
    const answer = await save(t.publisher, t.id, {
      base: 2,
      changes: {
        "contact:intake": contact({ value: "053 000 111" }),
        "note:more": note("Bring nothing", { position: 2 }),
      },
    });
    expect(answer).toMatchObject({ status: 200, carried: true });
    await t.apply();
    expect([await files(), await readDocument(t.published, "state")]).toEqual(before);
    const everything = JSON.stringify(await t.published.select().from(published.listing));
    for (const secret of [PHONE, RULE, "053 000 111", "Bring nothing"])
      expect(everything).not.toContain(secret);
  });
});

describe("the checklist against infiltration", () => {
  test("needs somebody to have been there, or two listed organisations to vouch for it", async () => {
    const t = await tier();
    const second = organizationInput({ sourceId: "harbour", name: { en: "Harbour" } });
    const draft = organizationInput({ sourceId: "quiet", name: { en: "Quiet" }, services: [] });
    await t.publish(second, draft);
    const organizations = await t.catalogue.select().from(table.organization);
    const idOf = (name: string) => organizations.find((one) => one.name === name)?.id ?? "";
    const missing = async (changes: object) =>
      ((await (await t.vet({ seenInPerson: false, ...changes })).json()) as { missing: string[] }).missing;
    expect(await missing({})).toEqual(["seen-or-vouched"]);
    // One that lists nothing, and the organisation itself, vouch for nobody.
    expect(await missing({ vouchedBy: [idOf("Lantern House"), idOf("Quiet"), t.organization] })).toEqual([
      "seen-or-vouched",
    ]);
    expect(await missing({ vouchedBy: [idOf("Lantern House"), idOf("Harbour")] })).toEqual([]);
    expect(await missing({ seenInPerson: true, nothingShared: false })).toEqual(["nothing-shared"]);
    expect((await t.vet({ calledBack: "" })).status).toBe(400);
    expect((await t.vet({}, t.editor)).status).toBe(403);
  });

  test("a phone or an address shared with a flagged one is found whatever was ticked, and closes the door at once", async () => {
    const t = await tier();
    await t.granted();
    expect((await t.open()).status).toBe(200);
    const bad = organizationInput({
      sourceId: "bad",
      name: { en: "Bad Moon" },
      locations: [placeInput({ lines: { en: "9 Crooked Lane" } })],
      services: [
        serviceInput({
          sourceId: "bad-one",
          contacts: [{ channel: "phone", value: "+66 53 111 999" }],
          locations: ["house"],
        }),
      ],
    });
    const { published: ids } = await t.publish(bad);
    await t.publisher.post(`/curate/api/listings/${ids[0]}/move`, { to: "suspended", reason: "concern" });
    await t.catalogue.insert(table.contact).values({
      id: "shared",
      entity: "organization",
      entityId: t.organization,
      position: 0,
      channel: "phone",
      value: "053 111 999",
      dialScope: "unknown",
      language: "en",
      audience: "internal",
    });
    const answer = (await (await t.vet()).json()) as { passed: boolean; missing: string[] };
    expect(answer).toEqual({ passed: false, missing: ["shared-phone"] });
    expect((await t.open()).status).toBe(403);
    expect((await t.grant()).status).toBe(409);
  });
});

describe("what a provider belongs to and keeps", () => {
  const network = {
    code: "north-referral",
    kind: "network",
    name: "Northern referral network",
    url: "https://network.example/members",
    focalPoint: "Duty officer, 053 111 222",
  };
  const conduct = {
    code: "code-2024",
    kind: "code-of-conduct",
    name: "Code of conduct 2024",
    url: null,
    focalPoint: null,
  };
  const pages = async (t: Awaited<ReturnType<typeof tier>>) => {
    const site = createPublicApp({
      published: t.published,
      inbox: t.inbox,
      renderPage,
      assets: { script: "/x.js", preload: [], styles: [] },
      places: placesOf("web/public"),
      now: () => t.clock.now,
      proofKey: "a key of the tests",
    });
    return async (path: string) => await (await site.request(path)).text();
  };

  test("is set by a coordinator, stands on the public page and in what other systems read, and names whom to turn to for practitioners alone", async () => {
    const t = await tier();
    const before = { affiliations: [] };
    await t.admin.post("/curate/api/settings", { before, after: { affiliations: [network, conduct] } });
    const set = await save(t.publisher, t.id, {
      base: 2,
      changes: { "organization:affiliations": ["north-referral", "code-2024"] },
    });
    expect(set).toMatchObject({ status: 200, carried: true });

    const listing = await getListing(t.published, t.id);
    const shown = [network, conduct].map(({ code, kind, name, url }) => ({ code, kind, name, url }));
    expect(listing.organization.affiliations).toEqual(shown);
    const page = await pages(t);
    const html = await page("/en/area/TH-50");
    expect(html).toContain("They belong to: Northern referral network");
    expect(html).toContain('href="https://network.example/members"');
    expect(html).toContain("They keep this code of conduct: Code of conduct 2024");
    const organization = JSON.parse(await page(`/hsds/organizations/${listing.organization.id}`)) as {
      attributes: { link_type: string; value?: string }[];
    };
    expect(
      organization.attributes
        .filter(({ link_type: type }) => type === "affiliation")
        .map(({ value }) => value),
    ).toEqual([network.name, conduct.name]);
    // Whom to turn to is in nothing public.
    for (const rows of [published.listing, published.bundlePart, published.document])
      expect(JSON.stringify(await t.published.select().from(rows))).not.toContain("Duty officer");

    await t.granted();
    const opened = (await (await t.open()).json()) as RestrictedArea;
    expect(opened.listings[0]?.affiliations).toEqual([network, conduct]);
    expect(JSON.stringify(restrictedEdition([opened], (code) => code))).toContain(
      "Northern referral network: Duty officer, 053 111 222",
    );

    // Another name in the settings reaches the page without anybody opening the listing.
    await t.admin.post("/curate/api/settings", {
      before: { affiliations: [network, conduct] },
      after: { affiliations: [{ ...network, name: "Northern safety network" }, conduct] },
    });
    expect(await page("/en/area/TH-50")).toContain("They belong to: Northern safety network");
  });
});

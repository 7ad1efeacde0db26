import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, outbox, taxonomyTerm, text } from "#db/schema/catalogue/index.ts";
import { TEXTS } from "#db/seed/texts/index.ts";
import type { SettingsView, TermView, TextLine } from "#server/contract/curate/settings.ts";
import type { SettingsFile } from "#server/curation/settings/settings-file.ts";
import { seedTexts } from "#server/curation/write-texts.ts";
import { getSettings, listAreas, listPublicTexts, listTerms } from "#server/directory/directory.ts";
import { createPublicApp } from "#server/public-app.ts";
import { policyInForce } from "#server/contract/inclusion-policy.ts";
import { FIRST_SETTINGS, readSettings } from "#server/publication/settings.ts";
import { CHECKED, deskWithListing, move } from "./listing.ts";
import { office } from "./office.ts";

const auditOf = async (o: Awaited<ReturnType<typeof office>>, entity: string) =>
  o.catalogue.select().from(audit).where(eq(audit.entity, entity));
const change = (after: Record<string, unknown>, before: Record<string, unknown> = FIRST_SETTINGS) => ({
  before: Object.fromEntries(Object.keys(after).map((name) => [name, before[name] ?? null])),
  after,
});
interface Refused {
  readonly error: { readonly code: string; readonly fields?: Record<string, string> };
}
const refused = async (answer: Response) => {
  const { error } = (await answer.json()) as Refused;
  return { status: answer.status, fields: Object.keys(error.fields ?? {}) };
};

describe("settings", () => {
  test("an admin changes them, the public half goes out at once, and the audit holds before and after", async () => {
    const o = await office();
    const admin = await o.signIn();
    const after = {
      countries: ["TH"],
      areas: ["TH-50", "TH-57"],
      areaNames: { "TH-50": { en: "Chiang Mai and hills" } },
      publicName: "Northern Help Guide",
      runBy: { en: "Northern network" },
      languages: ["th", "en"],
      deadlines: { hotline: 60, shelter: 120, other: 300, grace: 30 },
      exitTargets: { "": "https://weather.example.org/", TH: null },
      twoPersonPublishing: true,
    };
    const answer = await admin.post("/curate/api/settings", change(after));
    expect(await answer.json()).toMatchObject({ settings: after, carried: true });
    expect(await getSettings(o.published)).toMatchObject({
      publicName: "Northern Help Guide",
      languages: ["th", "en"],
    });
    const areas = await listAreas(o.published);
    expect(areas.map(({ code }) => code)).toEqual(["TH", "TH-50", "TH-57"]);
    expect(areas[1]?.names).toMatchObject({ en: "Chiang Mai and hills", th: "เชียงใหม่" });
    const [row] = await auditOf(o, "settings");
    expect(row).toMatchObject({ action: "update", actor: admin.id });
    expect(row?.detail).toContainEqual({
      field: "publicName",
      before: "Waymark",
      after: "Northern Help Guide",
    });
    expect(JSON.stringify(await getSettings(o.published))).not.toContain("twoPerson");
  });

  test("a number that is no number is not dialled, and lines of the police come last", async () => {
    const o = await office();
    const admin = await o.signIn();
    const line = { country: "TH", dial: null, label: { en: "A" }, recorded: null };
    const emergency = [
      { ...line, number: "191", kind: "police" },
      { ...line, number: "000 111 222", kind: "state", tells: "nobody" },
    ];
    await admin.post("/curate/api/settings", change({ countries: ["TH"], emergency }));
    expect((await readSettings(o.catalogue)).emergency).toMatchObject([
      { number: "000 111 222", dial: null, tells: "nobody" },
      { number: "191", dial: "191", kind: "police" },
    ]);
  });

  test.each([
    [{ countries: ["XX"] }, "countries"],
    [{ areas: ["TH-50"] }, "areas"],
    [{ languages: ["en", "xx"] }, "languages"],
    [{ languages: [] }, "languages"],
    [{ checkedLanguages: ["en", "de"] }, "checkedLanguages"],
    [{ exitTargets: { "": "http://weather.example.org/" } }, "exitTargets"],
    [{ exitTargets: { "": "https://localhost:8787/curate" } }, "exitTargets"],
    [{ exitTargets: { "": "javascript:alert(1)" } }, "exitTargets"],
    [{ publicName: "Help for trafficking victims" }, "publicName"],
    [{ words: { en: { "need.legal": "Help for survivors" } } }, "words"],
    [{ words: { en: { "site.leave": "Stay" } } }, "words"],
    [{ colours: { trail: "#ffee00", action: null } }, "colours"],
    [{ deadlines: { hotline: 0, shelter: 1, other: 1, grace: 1 } }, "deadlines"],
    [{ policies: [] }, "policies"],
    [{ demo: true }, "demo"],
    [{ setup: { answered: [], finishedOn: null } }, "setup"],
    [{ unheardOf: 1 }, "(other)"],
  ])("refuses %j, says which it is, and changes nothing", async (after, field) => {
    const o = await office();
    const admin = await o.signIn();
    const before = await readSettings(o.catalogue);
    const answer = await admin.post("/curate/api/settings", change(after));
    expect(await refused(answer)).toEqual({ status: 400, fields: [field] });
    expect(await readSettings(o.catalogue)).toEqual(before);
    expect(await auditOf(o, "settings")).toEqual([]);
  });

  test("nobody but an admin changes them; what somebody else changed meanwhile is not written over", async () => {
    const o = await office();
    const admin = await o.signIn();
    for (const role of ["publisher", "editor"] as const) {
      const other = await o.signIn({ role });
      expect((await other.post("/curate/api/settings", change({ publicName: "X" }))).status).toBe(403);
      expect((await other.get("/curate/api/settings/file")).status).toBe(403);
      expect((await other.get("/curate/api/settings")).status).toBe(role === "publisher" ? 200 : 403);
    }
    expect((await o.browser().post("/curate/api/settings", change({ publicName: "X" }))).status).toBe(403);
    expect((await admin.post("/curate/api/settings", change({ publicName: "First" }))).status).toBe(200);
    const late = await admin.post("/curate/api/settings", change({ publicName: "Second" }));
    expect(await refused(late)).toEqual({ status: 409, fields: ["publicName"] });
    expect((await readSettings(o.catalogue)).publicName).toBe("First");
  });

  test("go out as a file and come back from it, all or nothing", async () => {
    const o = await office();
    const admin = await o.signIn();
    await admin.post("/curate/api/settings", change({ countries: ["TH"], publicName: "Guide" }));
    const file = (await (await admin.get("/curate/api/settings/file")).json()) as SettingsFile;
    const other = await office();
    const theirs = await other.signIn();
    expect((await theirs.post("/curate/api/settings/file", file)).status).toBe(200);
    expect(await readSettings(other.catalogue)).toEqual(await readSettings(o.catalogue));
    const broken = { ...file, settings: { ...file.settings, publicName: "New", languages: ["xx"] } };
    expect(await refused(await theirs.post("/curate/api/settings/file", broken))).toEqual({
      status: 400,
      fields: ["languages", "checkedLanguages"],
    });
    expect((await theirs.post("/curate/api/settings/file", { settings: {} })).status).toBe(400);
    expect((await readSettings(other.catalogue)).publicName).toBe("Guide");
  });
});

describe("colours", () => {
  test("are served as a style sheet for the light scheme, and leave with the setting", async () => {
    const o = await office();
    const admin = await o.signIn();
    const site = createPublicApp({
      published: o.stores.published,
      inbox: o.stores.inbox,
      renderPage: () => "",
      assets: { script: "/a.js", preload: [], styles: [] },
      places: () => Promise.resolve(null),
      now: () => o.clock.now,
      proofKey: "a key of the tests",
    });
    const css = async () => (await site.request("/colours.css")).text();
    expect(await css()).toBe("");
    const colours = { trail: "#103050", action: null };
    expect((await admin.post("/curate/api/settings", change({ colours }))).status).toBe(200);
    expect(await css()).toContain("(prefers-color-scheme:light){:root{--trail:#103050}}");
    await admin.post("/curate/api/settings", change({ colours: { trail: null, action: null } }, { colours }));
    expect(await css()).toBe("");
  });
});

describe("the inclusion policy", () => {
  test("a version that was in force stays as it was; a new one is what the checklist then asks for", async () => {
    const d = await deskWithListing();
    const [first] = FIRST_SETTINGS.policies;
    const rewritten = [{ ...first, criteria: [{ code: "consent", text: null }] }];
    const late = { ...first, version: "2", from: "2026-12-01", nextReview: "2031-01-01" };
    for (const policies of [rewritten, [first, late]])
      expect((await d.admin.post("/curate/api/settings", change({ policies }))).status).toBe(400);
    const second = {
      version: "2",
      from: "2026-11-21",
      nextReview: "2028-11-21",
      criteria: [{ code: "visited", text: "Somebody was there" }],
      note: null,
    };
    expect((await d.admin.post("/curate/api/settings", change({ policies: [first, second] }))).status).toBe(
      200,
    );
    expect(policyInForce((await readSettings(d.catalogue)).policies).version).toBe("2");
    await move(d.publisher, d.id, "suspended", { reason: "in doubt" });
    await move(d.publisher, d.id, "in-review", { reason: "looked at again" });
    const old = await move(d.publisher, d.id, "published", CHECKED);
    expect(await refused(old)).toEqual({ status: 400, fields: ["visited"] });
    expect((await move(d.publisher, d.id, "published", { criteria: ["visited"] })).status).toBe(200);
  });
});

describe("kinds of help", () => {
  const own = {
    code: "night-school",
    need: "education",
    label: "Night school",
    about: "Lessons after work.",
  };

  test("one is added, renamed by language, and taken away while no listing offers it", async () => {
    const o = await office();
    const publisher = await o.signIn({ role: "publisher" });
    expect((await publisher.post("/curate/api/settings/terms", own)).status).toBe(201);
    const thai = { label: "โรงเรียนภาคค่ำ", about: "เรียนหลังเลิกงาน" };
    await publisher.post("/curate/api/settings/terms/night-school", { names: { th: thai } });
    await publisher.post("/curate/api/settings/terms/legal-advice", {
      names: { en: { label: "Talk with a lawyer", about: "A lawyer listens." } },
    });
    const terms = await listTerms(o.published);
    expect(terms.at(-1)).toMatchObject({ code: "night-school", need: "education", names: { th: thai } });
    expect(terms.find(({ code }) => code === "legal-advice")?.name).toBe("Talk with a lawyer");
    await publisher.post("/curate/api/settings/terms/legal-advice", { names: { en: null } });
    expect((await listTerms(o.published)).find(({ code }) => code === "legal-advice")).toMatchObject({
      name: "Legal advice",
    });
    const { terms: seen } = (await (await publisher.get("/curate/api/settings/terms")).json()) as {
      terms: TermView[];
    };
    expect(seen.at(-1)).toMatchObject({ own: true, used: 0 });
    expect(
      (await publisher.call("/curate/api/settings/terms/night-school", { method: "DELETE" })).status,
    ).toBe(200);
    expect((await auditOf(o, "taxonomy-term")).map(({ action }) => action)).toEqual([
      "create",
      "update",
      "update",
      "update",
      "delete",
    ]);
  });

  test("a taken code, words that are not said, one that is offered or came with Waymark, and editors are refused", async () => {
    const d = await deskWithListing();
    const before = await d.catalogue.select().from(taxonomyTerm);
    const path = "/curate/api/settings/terms";
    expect((await d.publisher.post(path, { ...own, code: "legal-advice" })).status).toBe(409);
    expect((await d.publisher.post(path, { ...own, label: "For victims" })).status).toBe(400);
    expect((await d.publisher.post(path, { ...own, need: "magic" })).status).toBe(400);
    expect((await d.publisher.call(`${path}/legal-advice`, { method: "DELETE" })).status).toBe(409);
    expect((await d.publisher.post(`${path}/nothing`, { names: {} })).status).toBe(404);
    expect((await d.editor.post(path, own)).status).toBe(403);
    expect(await d.catalogue.select().from(taxonomyTerm)).toEqual(before);
    expect(await auditOf(d, "taxonomy-term")).toEqual([]);
  });
});

describe("pages of words", () => {
  const page = {
    page: "papers",
    country: "TH",
    language: "en",
    title: "Papers in Thailand",
    body: "You can ask at the district office.",
    source: { name: "Own visit", url: null },
    state: "published",
  };

  test("are written for a country, are public at once, and are checked by a verb of its own", async () => {
    const o = await office();
    await seedTexts(o.context, TEXTS);
    const publisher = await o.signIn({ role: "publisher", name: "Mali S." });
    expect((await publisher.post("/curate/api/settings/texts", page)).status).toBe(200);
    const own = async () => (await listPublicTexts(o.published)).find(({ country }) => country === "TH");
    expect(await own()).toMatchObject({ title: "Papers in Thailand", checked: false, date: "2026-11-21" });
    const key = { page: "papers", country: "TH", language: "en" };
    expect((await publisher.post("/curate/api/settings/texts/checked", key)).status).toBe(200);
    expect(await own()).toMatchObject({ checked: true });
    const { texts } = (await (await publisher.get("/curate/api/settings/texts")).json()) as {
      texts: TextLine[];
    };
    expect(texts.find(({ country }) => country === "TH")).toMatchObject({
      standing: "checked",
      checkedOn: "2026-11-21",
      checkedBy: "Mali S.",
    });
    await publisher.post("/curate/api/settings/texts/removed", key);
    expect(await own()).toBeUndefined();
    expect((await auditOf(o, "text")).map(({ action }) => action)).toEqual(["create", "update", "delete"]);
  });

  test("a translation is old once the English was written anew, and not by its being checked", async () => {
    const o = await office();
    await seedTexts(o.context, TEXTS);
    const publisher = await o.signIn({ role: "publisher" });
    const standing = async () => {
      const { texts } = (await (await publisher.get("/curate/api/settings/texts")).json()) as {
        texts: TextLine[];
      };
      return texts.find(({ page: one, language }) => one === "papers" && language === "th")?.standing;
    };
    o.clock.now = new Date("2026-11-25T12:00:00Z");
    await publisher.post("/curate/api/settings/texts/checked", {
      page: "papers",
      country: "001",
      language: "en",
    });
    expect(await standing()).toBe("unchecked");
    await publisher.post("/curate/api/settings/texts", { ...page, country: "001" });
    expect(await standing()).toBe("stale");
  });

  test("HTML, words that are not said, pages that there are not and editors are refused, and nothing is written", async () => {
    const o = await office();
    const publisher = await o.signIn({ role: "publisher" });
    const editor = await o.signIn({ role: "editor" });
    const path = "/curate/api/settings/texts";
    for (const wrong of [
      { ...page, body: "<b>bold</b>" },
      { ...page, body: "For victims" },
      { ...page, page: "news" },
      { ...page, country: "Thailand" },
      { ...page, source: { name: "A", url: "http://a.example" } },
    ])
      expect((await publisher.post(path, wrong)).status).toBe(400);
    expect((await editor.post(path, page)).status).toBe(403);
    const key = { page: "rights", country: "001", language: "en" };
    expect((await publisher.post(`${path}/removed`, key)).status).toBe(400);
    expect((await publisher.post(`${path}/checked`, key)).status).toBe(404);
    expect(await o.catalogue.select().from(text)).toEqual([]);
    expect(await auditOf(o, "text")).toEqual([]);
  });
});

describe("what organisations keep and belong to", () => {
  const network = {
    code: "north-referral",
    kind: "network",
    name: "Northern referral mechanism",
    url: null,
    focalPoint: "Duty officer, provincial office",
  };
  const code = {
    code: "code-2024",
    kind: "code-of-conduct",
    name: "Code of conduct 2024",
    url: null,
    focalPoint: null,
  };

  test("a network with its focal point and a code of conduct are listed, set on an organisation, and cannot be dropped while in use", async () => {
    const d = await deskWithListing();
    const affiliations = [network, code];
    await d.admin.post("/curate/api/settings", change({ affiliations }));
    const saved = await d.publisher.post(`/curate/api/listings/${d.id}/save`, {
      base: 1,
      changes: { "organization:affiliations": ["north-referral", "code-2024"] },
    });
    expect(saved.status).toBe(200);
    const detail = (await (await d.editor.get(`/curate/api/listings/${d.id}`)).json()) as {
      form: Record<string, unknown>;
    };
    expect(detail.form["organization:affiliations"]).toEqual(["code-2024", "north-referral"]);
    const { affiliations: known } = (await (
      await d.editor.get("/curate/api/facts")
    ).json()) as SettingsView["settings"];
    expect(known).toEqual(affiliations);
    const dropped = await d.admin.post(
      "/curate/api/settings",
      change({ affiliations: [code] }, { affiliations }),
    );
    expect(await refused(dropped)).toEqual({ status: 400, fields: ["affiliations"] });
    const strange = await d.publisher.post(`/curate/api/listings/${d.id}/save`, {
      base: 2,
      changes: { "organization:affiliations": ["made-up"] },
    });
    expect(await refused(strange)).toEqual({ status: 400, fields: ["organization:affiliations"] });
    expect(JSON.stringify(await getSettings(d.published))).not.toContain("Duty officer");
    expect(await d.catalogue.select().from(outbox)).toEqual([]);
  });
});

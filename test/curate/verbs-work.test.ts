import { beforeAll, describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import { report, suggestion } from "#db/schema/inbox/index.ts";
import { editedWorkbook } from "../exchange/edited-workbook.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { type Browser, CHECKED, deskWithListing, read } from "./listing.ts";
import { DAY, VERBS } from "./verb-table.ts";

/**
 * Each verb of the table, said by somebody who may with input that is in order: it is done, and the audit then has a
 * row more that names who said it. The order is that of a life: what a step needs was made by one before it.
 */

/** Verbs that leave no audit row, and why. */
const SILENT: Readonly<Record<string, string>> = {
  "POST /gap-notes": "an audit says who and when; a gap with both would point at the person it was noted for",
  "POST /listings/:id/preview": "shows, and writes nothing",
  "POST /desk/alike": "shows, and writes nothing",
  "POST /imports/columns": "shows, and writes nothing",
  "POST /desk/carry": "tries again what earlier verbs decided and wrote down",
};

/** Verbs that need a server of their own; the tests named in the table say that the audit row is there. */
const ELSEWHERE: readonly string[] = [
  "POST /curators/:id/mail-link",
  "POST /sharing",
  "POST /sharing/:id/refresh",
  "POST /sharing/versions/:id",
];

const said = new Set<string>();
let d: Awaited<ReturnType<typeof deskWithListing>>;
beforeAll(async () => {
  d = await deskWithListing();
});

type Person = Browser;
type Body = FormData | object;
type Answer = Readonly<Record<string, unknown>>;

/** Says one verb, at `path` where the line has ids in it, and looks at the audit. Answers what came back. */
async function say(by: Person, line: string, body: Body = {}, path?: string): Promise<Answer> {
  const [method = "", own = ""] = line.split(" ");
  const rows = () => d.catalogue.select().from(table.audit);
  const before = new Set((await rows()).map(({ id }) => id));
  const isForm = body instanceof FormData;
  const answer = await by.call(`/curate/api${path ?? own}`, {
    method,
    body: isForm ? body : JSON.stringify(body),
    ...(isForm ? {} : { headers: { "Content-Type": "application/json" } }),
  });
  const text = await answer.text();
  expect([line, answer.ok, answer.ok ? "" : text]).toEqual([line, true, ""]);
  const fresh = (await rows()).filter(({ id }) => !before.has(id));
  const mine = fresh.filter(({ actor }) => actor === by.id);
  if (line in SILENT) expect([line, fresh]).toEqual([line, []]);
  else expect([line, mine.length > 0]).toEqual([line, true]);
  said.add(line);
  return text.startsWith("{") ? (JSON.parse(text) as Answer) : {};
}

const form = (fields: Readonly<Record<string, string | File>>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};
const idOf = (answer: Answer): string => String(answer["id"]);
const json = async (answer: Promise<Response>): Promise<Answer> => (await (await answer).json()) as Answer;

describe("each verb, said by somebody who may, is done and names them in the audit", () => {
  test("listings: a draft, its steps, what hangs on it, two that are one, and the end", async () => {
    const { admin, publisher, editor, id } = d;
    const made = await say(editor, "POST /listings", {
      name: "Night bus",
      language: "en",
      organization: { name: "Road Friends" },
    });
    const at = (verb: string) => `/listings/${id}${verb}`;
    await say(
      editor,
      "POST /listings/:id/save",
      { base: 1, changes: { minimumAge: 7 } },
      `/listings/${idOf(made)}/save`,
    );
    await say(publisher, "POST /listings/:id/save", { base: 1, changes: { minimumAge: 7 } }, at("/save"));
    await say(editor, "POST /listings/:id/preview", { changes: {} }, at("/preview"));
    await say(publisher, "POST /listings/:id/restore", { revision: 1 }, at("/restore"));
    await say(editor, "POST /listings/:id/calls", { outcome: "no-answer" }, at("/calls"));
    await say(editor, "POST /listings/:id/own-link", { days: 14 }, at("/own-link"));
    await say(editor, "DELETE /listings/:id/own-link", {}, at("/own-link"));
    await say(
      editor,
      "POST /translations/:id",
      {
        unit: "text:name",
        language: "th",
        before: "",
        text: "โต๊ะ",
        as: "draft",
      },
      `/translations/${idOf(made)}`,
    );

    const governed = (verb: string) => `/governance/listings/${id}${verb}`;
    const paper = await say(
      editor,
      "POST /governance/listings/:id/evidence",
      form({
        file: new File(["%PDF-1.7"], "licence.pdf", { type: "application/pdf" }),
        criterion: "authorised-or-vouched",
      }),
      governed("/evidence"),
    );
    await say(
      editor,
      "DELETE /governance/listings/:id/evidence/:paper",
      {},
      governed(`/evidence/${idOf(paper)}`),
    );

    const [place] = await d.catalogue.select().from(table.location);
    const address = (verb: string) => `/desk/addresses/${place?.id ?? ""}/${verb}`;
    await say(editor, "POST /desk/addresses/:id/ask", { reason: "It has a sign" }, address("ask"));
    await say(editor, "POST /desk/addresses/:id/refuse", {}, address("refuse"));
    await say(editor, "POST /desk/addresses/:id/ask", { reason: "It has a sign" }, address("ask"));
    await say(publisher, "POST /desk/addresses/:id/agree", {}, address("agree"));

    const [service] = await d.catalogue.select().from(table.service);
    const organization = `/governance/organizations/${service?.organizationId ?? ""}`;
    await say(
      editor,
      "POST /governance/organizations/:id/consent",
      CHECKED.consent,
      `${organization}/consent`,
    );
    await say(publisher, "POST /listings/:id/move", { to: "suspended", reason: "x" }, at("/move"));
    const appeal = await say(
      editor,
      "POST /governance/listings/:id/appeals",
      { byRole: "director", what: "It was another house" },
      governed("/appeals"),
    );
    await say(
      admin,
      "POST /governance/appeals/:id",
      { outcome: "upheld", answer: "We rang the ministry" },
      `/governance/appeals/${idOf(appeal)}`,
    );

    const { published } = await d.publish(
      organizationInput({ sourceId: "one", services: [serviceInput({ name: { en: "One desk" } })] }),
      organizationInput({ sourceId: "two", services: [serviceInput({ name: { en: "Two desk" } })] }),
      organizationInput({ sourceId: "three", services: [serviceInput({ name: { en: "Third desk" } })] }),
    );
    const [keep = "", away = "", third = ""] = published;
    const pair = { a: keep, b: away };
    await say(publisher, "POST /governance/distinct", { ...pair, reason: "two houses" });
    await say(publisher, "DELETE /governance/distinct", pair);
    await say(publisher, "POST /governance/merge", { keep, away, take: [] });
    const { organizationId } = await read(admin, keep);
    await say(
      publisher,
      "POST /governance/organizations/:id/consent/withdraw",
      CHECKED.consent,
      `/governance/organizations/${organizationId}/consent/withdraw`,
    );
    const { code } = await read(admin, third);
    await say(admin, "POST /incident/close");
    await say(
      admin,
      "POST /incident/:code/take-away",
      { reason: "it got out" },
      `/incident/${code}/take-away`,
    );
    await say(admin, "POST /incident/open");
    await say(
      publisher,
      "POST /governance/listings/:id/do-not-list",
      { on: true, reason: "harm" },
      governed("/do-not-list"),
    );
    const now = d.clock.now;
    d.clock.now = new Date("2029-11-25T12:00:00Z");
    await say(
      admin,
      "POST /governance/listings/:id/erase",
      { reason: "three years are over" },
      governed("/erase"),
    );
    d.clock.now = now;
  });

  test("the inbox: proposals, reports, suggestions; and what only looks", async () => {
    const { publisher, editor } = d;
    const { published } = await d.publish(
      organizationInput({
        sourceId: "four",
        locations: [placeInput()],
        services: [serviceInput({ name: { en: "Fourth desk" }, locations: ["house"] })],
      }),
    );
    const [id = ""] = published;
    const { code, revision } = await read(publisher, id);
    await d.catalogue.insert(table.proposal).values({
      id: "p",
      serviceId: id,
      at: d.clock.now.toISOString(),
      by: "own-link",
      base: revision,
      changes: [{ field: "minimumAge", before: null, after: 9 }],
    });
    await say(publisher, "POST /desk/proposals/:id", { take: ["minimumAge"] }, "/desk/proposals/p");
    await d.inbox.insert(report).values([
      { id: "a", listing: code, kind: "unsafe", week: "2026-W47" },
      { id: "b", listing: code, kind: "wrong", week: "2026-W47" },
    ]);
    await say(publisher, "POST /desk/unsafe/seen");
    await say(
      publisher,
      "POST /desk/reports/:code",
      { kind: "wrong", note: "New hours" },
      `/desk/reports/${code}`,
    );
    expect(await d.inbox.select().from(report)).toMatchObject([{ id: "a" }]);
    const suggested = { name: "Soup kitchen", area: "TH-50", need: "legal", channel: "phone" } as const;
    await d.inbox.insert(suggestion).values([
      { id: "s", ...suggested, contact: "000 0000 5", week: "2026-W47" },
      { id: "t", ...suggested, contact: "000 0000 6", week: "2026-W47" },
    ]);
    await say(publisher, "DELETE /desk/suggestions/:id", {}, "/desk/suggestions/s");
    expect(await d.inbox.select().from(suggestion)).toMatchObject([{ id: "t" }]);
    await say(editor, "POST /desk/alike", { name: "Advice" });
    await say(editor, "POST /desk/carry");
    await say(editor, "POST /gap-notes", {
      need: "housing",
      service: "emergency-shelter",
      area: "TH-50",
      group: "men",
    });
  });

  test("accounts and the restricted tier", async () => {
    const { admin } = d;
    const second = await d.signIn();
    await say(second, "POST /me/name", { name: "Changed" });
    await say(second, "POST /me/password", { password: "correct horse battery" });
    const other = idOf(await say(admin, "POST /curators", { email: "a@example.org", role: "editor" }));
    await say(admin, "POST /curators/:id/link", {}, `/curators/${other}/link`);
    await say(admin, "POST /curators/:id/disabled", { disabled: true }, `/curators/${other}/disabled`);
    await say(admin, "DELETE /curators/:id", {}, `/curators/${other}`);

    const worker = await d.signIn({
      role: "practitioner",
      name: "Mai Somsri",
      organizationName: "Riverside Clinic",
      endsOn: DAY,
    });
    const account = (await d.catalogue.select().from(table.curator)).find(({ id }) => id === worker.id);
    const access = `/restricted/access/${worker.id}`;
    await say(
      admin,
      "POST /restricted/organizations/:id/vetting",
      { seenInPerson: true, vouchedBy: [], calledBack: "the list of clinics", nothingShared: true },
      `/restricted/organizations/${account?.organizationId ?? ""}/vetting`,
    );
    const asked = ["TH-50", "TH-51", "TH-52", "TH-53"];
    await say(admin, "POST /restricted/access/:id", { areas: asked, endsOn: DAY }, access);
    await say(second, "POST /restricted/access/:id/grant", {}, `${access}/grant`);
    for (const area of asked.slice(0, 3)) await say(worker, "POST /restricted/open", { area });
    expect((await worker.post("/curate/api/restricted/open", { area: "TH-53" })).status).toBe(429);
    await say(
      admin,
      "POST /restricted/openings/:id",
      { day: d.clock.now.toISOString().slice(0, 10), area: "TH-53", allow: true },
      `/restricted/openings/${worker.id}`,
    );
    await say(admin, "POST /restricted/access/:id/withdraw", { reason: "left" }, `${access}/withdraw`);
  });

  test("settings, texts, sub-services, the grid, and what is brought in", async () => {
    const { admin, publisher, editor } = d;
    await say(admin, "POST /settings", { before: { publicName: "Waymark" }, after: { publicName: "Guide" } });
    const file = await json(admin.get("/curate/api/settings/file"));
    await say(admin, "POST /settings/file", {
      ...file,
      settings: { ...(file["settings"] as object), publicName: "Other guide" },
    });
    await say(admin, "POST /settings/start", {
      step: "country",
      before: { countries: [] },
      after: { countries: ["TH"] },
    });
    await say(admin, "POST /settings/start", {
      step: "name",
      before: { publicName: "Other guide" },
      after: { publicName: "The guide" },
    });
    await say(admin, "POST /settings/finish", { removeDemo: false });
    await say(publisher, "POST /settings/terms", {
      code: "night-school",
      need: "education",
      label: "Night school",
      about: "Lessons after work.",
    });
    const term = "/settings/terms/night-school";
    await say(publisher, "POST /settings/terms/:code", { names: { th: { label: "ก", about: "ข" } } }, term);
    await say(publisher, "DELETE /settings/terms/:code", {}, term);
    const key = { page: "papers", country: "TH", language: "en" };
    await say(publisher, "POST /settings/texts", {
      ...key,
      title: "Papers",
      body: "Ask at the office.",
      source: { name: "Own visit", url: null },
      state: "published",
    });
    await say(publisher, "POST /settings/texts/checked", key);
    await say(publisher, "POST /settings/texts/removed", key);
    await say(admin, "POST /translations/interface", { language: "th", by: "Ploy T." });

    const cell = { area: "TH-57", need: "legal", scope: "general" };
    await say(editor, "POST /grid/none", cell);
    await say(editor, "POST /grid/none/undo", cell);
    await say(editor, "POST /grid", {
      ...cell,
      name: "Salt Road desk",
      language: "en",
      service: "legal-advice",
    });

    const { version } = await json(publisher.get("/curate/api/booklets/material?area=TH-50"));
    await say(
      publisher,
      "POST /booklets",
      form({
        file: new File(["%PDF-1.7 and so on"], "numbers.pdf"),
        area: "TH-50",
        languages: "th,en",
        paper: "a5",
        pages: "12",
        large: "true",
        version: String(version),
      }),
    );
    const hsds = JSON.stringify([
      {
        id: "11111111-1111-4111-8111-111111111111",
        name: "Harbour House",
        description: "Help",
        services: [{ id: "22222222-2222-4222-8222-222222222222", name: "Harbour desk", status: "active" }],
      },
    ]);
    const brought = { country: "TH", scope: "general" };
    await say(
      publisher,
      "POST /imports",
      form({ files: new File([hsds], "records.json"), ...brought, take: "yes" }),
    );
    const rows = "Partner,Service name,Hotline\nHarbour,Harbour desk,053 111 222\n";
    await say(publisher, "POST /imports/columns", form({ files: new File([rows], "own.csv"), ...brought }));
    const out = await publisher.get("/curate/api/workbooks?country=TH");
    const back = await editedWorkbook(new Uint8Array(await out.arrayBuffer()), [
      { row: 0, cells: { "Cost: It is free": "yes" } },
    ]);
    await say(
      publisher,
      "POST /workbooks",
      form({ files: new File([new Uint8Array(back)], "back.xlsx"), country: "TH", take: "yes" }),
    );

    const feed = { id: "f", url: "https://other.example/hsds", name: "Other" };
    await d.catalogue.insert(table.feed).values(feed);
    await say(admin, "POST /sharing/:id", { paused: true }, "/sharing/f");
    await say(admin, "DELETE /sharing/:id", {}, "/sharing/f");
  });

  test("none of the table was left out", () => {
    expect([...said, ...ELSEWHERE].sort()).toEqual(Object.keys(VERBS).sort());
    for (const line of Object.keys(SILENT)) expect(Object.keys(VERBS)).toContain(line);
  });
});

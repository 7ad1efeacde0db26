import { count } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, service } from "#db/schema/catalogue/index.ts";
import type { ColumnsAnswer, ImportReport } from "#server/contract/curate/import.ts";
import { office, ORIGIN } from "./office.ts";

const RECORDS = {
  organizations: [
    {
      id: "11111111-1111-4111-8111-111111111111",
      name: "Harbour House",
      description: "Help",
      services: [
        {
          id: "22222222-2222-4222-8222-222222222222",
          name: "Harbour desk",
          status: "active",
          phones: [{ id: "33333333-3333-4333-8333-333333333333", number: "+66 53 111 222" }],
        },
      ],
    },
  ],
};

const send = (
  browser: Awaited<ReturnType<Awaited<ReturnType<typeof office>>["signIn"]>>,
  body: string,
  more = {},
) => {
  const form = new FormData();
  form.append("files", new File([body], "records.json"), "records.json");
  for (const [name, value] of Object.entries({ country: "TH", scope: "general", ...more }))
    form.set(name, String(value));
  return browser.call("/curate/api/imports", { method: "POST", body: form, headers: { Origin: ORIGIN } });
};
const services = async (o: Awaited<ReturnType<typeof office>>) =>
  (await o.catalogue.select({ n: count() }).from(service))[0]?.n;

describe("importing in the back office", () => {
  test("looks first and writes nothing; takes drafts after that, with audit rows; a second run changes nothing", async () => {
    const o = await office();
    const publisher = await o.signIn({ role: "publisher" });
    const body = JSON.stringify(RECORDS.organizations);
    const looked = await send(publisher, body);
    expect(await looked.json()).toMatchObject({ services: { new: 1, changed: 0 }, taken: false });
    expect(await services(o)).toBe(0);
    const taken = (await (await send(publisher, body, { take: "yes" })).json()) as ImportReport;
    expect(taken).toMatchObject({ services: { new: 1 }, taken: true });
    expect((await o.catalogue.select().from(service))[0]).toMatchObject({ curationState: "draft" });
    const rows = await o.catalogue.select().from(audit);
    expect(rows.filter(({ action }) => action === "import")).toMatchObject([{ actor: publisher.id }]);
    const again = await send(publisher, body, { take: "yes" });
    expect(await again.json()).toMatchObject({ services: { new: 0, changed: 0, unchanged: 1 } });
  });

  test("files that cannot be read, none at all, and people who may not publish are refused; nothing is written", async () => {
    const o = await office();
    const publisher = await o.signIn({ role: "publisher" });
    const broken = await send(publisher, "{ not json", { take: "yes" });
    expect(await broken.json()).toMatchObject({ services: null, taken: false });
    const none = new FormData();
    none.set("take", "yes");
    const empty = await publisher.call("/curate/api/imports", { method: "POST", body: none });
    expect(empty.status).toBe(400);
    const editor = await o.signIn({ role: "editor" });
    const body = JSON.stringify(RECORDS.organizations);
    expect((await send(editor, body, { take: "yes" })).status).toBe(403);
    expect((await send(publisher, body, { take: "perhaps" })).status).toBe(400);
    expect(await services(o)).toBe(0);
  });
});

describe("tables whose headers nobody knows", () => {
  const TABLE =
    "Partner,Service name,Hotline,Staff contact\nHarbour House,Harbour desk,053 111 222,canary Jo\n";
  const upload = async (
    browser: Awaited<ReturnType<Awaited<ReturnType<typeof office>>["signIn"]>>,
    path: string,
    more: Record<string, string> = {},
  ) => {
    const form = new FormData();
    form.append("files", new File([TABLE], "partners.csv"), "partners.csv");
    for (const [name, value] of Object.entries({ country: "TH", scope: "general", ...more }))
      form.set(name, value);
    return browser.call(path, { method: "POST", body: form, headers: { Origin: ORIGIN } });
  };

  test("are asked about: a mapping is suggested with what stands in each column, and used when it was mended", async () => {
    const o = await office();
    const publisher = await o.signIn({ role: "publisher" });
    const refused = (await (
      await upload(publisher, "/curate/api/imports", { take: "yes" })
    ).json()) as ImportReport;
    expect(refused).toMatchObject({ unknownHeaders: true, services: null, taken: false });
    const answer = (await (await upload(publisher, "/curate/api/imports/columns")).json()) as ColumnsAnswer;
    expect(answer.tables[0]?.columns[2]).toEqual({ name: "Hotline", filled: 1, samples: ["“053 111 222”"] });
    const [table] = answer.mapping?.tables ?? [];
    expect(table?.columns).toMatchObject({ "Service name": "service.name", Hotline: "service.phone" });
    const mended = {
      ...answer.mapping,
      services: ["legal-advice"],
      tables: [{ ...table, columns: { ...table?.columns, Partner: "organization.name" } }],
    };
    const mapping = JSON.stringify(mended);
    const taken = await upload(publisher, "/curate/api/imports", { take: "yes", mapping });
    expect(await taken.json()).toMatchObject({ services: { new: 1 }, taken: true, unknownHeaders: false });
    const [row] = await o.catalogue.select().from(service);
    expect(row).toMatchObject({ name: "Harbour desk", curationState: "draft" });
    expect(row?.privateNote).toContain("canary Jo");
    const wrong = await upload(publisher, "/curate/api/imports", { mapping: '{"version": 2}' });
    expect(wrong.status).toBe(400);
    const editor = await o.signIn({ role: "editor" });
    expect((await upload(editor, "/curate/api/imports/columns")).status).toBe(403);
  });
});

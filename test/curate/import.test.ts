import { count } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, service } from "#db/schema/catalogue/index.ts";
import type { ImportReport } from "#server/contract/curate/import.ts";
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

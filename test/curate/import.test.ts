import { count } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, service, serviceTaxonomyTerm } from "#db/schema/catalogue/index.ts";
import type { ColumnsAnswer, ImportReport } from "#server/contract/curate/import.ts";
import { getListing } from "#server/directory/directory.ts";
import { wish } from "#server/publication/wishes.ts";
import { read, save } from "./listing.ts";
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

describe("a file that is brought again, changed", () => {
  const [organization] = RECORDS.organizations;
  const [desk] = organization?.services ?? [];
  const brought = (more: object, website?: string) =>
    JSON.stringify([{ ...organization, website, services: [{ ...desk, ...more }] }]);
  const deskAndForm = async () => {
    const o = await office();
    const publisher = await o.signIn({ role: "publisher" });
    await send(publisher, brought({ description: "First words", fees_description: "Free" }), { take: "yes" });
    const id = (await o.catalogue.select().from(service))[0]?.id ?? "";
    return { o, publisher, id, form: async () => (await read(publisher, id)).form };
  };
  const report = async (answer: Promise<Response>) => (await (await answer).json()) as ImportReport;
  const DESCRIPTION = "text:description:en";

  test("is told field by field before anything is written; what was changed here as well stays until a person chooses", async () => {
    const { publisher, id, form } = await deskAndForm();
    await save(publisher, id, { base: 1, changes: { [DESCRIPTION]: "Our words" } });
    const again = brought({ name: "Harbour desk, new", description: "Their words" });
    const looked = await report(send(publisher, again));
    expect(looked).toMatchObject({ openConflicts: 1, moreDifferences: 0, taken: false });
    expect(looked.differences).toMatchObject([{ id, name: "Harbour desk, new" }]);
    const fields = Object.fromEntries(looked.differences[0]?.fields.map((one) => [one.field, one]) ?? []);
    expect(fields[DESCRIPTION]).toEqual({
      field: DESCRIPTION,
      ours: "Our words",
      theirs: "Their words",
      conflict: true,
      whose: "ours",
    });
    expect(fields["text:name:en"]).toMatchObject({
      ours: "Harbour desk",
      theirs: "Harbour desk, new",
      conflict: false,
      whose: "theirs",
    });
    expect(await form()).toMatchObject({ "text:name:en": "Harbour desk", [DESCRIPTION]: "Our words" });

    await send(publisher, again, { take: "yes" });
    expect(await form()).toMatchObject({ "text:name:en": "Harbour desk, new", [DESCRIPTION]: "Our words" });
    const third = brought({ name: "Harbour desk, new", description: "Their third words" });
    expect((await report(send(publisher, third))).openConflicts).toBe(1);
    const choices = JSON.stringify({ [id]: { [DESCRIPTION]: "theirs" } });
    expect((await report(send(publisher, third, { take: "yes", choices }))).openConflicts).toBe(0);
    expect(await form()).toMatchObject({ [DESCRIPTION]: "Their third words" });
  });

  test("what only the file changed can be kept as well, and its history says so", async () => {
    const { o, publisher, id, form } = await deskAndForm();
    const choices = JSON.stringify({ [id]: { [DESCRIPTION]: "ours" } });
    await send(publisher, brought({ description: "Their words" }), { take: "yes", choices });
    expect(await form()).toMatchObject({ [DESCRIPTION]: "First words" });
    const rows = await o.catalogue.select().from(audit);
    expect(rows.at(-1)).toMatchObject({ action: "update", reason: "import", changed: [DESCRIPTION] });
    const wrong = await send(publisher, brought({}), { choices: '{"x": {"y": "neither"}}' });
    expect(wrong.status).toBe(400);
  });

  test("what the public sees already follows at once, and what a file holds back goes whatever is chosen", async () => {
    const { o, publisher, id, form } = await deskAndForm();
    const place = (privacy: string) => ({
      service_at_locations: [
        {
          id: "44444444-4444-4444-8444-444444444444",
          location: {
            id: "55555555-5555-4555-8555-555555555555",
            location_type: "physical",
            place_privacy: privacy,
            latitude: 18.79,
            longitude: 98.98,
            addresses: [
              {
                id: "66666666-6666-4666-8666-666666666666",
                address_1: "1 Canary Road",
                city: "Chiang Mai",
                state_province: "Chiang Mai",
                postal_code: "50200",
                country: "TH",
                address_type: "physical",
              },
            ],
          },
        },
      ],
    });
    await send(publisher, brought(place("public")), { take: "yes" });
    await o.catalogue.update(service).set({ held: [], curationState: "published" });
    await o.catalogue
      .insert(serviceTaxonomyTerm)
      .values({ serviceId: id, code: "legal-advice", position: 0 });
    await wish(o.catalogue, [id], "public");
    await o.apply();
    const street = async () => JSON.stringify(await getListing(o.published, id));
    expect(await street()).toContain("1 Canary Road");
    const [field = "", ours] = Object.entries(await form()).find(([name]) => name.startsWith("place:")) ?? [];
    await save(publisher, id, {
      base: 1,
      changes: { [field]: { ...(ours as object), directions: { en: "Blue door" } } },
    });
    const choices = JSON.stringify({ [id]: { [field]: "ours" } });
    const taken = await report(send(publisher, brought(place("withheld")), { take: "yes", choices }));
    expect(taken.taken).toBe(true);
    expect((await form())[field]).toMatchObject({ privacy: "withheld" });
    expect(await street()).not.toContain("Canary");
  });
});

describe("tables whose headers nobody knows", () => {
  const TABLE =
    "Partner,Service name,Hotline,Staff contact\nHarbour House,Harbour desk,053 111 222,canary Jo\n";
  const upload = async (
    browser: Awaited<ReturnType<Awaited<ReturnType<typeof office>>["signIn"]>>,
    path: string,
    more: Record<string, string> = {},
    content = TABLE,
  ) => {
    const form = new FormData();
    form.append("files", new File([content], "partners.csv"), "partners.csv");
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

  test("name what is not taken before all notes, however late it stands, and say of a column that it is left out", async () => {
    const o = await office();
    const publisher = await o.signIn({ role: "publisher" });
    const lines = Array.from({ length: 520 }, (_, at) => `Harbour House,Desk ${at},,5`);
    const content = ["Partner,Service name,Hotline,Odd", ...lines, ",Lost desk,,5", ""].join("\n");
    const answer = (await (
      await upload(publisher, "/curate/api/imports/columns", {}, content)
    ).json()) as ColumnsAnswer;
    const [table] = answer.mapping?.tables ?? [];
    const { Odd: _unknown, ...columns } = table?.columns ?? {};
    const mapping = JSON.stringify({
      ...answer.mapping,
      services: ["legal-advice"],
      tables: [{ ...table, columns: { ...columns, Partner: "organization.name" } }],
    });
    const report = (await (
      await upload(publisher, "/curate/api/imports", { mapping }, content)
    ).json()) as ImportReport;
    expect(report.problems[0]).toMatchObject({ level: "error", row: "522", leftOut: false });
    const odd = report.problems.find(({ column }) => column === "Odd");
    expect(odd).toMatchObject({ level: "note", leftOut: true });
    const order = report.problems.map(({ level }) => ["error", "held", "note"].indexOf(level));
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });
});

import { count } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { audit, contact, service, translation } from "#db/schema/catalogue/index.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { memoryDirectory } from "../records/memory.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";

const records = (...changes: Parameters<typeof organizationInput>) =>
  [v.parse(OrganizationRecord, organizationInput(...changes))] as const;
const IMPORT = { origin: "import" } as const;

describe("writing records into the catalogue", () => {
  test("new services are drafts with a short code and an audit row", async () => {
    const d = await memoryDirectory();
    const report = await writeRecords(d.context, "test", records(), IMPORT);
    expect(report.services).toEqual({ new: 1, changed: 0, unchanged: 0 });
    const [row] = await d.catalogue.select().from(service);
    expect(row).toMatchObject({ curationState: "draft", scope: "general" });
    expect(row?.code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]$/u);
    expect(await d.catalogue.select().from(audit)).toMatchObject([
      { actor: "command-line", action: "import", entityId: row?.id },
    ]);
  });

  test("a second run changes nothing", async () => {
    const d = await memoryDirectory();
    const all = records({ locations: [placeInput()], services: [serviceInput({ locations: ["house"] })] });
    await writeRecords(d.context, "test", all, IMPORT);
    const before = await d.catalogue.select().from(translation);
    const again = await writeRecords(d.context, "test", all, IMPORT);
    expect(again).toMatchObject({
      organizations: { new: 0, changed: 0 },
      services: { new: 0, changed: 0, unchanged: 1 },
      locations: { unchanged: 1 },
      written: [],
    });
    expect(await d.catalogue.select().from(translation)).toEqual(before);
  });

  test("a changed record keeps its id and its code and leaves nothing of the old one behind", async () => {
    const d = await memoryDirectory();
    await writeRecords(d.context, "test", records(), IMPORT);
    const [before] = await d.catalogue.select().from(service);
    const report = await writeRecords(
      d.context,
      "test",
      records({
        services: [
          serviceInput({ name: { en: "New name" }, contacts: [{ channel: "phone", value: "000 0000 002" }] }),
        ],
      }),
      IMPORT,
    );
    expect(report.services.changed).toBe(1);
    const [after] = await d.catalogue.select().from(service);
    expect(after).toMatchObject({ id: before?.id, code: before?.code, name: "New name" });
    expect((await d.catalogue.select().from(contact)).map(({ value }) => value)).toEqual(["000 0000 002"]);
  });

  test("a dry run counts and writes nothing", async () => {
    const d = await memoryDirectory();
    const report = await writeRecords(d.context, "test", records(), { ...IMPORT, dryRun: true });
    expect(report.services.new).toBe(1);
    expect(await d.catalogue.select({ rows: count() }).from(service)).toEqual([{ rows: 0 }]);
  });

  test("someone who may not publish is refused and nothing is written", async () => {
    const d = await memoryDirectory();
    for (const actor of [{ type: "public" }, { type: "curator", id: "7", role: "editor" }] as const) {
      await expect(writeRecords({ ...d.context, actor }, "test", records(), IMPORT)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    expect(await d.catalogue.select().from(service)).toEqual([]);
  });

  test("a record that the database refuses takes all of the run back", async () => {
    const d = await memoryDirectory();
    const both = [
      ...records(),
      ...records({ sourceId: "bad", services: [serviceInput({ services: ["no-such-service"] })] }),
    ];
    await expect(writeRecords(d.context, "test", both, IMPORT)).rejects.toThrow();
    expect(await d.catalogue.select().from(service)).toEqual([]);
  });

  test("the database itself refuses a word that is not in the vocabulary", async () => {
    const d = await memoryDirectory();
    await writeRecords(d.context, "test", records(), IMPORT);
    await expect(d.catalogue.run("update service set scope = 'both'")).rejects.toThrow();
    await expect(d.catalogue.run("update contact set channel = 'pigeon'")).rejects.toThrow();
  });
});

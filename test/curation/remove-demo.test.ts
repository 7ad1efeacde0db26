import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import { findListings, getSettings } from "#server/directory/directory.ts";
import { firstStart } from "#server/curation/first-start.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import * as v from "valibot";
import { removeDemo } from "#server/curation/remove-source.ts";
import { areas, memoryDirectory } from "../records/memory.ts";
import { organizationInput } from "../records/organization.ts";

async function directoryWithDemo() {
  const d = await memoryDirectory();
  await firstStart(d.context, areas, { demo: true });
  await d.apply();
  return d;
}

describe("removing the demo", () => {
  test("takes everything fictional out, leaves what is real, and unmarks the pages", async () => {
    const d = await directoryWithDemo();
    await d.publish(organizationInput());
    // Another directory's example, which came by its feed.
    const theirs = organizationInput({ sourceId: "theirs", name: { en: "Example of the north" } });
    await writeRecords(
      d.context,
      "feed https://north.example.org/hsds",
      [v.parse(OrganizationRecord, theirs)],
      {
        origin: "demo",
      },
    );
    const { services } = await removeDemo(d.context);
    expect(services).toBeGreaterThan(60);
    expect(
      await d.catalogue
        .select()
        .from(table.sourceRecord)
        .where(eq(table.sourceRecord.source, "feed https://north.example.org/hsds")),
    ).toEqual([]);
    await d.apply();

    const left = await findListings(d.published, {});
    expect(left.filter(({ facts }) => facts.demo)).toEqual([]);
    expect(left.some(({ facts }) => facts.starter)).toBe(true);
    expect(left.some(({ name }) => name["en"] === "Advice desk")).toBe(true);
    expect((await getSettings(d.published)).demo).toBe(false);
    expect(
      await d.catalogue.select().from(table.organization).where(eq(table.organization.demo, "yes")),
    ).toEqual([]);
    expect(await d.catalogue.select().from(table.audit).where(eq(table.audit.entity, "demo"))).toHaveLength(
      1,
    );
  });

  test("is refused whole while a real listing is given at a place of the demo", async () => {
    const d = await directoryWithDemo();
    await d.publish(organizationInput());
    const [real] = await d.catalogue
      .select()
      .from(table.service)
      .where(eq(table.service.name, "Advice desk"));
    const [fictional] = await d.catalogue.select().from(table.location);
    await d.catalogue
      .insert(table.serviceAtLocation)
      .values({ serviceId: real?.id ?? "", locationId: fictional?.id ?? "", position: 0 });
    const before = (await d.catalogue.select().from(table.service)).length;
    await expect(removeDemo(d.context)).rejects.toMatchObject({ code: "conflict" });
    expect((await d.catalogue.select().from(table.service)).length).toBe(before);
  });

  test("is refused to the public", async () => {
    const d = await directoryWithDemo();
    await expect(removeDemo({ ...d.context, actor: { type: "public" } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

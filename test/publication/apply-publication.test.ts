import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { location, organization, outbox, service, setting } from "#db/schema/catalogue/index.ts";
import { bundlePart, gonePart } from "#db/schema/published/index.ts";
import { getBundleIndex } from "#server/directory/bundle-index.ts";
import { findListings, getPart, getVersion } from "#server/directory/directory.ts";
import { takeAway } from "#server/curation/take-away.ts";
import { compress } from "#server/node/compress.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import { wish } from "#server/publication/wishes.ts";
import { areas, closeStore, memoryDirectory, TODAY } from "../records/memory.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";

const everything = async (d: Awaited<ReturnType<typeof memoryDirectory>>) => ({
  version: await getVersion(d.published),
  index: await getBundleIndex(d.published),
  parts: (await d.published.select().from(bundlePart).orderBy(bundlePart.file)).map(({ file, sha256 }) => [
    file,
    sha256,
  ]),
  listings: await findListings(d.published, {}),
});

describe("publishing", () => {
  test("carries a listing over, crosses the wish off, and does nothing when it runs again", async () => {
    const d = await memoryDirectory();
    const { report } = await d.publish(organizationInput());
    expect(report).toMatchObject({ listings: 1, changed: 1, refused: [] });
    expect(await d.catalogue.select().from(outbox)).toEqual([]);
    const before = await everything(d);
    expect(await d.apply()).toMatchObject({ version: report.version, changed: 0, parts: 0 });
    expect(await everything(d)).toEqual(before);
  });

  test("a private edit moves nothing: no version, no file, no modification date", async () => {
    const d = await memoryDirectory();
    const residential = placeInput({ residential: true });
    const { published: ids } = await d.publish(
      organizationInput({ locations: [residential], services: [serviceInput({ locations: ["house"] })] }),
    );
    const before = await everything(d);
    await d.catalogue
      .update(location)
      .set({ latitude: 19.5, longitude: 99.5, area: "TH-57", privateNote: "moved" });
    await d.catalogue.update(organization).set({ privateNote: "ask for Somchai" });
    await d.catalogue.update(service).set({ privateNote: "new note" });
    await wish(d.catalogue, ids, "public");
    expect((await d.apply()).changed).toBe(0);
    expect(await everything(d)).toEqual(before);
  });

  test("names of areas that coordinators set are public at once, and a language without a name has the English one, said as such", async () => {
    const d = await memoryDirectory();
    await d.publish(organizationInput());
    const named = async (code: string) =>
      (await getBundleIndex(d.published)).areas.find((area) => area.code === code)?.names;
    expect(await named("TH-50")).toMatchObject({ en: "Chiang Mai", th: "เชียงใหม่" });
    expect(await named("TH-50")).not.toHaveProperty("my");
    await writeSettings(d.catalogue, {
      ...FIRST_SETTINGS,
      areaNames: { "TH-50": { my: "ချင်းမိုင်", en: "Chiang Mai Province" } },
    });
    await d.apply();
    expect(await named("TH-50")).toMatchObject({
      en: "Chiang Mai Province",
      th: "เชียงใหม่",
      my: "ချင်းမိုင်",
    });
  });

  test("a change of one listing changes the files of its areas and no others", async () => {
    const d = await memoryDirectory();
    await d.publish(
      organizationInput({ services: [serviceInput(), serviceInput({ sourceId: "other", areas: ["KH-1"] })] }),
    );
    const before = (await everything(d)).parts;
    await d.publish(
      organizationInput({
        services: [
          serviceInput({ name: { en: "Advice desk, new name" } }),
          serviceInput({ sourceId: "other", areas: ["KH-1"] }),
        ],
      }),
    );
    const after = (await everything(d)).parts;
    const names = (parts: typeof before) => parts.map(([file]) => String(file));
    const moved = names(after).filter((file) => !names(before).includes(file));
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every((file) => file.startsWith("th-50-"))).toBe(true);
    // The index holds no words, so a new name leaves it as it was.
    expect(moved.some((file) => file.startsWith("th-50-index"))).toBe(false);
  });

  test("a second listing with the same content in another order gives the same version", async () => {
    const one = await memoryDirectory();
    const other = await memoryDirectory();
    const a = organizationInput();
    const b = organizationInput({ sourceId: "b", name: { en: "B" } });
    await one.publish(a);
    await one.publish(b);
    await other.publish(b, a);
    expect(await everything(one)).toEqual(await everything(other));
  });

  test("new settings are published and change the version", async () => {
    const d = await memoryDirectory();
    const { report } = await d.publish(organizationInput());
    await writeSettings(d.catalogue, { ...FIRST_SETTINGS, publicName: "Guide" });
    const next = await d.apply();
    expect(next.version).not.toBe(report.version);
    const [stored] = await d.catalogue.select().from(setting);
    expect(stored?.value.publicName).toBe("Guide");
  });

  test("a wish that cannot be carried over stays, and is carried over later", async () => {
    const d = await memoryDirectory();
    await d.publish(organizationInput());
    const [row] = await d.catalogue.select().from(service);
    await wish(d.catalogue, [row?.id ?? ""], "gone");
    closeStore(d.published);
    await expect(d.apply()).rejects.toThrow();
    expect(await d.catalogue.select().from(outbox)).toHaveLength(1);
  });
});

describe("taking away", () => {
  test("removes the listing from the store and its files, which answer gone from then on", async () => {
    const d = await memoryDirectory();
    const { published: ids } = await d.publish(organizationInput());
    const files = (await d.published.select({ file: bundlePart.file }).from(bundlePart)).map(
      ({ file }) => file,
    );
    const options = { areas, compress, today: TODAY };
    const taken = await takeAway(d.context, d.stores, ids[0] ?? "", "a concern", options);
    expect(taken.gone).toBe(true);
    expect(await findListings(d.published, {})).toEqual([]);
    expect(await d.published.select().from(bundlePart)).toEqual([]);
    expect((await d.published.select().from(gonePart)).map(({ file }) => file).sort()).toEqual(files.sort());
    await expect(getPart(d.published, files[0] ?? "", "br")).rejects.toMatchObject({ code: "gone" });
    const [row] = await d.catalogue
      .select()
      .from(service)
      .where(eq(service.id, ids[0] ?? ""));
    expect(row?.curationState).toBe("suspended");
  });

  test("says STILL PUBLIC when the published store cannot be reached, and keeps the wish", async () => {
    const d = await memoryDirectory();
    const { published: ids } = await d.publish(organizationInput());
    closeStore(d.published);
    const taken = await takeAway(d.context, d.stores, ids[0] ?? "", "a concern", {
      areas,
      compress,
      today: TODAY,
    });
    expect(taken.gone).toBe(false);
    const [row] = await d.catalogue
      .select()
      .from(service)
      .where(eq(service.id, ids[0] ?? ""));
    // Nothing can publish it again meanwhile; the wish that stands says that it is still public.
    expect(row?.curationState).toBe("suspended");
    expect(await d.catalogue.select().from(outbox)).toMatchObject([{ wish: "gone" }]);
  });

  test("a suspended listing stays away when everything is published again", async () => {
    const d = await memoryDirectory();
    const { published: ids } = await d.publish(organizationInput());
    await takeAway(d.context, d.stores, ids[0] ?? "", "a concern", { areas, compress, today: TODAY });
    const again = await d.publish(organizationInput());
    expect(again.published).toEqual([]);
    expect(await findListings(d.published, {})).toEqual([]);
  });
});

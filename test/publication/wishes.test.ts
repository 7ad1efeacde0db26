import { describe, expect, test } from "vitest";
import { outbox } from "#db/schema/catalogue/index.ts";
import { takeWishes, wish, wishAllPublic } from "#server/publication/wishes.ts";
import { memoryDirectory } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

const idOf = (at: number) => `listing-${String(at).padStart(5, "0")}`;

describe("wishes", () => {
  test.each([50, 2500])(
    "are taken some at a time, each once, and of %i only what nobody wished anew is crossed off",
    async (many) => {
      const { catalogue } = await memoryDirectory();
      const ids = Array.from({ length: many }, (_, at) => idOf(at));
      await wish(catalogue, ids, "public");
      const taken = await takeWishes(catalogue);
      expect(taken.count).toBe(many);
      const seen: string[] = [];
      for await (const step of taken.steps()) {
        expect(step.length).toBeLessThanOrEqual(200);
        seen.push(...step.map(({ serviceId }) => serviceId));
        // While it goes on somebody changes one that was carried, and one more is wished.
        if (seen.length === step.length) await wish(catalogue, [idOf(7), "another"], "gone");
      }
      expect(seen).toEqual(ids);
      await taken.crossOff();
      const left = await catalogue.select().from(outbox).orderBy(outbox.serviceId);
      expect(left.map(({ serviceId, wish: wanted }) => `${serviceId} ${wanted}`)).toEqual([
        "another gone",
        `${idOf(7)} gone`,
      ]);
    },
  );

  test("of everything public are those of published listings, and what is withheld stays as urgent", async () => {
    const d = await memoryDirectory();
    const { published } = await d.publish(
      organizationInput({ services: [serviceInput(), serviceInput({ sourceId: "two" })] }),
    );
    await wish(d.catalogue, [published[0] ?? ""], "public", true);
    await wishAllPublic(d.catalogue);
    const rows = await d.catalogue.select().from(outbox);
    expect(rows.map(({ serviceId }) => serviceId).sort()).toEqual([...published].sort());
    expect(rows.filter(({ withholds }) => withholds).map(({ serviceId }) => serviceId)).toEqual([
      published[0],
    ]);
    expect(new Set(rows.map(({ wish: wanted }) => wanted))).toEqual(new Set(["public"]));
  });
});

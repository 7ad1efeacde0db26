import { describe, expect, test } from "vitest";
import { deskWithListing } from "./listing.ts";
import { unzip } from "../exchange-out/unzip.ts";

describe("the list as a file, in the back office", () => {
  test("is what is public, in every kind, by area and language, for those who edit alone", async () => {
    const { editor, browser } = await deskWithListing();
    const file = async (query: string) => {
      const answer = await editor.get(`/curate/api/exports?${query}`);
      expect(answer.status).toBe(200);
      return answer;
    };
    const json = await file("format=hsds-json");
    expect(json.headers.get("content-disposition")).toBe('attachment; filename="services.json"');
    const texts = [
      await json.text(),
      await (await file("format=csv&lang=en,th")).text(),
      await (await file("format=geojson")).text(),
      [...unzip(Buffer.from(await (await file("format=xlsx")).arrayBuffer())).values()].join("\n"),
    ];
    for (const text of texts) {
      expect(text).toContain("Advice desk");
      expect(text).not.toMatch(/canary/iu);
    }
    expect(texts[1]).toContain("name_en,name_th");
    expect(JSON.parse(await (await file("format=hsds-json&area=KH-1")).text())).toEqual([]);
    expect(JSON.parse(await (await file("format=hsds-json&area=TH-50")).text())).toHaveLength(1);
    for (const wrong of ["format=doc", "format=csv&area=nowhere", "format=csv&lang=%2F"])
      expect((await editor.get(`/curate/api/exports?${wrong}`)).status).toBe(400);
    expect((await browser().get("/curate/api/exports?format=csv")).status).toBe(403);
  });
});

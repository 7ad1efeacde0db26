import { describe, expect, test } from "vitest";
import { service } from "#db/schema/catalogue/index.ts";
import type { CoverageView, DuplicatePair } from "#server/contract/curate/desk.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";
import { deskWithListing } from "./listing.ts";

describe("gaps", () => {
  test("count what is public alone, as a table and as CSV", async () => {
    const d = await deskWithListing();
    await d.editor.post("/curate/api/listings", {
      name: "Draft",
      language: "en",
      organization: { name: "D" },
    });
    const answer = await d.editor.get("/curate/api/desk/coverage?country=TH");
    const view = (await answer.json()) as CoverageView;
    expect(view.areas).toEqual([{ code: "TH-50", name: "Chiang Mai" }]);
    const legal = view.cells.find(({ need, scope }) => need === "legal" && scope === "general");
    expect(legal).toMatchObject({ providers: 1 });
    expect(Object.values(view.names).map(({ name }) => name)).toEqual(["Advice desk"]);
    const csv = await d.editor.get("/curate/api/desk/coverage.csv?country=TH");
    expect(csv.headers.get("Content-Disposition")).toContain("gaps.csv");
    const lines = (await csv.text()).trim().split("\r\n");
    expect(lines[0]).toBe("need,area,scope,fits,to_ask,providers");
    expect(lines).toContain("legal,TH-50,general,1,0,1");
    expect(lines).toHaveLength(25);
  });

  test("stand by group for one area, with the kinds of provider that are missing, overlaps, and what nobody knows of", async () => {
    const d = await deskWithListing();
    await d.publish(
      organizationInput({
        sourceId: "second",
        name: { en: "Second office" },
        services: [serviceInput({ name: { en: "Second desk" } })],
      }),
    );
    const cell = { area: "TH-50", need: "housing", scope: "general" };
    await d.editor.post("/curate/api/grid/none", cell);
    const view = (await (await d.editor.get("/curate/api/desk/coverage?area=TH-50")).json()) as CoverageView;
    expect(view.columns.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["men", "boys", "girls", "no-papers", "with-children", "disability"]),
    );
    const men = view.cells.find(
      ({ need, column, scope }) => need === "legal" && column === "men" && scope === "general",
    );
    expect(men).toMatchObject({ fits: [], providers: 0 });
    expect(men?.ask).toHaveLength(2);
    expect(view.missingTypes).toMatchObject([{ area: "TH-50" }]);
    expect(view.missingTypes[0]?.types).toContain("state");
    expect(view.missingTypes[0]?.types).not.toContain("ngo");
    expect(view.overlaps).toMatchObject([{ service: "legal-advice", providers: 2 }]);
    expect(view.noneKnown).toMatchObject([cell]);
    const report = await d.editor.get("/curate/api/desk/coverage-all.csv?country=TH");
    const lines = (await report.text()).trim().split("\r\n");
    expect(lines[0]).toBe("need,area,group,scope,fits,to_ask,providers");
    expect(lines).toContain("legal,TH-50,men,general,0,2,0");
    expect(lines).toContain("legal,TH-50,everyone,general,2,0,2");
  });

  test("a group that there is not, and somebody who may not edit, are refused", async () => {
    const d = await deskWithListing();
    expect((await d.editor.get("/curate/api/desk/coverage?group=toString")).status).toBe(400);
    const p = await d.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    for (const path of ["coverage", "coverage.csv", "coverage-all.csv", "duplicates", "ring"])
      expect((await p.get(`/curate/api/desk/${path}`)).status).toBe(403);
    expect((await p.post("/curate/api/desk/alike", { name: "Advice desk" })).status).toBe(403);
  });
});

describe("doubles", () => {
  test("are named in bulk and while somebody types, and nothing is merged or written by it", async () => {
    const d = await deskWithListing();
    await d.publish(
      organizationInput({ sourceId: "again", services: [serviceInput({ name: { en: "Advice-Desk" } })] }),
    );
    const before = await d.catalogue.select().from(service);
    const { pairs } = (await (await d.editor.get("/curate/api/desk/duplicates")).json()) as {
      pairs: DuplicatePair[];
    };
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.signs).toEqual(expect.arrayContaining(["name", "number", "organization"]));
    const typed = { name: "advice desk", organization: "Lantern House" };
    const alike = await d.editor.post("/curate/api/desk/alike", typed);
    expect(((await alike.json()) as { rows: object[] }).rows).toHaveLength(2);
    const other = await d.editor.post("/curate/api/desk/alike", { name: "Sewing course" });
    expect(await other.json()).toEqual({ rows: [] });
    expect(await d.catalogue.select().from(service)).toEqual(before);
  });
});

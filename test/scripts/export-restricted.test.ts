import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openCatalogue } from "#db/client.ts";
import * as table from "#db/schema/catalogue/index.ts";
import type { Catalogue } from "#db/stores.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import type { Context } from "#server/curation/context.ts";
import { addCurator } from "#server/curation/accounts/curators.ts";
import { seedTaxonomy } from "#server/curation/first-start.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { askAccess, grantAccess } from "#server/curation/restricted/access.ts";
import { vetOrganization } from "#server/curation/restricted/vetting.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { exportVerb } from "../../scripts/verbs/export.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";
import { areas } from "../records/memory.ts";
import { unzip } from "../exchange-out/unzip.ts";

const NAME = "Mai Somsri, Riverside Clinic";
let folder: string;
let catalogue: Catalogue;
const out = (name: string) => join(folder, name);
const run = (...args: string[]) => exportVerb.run(args, { DATA_DIR: folder, DEMO: "0" });
const forMai = (format: string, file: string, area = "TH-50") =>
  run(format, "--audience", "practitioner", "--for", "mai@clinic.example", "--area", area, "--out", file);

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  folder = mkdtempSync(join(tmpdir(), "restricted-"));
  catalogue = await openCatalogue({ url: `file:${join(folder, "catalogue.db")}` });
  const context: Context = { catalogue, actor: { type: "command-line" }, now: new Date() };
  await seedTaxonomy(context);
  const intake = (n: number) =>
    serviceInput({
      sourceId: `s${n}`,
      name: { en: `House ${n}` },
      verified: { on: context.now.toISOString().slice(0, 10), byRole: "front desk" },
      contacts: [
        { channel: "phone", value: "000 0000 001" },
        { channel: "phone", value: `053 100 ${100 + n}`, audience: "practitioner" },
      ],
    });
  const many = organizationInput({ services: Array.from({ length: 40 }, (_, n) => intake(n)) });
  const { written } = await writeRecords(context, "test", [v.parse(OrganizationRecord, many)], {
    origin: "import",
  });
  await publishListings(context, written, areas);
  const until = new Date(context.now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { id } = await addCurator(context, {
    email: "mai@clinic.example",
    name: "Mai Somsri",
    role: "practitioner",
    organizationName: "Riverside Clinic",
    endsOn: until,
  });
  const admin = await addCurator(context, { email: "admin@example.org", role: "admin" });
  const [row] = await catalogue.select().from(table.curator).where(eq(table.curator.id, id));
  const checked = { seenInPerson: true, vouchedBy: [], calledBack: "the ministry", nothingShared: true };
  await vetOrganization(context, row?.organizationId ?? "", checked);
  await askAccess(context, areas, id, { areas: ["TH-50"], endsOn: until });
  await grantAccess({ ...context, actor: { type: "curator", id: admin.id, role: "admin" } }, id);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe("export --audience practitioner", () => {
  test("names the receiver in every row of a table", async () => {
    expect(await forMai("csv", out("a.csv"))).toBe(0);
    const lines = readFileSync(out("a.csv"), "utf8").trim().split("\r\n").slice(1);
    expect(lines).toHaveLength(40);
    for (const line of lines) expect(line).toContain(NAME);
    expect(lines.join("\n")).toContain("053 100 139");
    expect(await forMai("xlsx", out("a.xlsx"))).toBe(0);
    const sheet = unzip(readFileSync(out("a.xlsx")));
    const texts = [...sheet.values()].map((part) => part).join("\n");
    expect(texts).toContain(NAME);
  });

  test("names the receiver on every page", async () => {
    expect(await forMai("pdf", out("a.pdf"))).toBe(0);
    const pages = execFileSync("pdftotext", ["-layout", out("a.pdf"), "-"])
      .toString("utf8")
      .split("\f")
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.replaceAll(/\s+/gu, " ")).toContain(NAME);
    expect(await forMai("html", out("a.html"))).toBe(0);
    expect(readFileSync(out("a.html"), "utf8")).toContain(NAME);
  });

  test("is an opening like any other: written down, and refused without access, for another area and without a name", async () => {
    const openings = await catalogue.select().from(table.audit).where(eq(table.audit.entity, "area-opening"));
    expect(openings.length).toBeGreaterThan(0);
    for (const row of openings) expect(row.reason).toBe("opened area TH-50");
    await expect(forMai("csv", out("b.csv"), "TH-51")).rejects.toThrow("may not open");
    await expect(
      run("csv", "--audience", "practitioner", "--area", "TH-50", "--out", out("b.csv")),
    ).rejects.toThrow("--for");
    await expect(
      run(
        "csv",
        "--audience",
        "practitioner",
        "--for",
        "admin@example.org",
        "--area",
        "TH-50",
        "--out",
        out("b.csv"),
      ),
    ).rejects.toThrow("may not open");
    await expect(forMai("geojson", out("b.json"))).rejects.toThrow("Formats for practitioners");
  });
});

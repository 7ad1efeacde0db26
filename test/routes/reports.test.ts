import { beforeEach, describe, expect, test } from "vitest";
import { report } from "#db/schema/inbox/index.ts";
import { REPORT_KINDS } from "#db/vocabulary.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";

const CODE = "K7Q2M-R";
let directory: TestDirectory;
beforeEach(async () => {
  directory = await openTestDirectory({ demo: false });
});
const rows = () => directory.inbox.select().from(report);

describe("POST /api/reports", () => {
  test("every kind is taken, and listing, kind and week are all that is kept", async () => {
    for (const kind of REPORT_KINDS) {
      const response = await directory.post(
        "/api/reports",
        { listing: CODE, kind },
        { "User-Agent": "MARKER", "X-Forwarded-For": "192.0.2.1", Cookie: "MARKER" },
      );
      expect([response.status, await response.json()]).toEqual([202, { ok: true }]);
    }
    const kept = await rows();
    expect(kept.map(({ id: _id, ...rest }) => rest)).toEqual(
      REPORT_KINDS.map((kind) => ({ listing: CODE, kind, week: "2026-W47" })),
    );
    expect(JSON.stringify(kept)).not.toMatch(/MARKER|192\.0\.2/u);
  });

  test("a code is read as somebody typed it", async () => {
    await directory.post("/api/reports", { listing: CODE.toLowerCase().replace("-", " "), kind: "wrong" });
    expect(await rows()).toMatchObject([{ listing: CODE }]);
  });

  test.each([
    {},
    { listing: CODE },
    { listing: CODE, kind: "MARKER" },
    { listing: "K7Q2M-4", kind: "wrong" },
    { listing: "MARKER", kind: "wrong" },
    { listing: CODE, kind: "wrong", text: "MARKER" },
    { listing: { MARKER: 1 }, kind: "wrong" },
  ])("%j is refused without an echo, and nothing is kept", async (body) => {
    const response = await directory.post("/api/reports", body);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: "bad_request" } });
    expect(text).not.toContain("MARKER");
    expect(await rows()).toEqual([]);
  });

  test("nobody can read what others reported", async () => {
    await directory.post("/api/reports", { listing: CODE, kind: "unsafe" });
    const response = await directory.get("/api/reports");
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("unsafe");
  });
});

import { describe, expect, test } from "vitest";
import { audit } from "#db/schema/catalogue/index.ts";
import { report, suggestion } from "#db/schema/inbox/index.ts";
import { freezeSide, openSide } from "#server/curation/freeze.ts";
import { openTestDirectory } from "../_setup.ts";
import { knownOf, publicRequests } from "./public-requests.ts";

const OPEN = new Set(["/exit", "/blank", "/healthz", "/robots.txt"]);

describe("a public side that is closed", () => {
  test("answers every route with a plain message and nothing of the directory, keeps no message, and opens again", async () => {
    const directory = await openTestDirectory({ demo: true });
    const { context, published, app } = directory;
    const requests = publicRequests(await knownOf((path) => directory.get(path)));
    const before = await (await directory.get("/en/area/TH-50")).text();
    await freezeSide(context, published);
    for (const { method, path, headers, body } of requests) {
      const answer = await app.request(path, {
        method,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const [plain = path] = path.split("?");
      if (OPEN.has(plain)) {
        expect([path, answer.status >= 400]).toEqual([path, false]);
        continue;
      }
      // Too large is refused before anything is asked.
      if (answer.status === 413) continue;
      const text = await answer.text();
      const code = `${path} ${answer.status} ${answer.headers.get("retry-after")} ${answer.headers.get("cache-control")}`;
      expect(code).toBe(`${path} 503 600 no-store`);
      expect(answer.headers.get("cdn-cache-control")).toBeNull();
      if (method === "HEAD" || method === "OPTIONS") continue;
      if (answer.headers.get("content-type")?.startsWith("application/json"))
        expect(JSON.parse(text)).toEqual({
          error: { code: "frozen", message: "The directory is closed for the moment." },
        });
      else {
        expect(text).toContain('href="/exit"');
        expect(text).not.toMatch(/listing|TH-50|th-50/u);
      }
    }
    expect(await directory.inbox.select().from(report)).toEqual([]);
    expect(await directory.inbox.select().from(suggestion)).toEqual([]);
    const page = await (await directory.get("/th/area/TH-50")).text();
    expect(page).toContain("ปิดชั่วคราว");
    expect(page).toContain("191");

    await openSide(context, published);
    expect(await (await directory.get("/en/area/TH-50")).text()).toBe(before);
    const rows = await directory.catalogue.select().from(audit);
    expect(rows.filter(({ entityId }) => entityId === "public-side").map(({ action }) => action)).toEqual([
      "take-away",
      "publish",
    ]);
  });
});

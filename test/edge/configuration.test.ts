import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { securityHeaders } from "#server/routes/security-headers.ts";

const toml = readFileSync("wrangler.toml", "utf8");

describe("the configuration of the workers", () => {
  test("observability is off everywhere, metrics are off, and no address of the platform's own is opened", () => {
    const sections = toml.split(/^(?=\[)/mu);
    const observability = sections.filter((section) => /^\[(env\.\w+\.)?observability/u.test(section));
    expect(observability).toHaveLength(3);
    for (const section of observability) expect(section).toMatch(/^enabled = false$/mu);
    expect(toml).toMatch(/^send_metrics = false$/mu);
    expect(toml).toMatch(/^workers_dev = false$/mu);
    expect(toml).toMatch(/^preview_urls = false$/mu);
    expect(toml).not.toMatch(/logpush|tail_consumers|analytics/u);
  });

  test("it holds no address and no token of a database", () => {
    const settings = toml.replace(/^#.*$/gmu, "");
    expect(settings).not.toMatch(/_URL|_TOKEN|libsql:|https?:/u);
  });

  test("files carry the headers that the app sets on its answers", async () => {
    const lines = readFileSync("web/public/_headers", "utf8").split("\n");
    const rule = lines.slice(
      1,
      lines.findIndex((line, at) => at > 0 && line.startsWith("/")),
    );
    const app = new Hono().use(securityHeaders).get("/", (c) => c.body(null));
    const { headers } = await app.request("/");
    headers.delete("cache-control");
    const given = rule.map((line) => {
      const [name = "", ...value] = line.trim().split(": ");
      return [name.toLowerCase(), value.join(": ")];
    });
    expect(given.sort()).toEqual([...headers].sort());
  });

  test("what the build says of its own files is not served as one", () => {
    expect(readFileSync("web/public/.assetsignore", "utf8").split("\n")).toContain(".vite");
  });
});

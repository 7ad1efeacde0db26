import { Hono } from "hono";
import { expect, test } from "vitest";
import { securityHeaders } from "#server/routes/security-headers.ts";

test("WebAssembly may run on the response of the print worker, and on no other", async () => {
  const app = new Hono().use(securityHeaders).all("*", (c) => c.body("ok"));
  const policyOf = async (path: string) =>
    (await app.request(path)).headers.get("Content-Security-Policy") ?? "";
  expect(await policyOf("/print/worker.js")).toContain("script-src 'self' 'wasm-unsafe-eval';");
  const others = [
    "/",
    "/en/",
    "/en/print",
    "/print/typst.js",
    "/print/typst.bin",
    "/print/worker.js/x",
    "/keep.js",
  ];
  for (const path of others) {
    const policy = await policyOf(path);
    expect([path, policy.includes("script-src 'self';"), policy.includes("unsafe")]).toEqual([
      path,
      true,
      false,
    ]);
  }
});

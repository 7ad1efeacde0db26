import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { gunzipSync } from "node:zlib";
import { serve } from "@hono/node-server";
import { bundlePart } from "#db/schema/published/index.ts";
import { getSigned } from "#server/directory/bundle-index.ts";
import { getSettings } from "#server/directory/directory.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { isFingerprint, makeSigningKey, publicKeyOf, sign } from "#server/sealing/signed.ts";
import { verify } from "../../scripts/verbs/verify.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput } from "../records/organization.ts";

const folder = mkdtempSync(join(tmpdir(), "verify-test-"));
let directory: TestDirectory;
let key: string;
let one: string;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  directory = await openTestDirectory({ demo: false });
  await ensureSigningKey(directory.catalogue);
  await directory.publish(organizationInput());
  key = (await getSettings(directory.published)).fingerprint ?? "";
  // What somebody has on a stick: the lists of an area, and what says that they are the directory's.
  for (const { file, gzip } of await directory.published.select().from(bundlePart)) {
    one = file;
    writeFileSync(join(folder, file), gunzipSync(gzip));
  }
  writeFileSync(join(folder, "signed.json"), JSON.stringify(await getSigned(directory.published)));
});

const run = async (...args: string[]) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    return await verify.run(args, {});
  } finally {
    log.mockRestore();
  }
};

describe("a copy of the lists", () => {
  test("is checked without the site, with the fingerprint as somebody types it from paper", async () => {
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){4}[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(await run(folder, "--key", key)).toBe(0);
    expect(await run(join(folder, one), "--key", key.toLowerCase().replaceAll(" ", ""))).toBe(0);
    expect(isFingerprint("OIL0 1111 0000 0000 0000", "0110 1111 0000 0000 0000")).toBe(true);
  });

  test("is refused when a list, the statement, the signature or the key is another", async () => {
    await expect(run(folder, "--key", "0000 0000 0000 0000 0000")).rejects.toThrow("another key");
    const path = join(folder, one);
    const was = readFileSync(path);
    writeFileSync(path, Buffer.concat([was, Buffer.from(" ")]));
    await expect(run(folder, "--key", key)).rejects.toThrow("was changed");
    writeFileSync(path, was);
    writeFileSync(join(folder, "th-50-index.0000000000000000.json"), "{}");
    await expect(run(join(folder, "th-50-index.0000000000000000.json"), "--key", key)).rejects.toThrow(
      "not among",
    );
    const signed = await getSigned(directory.published);
    const parts = signed.parts ?? {};
    const [area = ""] = Object.keys(parts);
    const swapped = { ...parts, [area]: { ...parts[area], "th-50-index.0000000000000000.json": "0" } };
    const left = Object.fromEntries(Object.entries(parts).filter(([code]) => code !== area));
    for (const others of [swapped, left, {}, { ...parts, XX: {} }]) {
      writeFileSync(join(folder, "signed.json"), JSON.stringify({ ...signed, parts: others }));
      await expect(run(folder, "--key", key)).rejects.toThrow("list of files was changed");
    }
    const forged = { ...signed, statement: signed.statement.replace("0", "1") };
    writeFileSync(join(folder, "signed.json"), JSON.stringify(forged));
    await expect(run(folder, "--key", key)).rejects.toThrow("does not fit");
    // Signed anew by somebody else, with their key put in: the paper tells.
    const theirs = await makeSigningKey();
    const again = {
      statement: forged.statement,
      signature: await sign(forged.statement, theirs),
      key: await publicKeyOf(theirs),
    };
    writeFileSync(join(folder, "signed.json"), JSON.stringify(again));
    await expect(run(folder, "--key", key)).rejects.toThrow("another key");
    writeFileSync(join(folder, "signed.json"), JSON.stringify(signed));
  });

  test("that an earlier version of the software signed, file by file in one statement, is checked as well", async () => {
    const old = mkdtempSync(join(tmpdir(), "verify-old-"));
    try {
      const [, found] = Object.entries((await getSigned(directory.published)).parts ?? {}).find(
        ([code]) => code === "TH-50",
      ) ?? ["", {}];
      const [file = "", hash = ""] = Object.entries(found)[0] ?? [];
      const parts = { [file]: hash };
      const statement = JSON.stringify({ format: "directory-bundles/1", name: "Old", parts, version: "one" });
      const secret = await makeSigningKey();
      const signed = {
        statement,
        signature: await sign(statement, secret),
        key: await publicKeyOf(secret),
      };
      writeFileSync(join(old, "signed.json"), JSON.stringify(signed));
      writeFileSync(join(old, file), readFileSync(join(folder, file)));
      expect(await run(old, "--key", signed.key)).toBe(0);
      writeFileSync(join(old, file), "{}");
      await expect(run(old, "--key", signed.key)).rejects.toThrow("was changed");
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  });

  test("on a site is checked file by file, as the site's own index names them", async () => {
    const server = serve({ fetch: directory.app.fetch, hostname: "127.0.0.1", port: 0 });
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      expect(await run(`http://127.0.0.1:${port}`, "--key", key)).toBe(0);
      await expect(run(`http://127.0.0.1:${port}`, "--key", "1111 1111 1111 1111 1111")).rejects.toThrow(
        "another key",
      );
    } finally {
      server.close();
    }
  });
});

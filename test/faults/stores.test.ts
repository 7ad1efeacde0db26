import { describe, expect, test } from "vitest";
import { failureWords, storeFailure } from "#db/store-failure.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import { closeStore } from "../records/memory.ts";
import { organizationInput } from "../records/organization.ts";
import { openTestDirectory } from "../_setup.ts";

const failureOf = (what: Promise<unknown>) =>
  what.then(
    () => "none",
    (error: unknown) => storeFailure(error),
  );

describe("a database that fails", () => {
  test("says what it is: full, read only, unreachable; and the public site serves the last version", async () => {
    const directory = await openTestDirectory({ demo: false });
    await directory.publish(organizationInput());
    const page = await (await directory.get("/en/area/TH-50")).text();
    const write = () => writeSettings(directory.catalogue, { ...FIRST_SETTINGS, publicName: "x".repeat(60) });

    await directory.catalogue.run("pragma query_only = on");
    expect(await failureOf(write())).toBe("read-only");
    await directory.catalogue.run("pragma query_only = off");
    closeStore(directory.catalogue);
    expect(await failureOf(write())).toBe("unreachable");
    expect(await (await directory.get("/en/area/TH-50")).text()).toBe(page);

    closeStore(directory.published);
    const answer = await directory.get("/api/services");
    expect([answer.status, await answer.json()]).toEqual([
      503,
      {
        error: {
          code: "unavailable",
          message: "The directory cannot be read at the moment. Try again soon.",
        },
      },
    ]);
  });

  test("is told by its code alone, whatever wraps it, and in words that quote nothing", () => {
    const wrapped = (code: string) =>
      new Error("Failed query: insert into t values ('zqcanary')", {
        cause: Object.assign(new Error("x"), { code }),
      });
    for (const [code, failure] of [
      ["SQLITE_BUSY", "locked"],
      ["SQLITE_FULL", "full"],
      ["ENOSPC", "full"],
      ["SQLITE_READONLY", "read-only"],
      ["SQLITE_NOTADB", "damaged"],
      ["ECONNREFUSED", "unreachable"],
      ["UND_ERR_CONNECT_TIMEOUT", "unreachable"],
    ] as const) {
      expect(storeFailure(wrapped(code))).toBe(failure);
      expect(failureWords(failure)).not.toContain("zqcanary");
    }
    expect(storeFailure(new Error("Something else"))).toBeNull();
  });
});

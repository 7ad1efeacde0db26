import { describe, expect, test } from "vitest";
import * as published from "#db/schema/published/index.ts";
import { answers, ONE, OTHER, publish, rows } from "./privacy/pairs.ts";

describe("what is private", () => {
  test("does not move a byte of what is public: no row, no bundle, no page, no answer", async () => {
    const one = await publish(ONE);
    const other = await publish(OTHER);
    expect(await rows(one)).toEqual(await rows(other));
    expect(await answers(one)).toEqual(await answers(other));
  });

  test("is in no row of the published store and in no answer, field by field", async () => {
    const directory = await publish(OTHER);
    const words = [OTHER.word, OTHER.postalCode];
    const store = JSON.stringify(await rows(directory), (_key, value: unknown) =>
      value instanceof Uint8Array ? undefined : value,
    );
    const told = await answers(directory);
    for (const secret of words) {
      expect(store).not.toContain(secret);
      expect(told.filter((answer) => answer.includes(secret)).map((answer) => answer.slice(0, 80))).toEqual(
        [],
      );
    }
    // Where the place is may stand in the list of all areas, but in no listing.
    const listings = JSON.stringify(await directory.published.select().from(published.listing));
    for (const secret of ["19.98", "99.87", "TH-57"]) expect(listings).not.toContain(secret);
  });

  test("is really there to be found: the catalogue holds every one of the secrets", async () => {
    const { catalogue } = await publish(OTHER);
    const tables = (
      await catalogue.all<{ name: string }>("select name from sqlite_master where type = 'table'")
    )
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("sqlite_"));
    let everything = "";
    for (const table of tables) everything += JSON.stringify(await catalogue.all(`select * from "${table}"`));
    const fields = [
      "house",
      "street",
      "town",
      "market",
      "5551",
      "5552",
      "5553",
      "@example.org",
      "-line",
      "night",
    ];
    for (const field of fields) expect(everything).toMatch(new RegExp(`zqother[^"]*${field}`, "u"));
    for (const secret of [OTHER.postalCode, "19.98765", "99.87654", "TH-57"])
      expect(everything).toContain(secret);
  });
});

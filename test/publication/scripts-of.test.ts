import { expect, test } from "vitest";
import { scriptsOf } from "#server/publication/scripts-of.ts";

test("the scripts of a text are found wherever they stand in it, beyond the first plane too, and none that is not there", () => {
  expect(scriptsOf("")).toEqual([]);
  expect(scriptsOf("12 – 34, +66 (0)")).toEqual([]);
  expect(scriptsOf(`${"plain ".repeat(10_000)}ไทย`)).toEqual(["Latn", "Thai"]);
  expect(scriptsOf("مرحبا ភាសាខ្មែរ")).toEqual(["Arab", "Khmr"]);
  expect(scriptsOf("မြန်မာ हिन्दी বাংলা ລາວ")).toEqual(["Beng", "Deva", "Laoo", "Mymr"]);
  // A rare Han sign, two units of UTF-16, alone and beside half of one.
  expect(scriptsOf("𠮷")).toEqual(["Hans"]);
  expect(scriptsOf("\uD842 x")).toEqual(["Latn"]);
});

import { expect, test } from "vitest";
import { uuidV5 } from "#server/domain/digest.ts";
import { NAME_ID_NAMESPACE, nameId } from "#server/exchange/out/hsds/name-id.ts";

test("names give the same UUIDs as the platform's digest, whatever their length and letters", async () => {
  for (const name of ["", "a", "x".repeat(39), "x".repeat(40), "y".repeat(200), "บ้าน/โทร/0"]) {
    expect(nameId(name)).toBe(await uuidV5(NAME_ID_NAMESPACE, name));
  }
});

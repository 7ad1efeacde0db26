import type { HranaValue } from "./protocol.ts";

/** What the libSQL binding takes and gives; a number is always a REAL, a bigint always an INTEGER. */
export type SqliteValue = null | bigint | number | string | Uint8Array;

/** The value to bind for a Hrana value. */
export function fromHrana(value: HranaValue): SqliteValue {
  switch (value.type) {
    case "null":
      return null;
    case "integer":
      return BigInt(value.value);
    case "float":
    case "text":
      return value.value;
    case "blob":
      return Buffer.from(value.base64, "base64");
  }
}

/** The Hrana value for a column of a row; integers travel as strings, so that none is rounded. */
export function toHrana(value: SqliteValue | ArrayBuffer): HranaValue {
  if (value === null) return { type: "null" };
  if (typeof value === "bigint") return { type: "integer", value: value.toString() };
  if (typeof value === "number") return { type: "float", value };
  if (typeof value === "string") return { type: "text", value };
  const bytes = value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.from(value);
  // Clients decode base64 with and without padding; sqld sends it without.
  return { type: "blob", base64: bytes.toString("base64").replace(/=+$/, "") };
}

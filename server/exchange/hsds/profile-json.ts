/** Nested parts of our own profile in JSON, as the cells and rows that its tables have for them. */
import { isObject, type JsonObject } from "../json.ts";

/** Parts of nested objects, under the names that the tables give them. */
export function profileCells(value: JsonObject): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [key, prefix] of [
    ["source", "source"],
    ["partial_address", "partial"],
  ] as const) {
    const item = value[key];
    if (!isObject(item)) continue;
    for (const [part, said] of Object.entries(item))
      if (typeof said === "string" && said.trim() !== "") cells[`${prefix}_${part}`] = said.trim();
  }
  const { tells } = value;
  if (isObject(tells))
    cells["tells"] = Object.entries(tells)
      .map(([who, answer]) => `${who}:${String(answer)}`)
      .join(" ");
  return cells;
}

/** `translations`: by language, then by field. */
export function translationsIn({ translations }: JsonObject): Record<string, string>[] {
  if (!isObject(translations)) return [];
  return Object.entries(translations).flatMap(([language, texts]) =>
    isObject(texts)
      ? Object.entries(texts).flatMap(([field, text]) =>
          typeof text === "string" && text.trim() !== "" ? [{ language, field, text: text.trim() }] : [],
        )
      : [],
  );
}

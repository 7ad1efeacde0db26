/** The texts of a JSON list in a cell (`["english","spanish"]`); undefined when it is none. */
export function parseJsonList(text: string): string[] | undefined {
  if (!text.startsWith("[")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    return value.flatMap((item) => (typeof item === "string" && item.trim() !== "" ? [item.trim()] : []));
  } catch {
    return undefined;
  }
}

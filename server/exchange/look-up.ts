/**
 * A row of a table, or undefined. Files choose the key, so what every object inherits (`constructor`) must not be
 * found.
 */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

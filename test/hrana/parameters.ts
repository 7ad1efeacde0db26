import { StatementError } from "./errors.ts";
import type { Token } from "./lexer.ts";
import type { SqliteValue } from "./values.ts";

/** The arguments of one statement, as Hrana carries them. */
export interface Arguments {
  positional: readonly SqliteValue[];
  named: ReadonlyMap<string, SqliteValue>;
}

/**
 * The names of a statement's parameters by position (index 0 is ?1); null where a position has no name.
 * Numbered as SQLite does: "?" takes the next number, "?N" takes N, a name keeps its first number.
 */
export function parameterNames(tokens: readonly Token[]): (string | null)[] {
  const names: (string | null)[] = [];
  for (const token of tokens) {
    if (token.kind !== "parameter") continue;
    if (token.text === "?") {
      names.push(null);
    } else if (token.text.startsWith("?")) {
      const wanted = Number(token.text.slice(1));
      while (names.length < wanted) names.push(null);
      names[wanted - 1] = token.text;
    } else if (!names.includes(token.text)) {
      names.push(token.text);
    }
  }
  return names;
}

/**
 * The values to bind, one for each name. The binding takes them by position only: given an object it ends
 * the process at the first parameter that has no name.
 * @throws StatementError ARGS_INVALID when a value is missing or one too many was sent.
 */
export function bind(names: readonly (string | null)[], args: Arguments): SqliteValue[] {
  if (args.positional.length > names.length) {
    throw new StatementError(
      "ARGS_INVALID",
      `The statement takes ${names.length} arguments; more were sent.`,
    );
  }
  return names.map((name, index) => {
    const positional = args.positional[index];
    const value = positional === undefined ? named(name, args.named) : positional;
    if (value === undefined) {
      throw new StatementError("ARGS_INVALID", `Argument ${name ?? index + 1} is missing.`);
    }
    return value;
  });
}

// Hrana lets the sender leave the prefix off.
function named(name: string | null, values: Arguments["named"]): SqliteValue | undefined {
  if (name === null) return undefined;
  const value = values.get(name);
  return value === undefined ? values.get(name.slice(1)) : value;
}

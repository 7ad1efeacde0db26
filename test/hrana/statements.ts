import { keyword, tokenize, type Token } from "./lexer.ts";

/** One statement cut out of a text; `tokens` are its own, without the closing semicolon. */
export interface Statement {
  sql: string;
  tokens: readonly Token[];
}

/**
 * Cuts `sql` at its semicolons, those inside a trigger's body excepted (the rule of sqlite3_complete:
 * a CREATE TRIGGER ends at "; END ;"). Empty statements are left out.
 */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let current: Token[] = [];
  const finish = (): void => {
    const first = current[0];
    const last = current.at(-1);
    if (first !== undefined && last !== undefined) {
      statements.push({ sql: sql.slice(first.start, last.end), tokens: current });
    }
    current = [];
  };
  for (const token of tokenize(sql)) {
    const isEnd = token.text === ";" && (!createsTrigger(current) || endsTrigger(current));
    if (isEnd) finish();
    else current.push(token);
  }
  finish();
  return statements;
}

function createsTrigger(tokens: readonly Token[]): boolean {
  const words = tokens.slice(0, 6).map(keyword);
  const rest = words[0] === "EXPLAIN" ? words.slice(words[1] === "QUERY" ? 3 : 1) : words;
  if (rest[0] !== "CREATE") return false;
  return rest[1] === "TRIGGER" || ((rest[1] === "TEMP" || rest[1] === "TEMPORARY") && rest[2] === "TRIGGER");
}

function endsTrigger(tokens: readonly Token[]): boolean {
  return keyword(tokens.at(-1)) === "END" && tokens.at(-2)?.text === ";";
}

/** A piece of SQL. `text` is as written; a keyword or bare name is a "word", a quoted name is a "name". */
export interface Token {
  kind: "word" | "name" | "string" | "blob" | "number" | "parameter" | "sign";
  text: string;
  start: number;
  end: number;
}

// SQLite's tokenizer (https://www.sqlite.org/lang_expr.html, tokenize.c), one sticky pattern per kind.
// Its white space is these five characters and the byte order mark; a line comment ends at "\n" alone.
const SKIPPED = /(?:[ \t\n\f\r\ufeff]+|--[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$))+/y;
const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["string", /'(?:[^']|'')*'/y],
  ["name", /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/y],
  ["blob", /[xX]'[0-9a-fA-F]*'/y],
  ["number", /(?:0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/y],
  ["parameter", /\?\d*|[:@#$](?:[\w$\u0080-\uffff]|::)+(?:\([^)\s]*\))?/y],
  ["word", /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
];

/** The tokens of `sql`, without white space and comments. What SQLite would not know becomes a "sign". */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    SKIPPED.lastIndex = at;
    const skipped = SKIPPED.exec(sql);
    if (skipped !== null) {
      at += skipped[0].length;
      continue;
    }
    const token = tokenAt(sql, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(sql: string, start: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const text = pattern.exec(sql)?.[0];
    if (text !== undefined) return { kind, text, start, end: start + text.length };
  }
  return { kind: "sign", text: sql.charAt(start), start, end: start + 1 };
}

/** The keyword a token is, in capitals; "" for every other token, so that a quoted "select" is no SELECT. */
export function keyword(token: Token | undefined): string {
  return token?.kind === "word" ? token.text.toUpperCase() : "";
}

/** JSON with errors that name the line. Strict on purpose: a file that needs mending is mended by its owner. */
import type { ProblemList } from "./problem-list.ts";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value in a JSON file, or undefined after adding an error with the line of the first fault. */
export function parseJson(text: string, file: string, problems: ProblemList): Json | undefined {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (isTooDeep(plain)) {
    problems.add(
      "error",
      "json",
      { file },
      "Lists stand inside lists more than 100 deep. This is no directory.",
    );
    return undefined;
  }
  try {
    return JSON.parse(plain) as Json;
  } catch {
    const at = faultAt(plain);
    const row = plain.slice(0, at).split(/\r\n|\r|\n/u).length;
    problems.add(
      "error",
      "json",
      { file, row },
      `This is not valid JSON: ${faultAbout(plain, at)} on line ${row}.`,
    );
    return undefined;
  }
}

/** Deeper than any record goes: what follows works through it by calling itself. */
const DEEPEST = 100;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gsu)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function faultAbout(text: string, at: number): string {
  const next = text.charAt(at);
  if (next === "") return "it ends too early";
  const before = text.slice(0, at).trimEnd().slice(-1);
  if ((next === "}" || next === "]") && before === ",") return "there is a comma before a closing bracket";
  if (next === "'") return "text stands in single quotation marks";
  return "something does not belong there";
}

// Unescaped control characters (`\p{Cc}` below U+0020) are not allowed in strings; DEL and above are.
const TOKEN =
  /[\s]+|"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy;

/**
 * Where a JSON text goes wrong: an offset into it. The engine's own messages differ between versions and echo
 * what they read, so the place is found by walking the tokens.
 */
function faultAt(text: string): number {
  const open: string[] = [];
  let expect: "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd" | "nothing" = "value";
  let at = 0;
  const close = (): void => {
    open.pop();
    expect = open.length > 0 ? "commaOrEnd" : "nothing";
  };
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return at;
    if (token.trim() !== "") {
      const isValue = !/^[{}[\],:]$/u.test(token);
      if (expect === "colon" && token === ":") expect = "value";
      else if ((expect === "key" || expect === "keyOrEnd") && token.startsWith('"')) expect = "colon";
      else if (expect === "keyOrEnd" && token === "}") close();
      else if (expect === "valueOrEnd" && token === "]") close();
      else if (expect === "commaOrEnd" && token === ",") expect = open.at(-1) === "{" ? "key" : "value";
      else if (expect === "commaOrEnd" && token === (open.at(-1) === "{" ? "}" : "]")) close();
      else if ((expect === "value" || expect === "valueOrEnd") && (token === "{" || token === "[")) {
        open.push(token);
        expect = token === "{" ? "keyOrEnd" : "valueOrEnd";
      } else if ((expect === "value" || expect === "valueOrEnd") && isValue) {
        expect = open.length > 0 ? "commaOrEnd" : "nothing";
      } else return at;
    }
    at += token.length;
  }
  return at;
}

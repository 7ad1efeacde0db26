/** Collects what a reader has to say, and shortens the values it shows. */
import type { Problem, ProblemLevel, Where } from "./read-result.ts";

const MAX_VALUE = 60;
const MAX_MESSAGE = 300;

/**
 * A value from a file as it may stand in a message: in quotation marks, one line, without control and direction
 * characters (a terminal shows the message), at most 60 characters.
 */
export function shown(value: string): string {
  const plain = value
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const letters = [...plain];
  return `“${letters.length > MAX_VALUE ? `${letters.slice(0, MAX_VALUE - 1).join("")}…` : plain}”`;
}

/** Problems in the order in which they were found. */
export class ProblemList {
  readonly all: Problem[] = [];

  /** Adds a problem and gives back its message, which is also what a held record says of itself. */
  add(level: ProblemLevel, code: string, where: Where, message: string, record?: string): string {
    const text = [...message].slice(0, MAX_MESSAGE).join("");
    const problem: Problem = { level, code, file: where.file, message: text };
    if (where.row !== undefined) problem.row = where.row;
    if (where.column !== undefined) problem.column = where.column;
    if (record !== undefined) problem.record = record;
    this.all.push(problem);
    return text;
  }
}

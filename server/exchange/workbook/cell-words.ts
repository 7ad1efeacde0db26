/**
 * What a cell of a workbook says. Four things are kept apart: nothing was said (blank), it is not known, yes, and no.
 * Blank never changes anything: a row that came back unfinished must not wipe out what is known.
 */
import type { Answer } from "#db/vocabulary.ts";

/** Takes away what is known: for texts, numbers and lists. */
export const REMOVE = "(remove)";
export const YES = "yes";
export const NO = "no";
export const NOT_KNOWN = "not known";

/** What a cell may say to a question, in the order of its drop-down list. */
export const ANSWER_WORDS: readonly string[] = [YES, NO, NOT_KNOWN];

/** A cell that cannot be taken; the message says what may stand there. */
export class CellError extends Error {}

/** One way of writing a cell: no spaces at its ends, the line ends of one system. */
export function plainCell(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/[ \t\u00A0]+\n/gu, "\n")
    .trim();
}

/** Whether a cell asks for what is known to be taken away. */
export const isRemoval = (text: string): boolean => text.toLowerCase() === REMOVE;

/** The answer in a cell; null: not known. Throws `CellError` for anything else. */
export function readAnswer(text: string): Answer | null {
  const word = text.toLowerCase();
  if (["yes", "y", "true"].includes(word)) return "yes";
  if (["no", "n", "false"].includes(word)) return "no";
  if ([NOT_KNOWN, "unknown", "don't know", "don’t know", "?", REMOVE].includes(word)) return null;
  throw new CellError(`Write ${YES}, ${NO} or ${NOT_KNOWN}, or leave it empty.`);
}

/** Between several values in a cell. */
export const BETWEEN = "; ";

/** The values in a cell, without empty ones. */
export const listOf = (text: string): string[] =>
  text
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");

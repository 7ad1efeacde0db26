import type { Problem, SourceFile, Where } from "#server/exchange/read-result.ts";
import type { SpooledLine } from "./spool.ts";

/** Says how far it is: `done` of `of`, in any unit. */
export type Tell = (what: string, done: number, of: number) => void;

/** A part of a source that is read together: one organization, or several that share something. */
export interface SourcePart {
  /** As the ordinary reader takes them. */
  readonly files: readonly SourceFile[];
  /** Where a text of the part stands in the whole source: its first line, where it is not found. */
  lineOf(text: string): Where;
  /** Where a problem of the part stands in the whole source; `ofAll`: every part would say it again. */
  place(problem: Problem): Where & { readonly ofAll: boolean };
}

/** Makes a part of its lines. */
export type ToPart = (lines: readonly SpooledLine[]) => SourcePart | Promise<SourcePart>;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

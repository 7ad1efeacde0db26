/** What somebody chose to print, and what is meant by it. */
import type { EditionWishes, Form, Paper } from "#server/contract/edition.ts";
import type { OwnOrder } from "../device-source.ts";
import type { FileKind } from "./file-kinds.ts";

/** What can be made on the device: the forms that people hold, and those for people who help. */
export const PEOPLE = [
  "booklet",
  "sheet",
  "cards",
  "poster",
  "children",
  "contacts",
  "outcomes",
  "feelings",
] as const;
export const HELPERS = [
  "worksheet",
  "referral",
  "plan",
  "needs",
  "checklist",
  "stages",
  "milestones",
  "questions",
  "grid",
  "handover",
] as const;

export type OwnThing = (typeof PEOPLE)[number] | (typeof HELPERS)[number];

export interface OwnChoice {
  readonly area: string;
  readonly kind: FileKind;
  readonly thing: OwnThing;
  readonly paper: Paper;
  readonly main: string;
  /** Empty: none. */
  readonly second: string;
  readonly large: boolean;
  readonly bw: boolean;
  readonly generalOnly: boolean;
}

/** Where a booklet for folding makes sense: things of more than a page that are read as a book. */
export const canStaple = (thing: OwnThing): boolean => thing === "booklet" || thing === "handover";

function formOf(thing: OwnThing): Form {
  return thing === "children" ? "sheet" : thing;
}

/** The order for a choice. */
export function toOrder({ area, thing, main, second, kind: _kind, ...rest }: OwnChoice): OwnOrder {
  const paper = rest.paper === "a5-on-a4" && !canStaple(thing) ? "a4" : rest.paper;
  const wishes: EditionWishes = {
    form: formOf(thing),
    paper,
    large: rest.large,
    bw: rest.bw,
    generalOnly: rest.generalOnly,
    children: thing === "children",
  };
  return {
    wishes,
    areas: [area],
    languages: second === "" || second === main ? [main] : [main, second],
    later: null,
    shortlist: null,
    relatives: [],
  };
}

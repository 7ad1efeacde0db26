/** The one way to an edition: what is wished, by name. */
import type { Edition, Form } from "#server/contract/edition.ts";
import { settingsForGeneralOnly } from "#server/domain/general-only.ts";
import { booklet } from "./booklet.ts";
import { contacts } from "./contacts.ts";
import { errata } from "./errata.ts";
import { checklist, milestones, needs, plan, questions } from "./forms/practitioner.ts";
import { grid } from "./forms/grid.ts";
import { handover } from "./forms/handover.ts";
import { stages } from "./forms/stages.ts";
import { feelings } from "./feelings.ts";
import { outcomes } from "./outcomes.ts";
import { referral } from "./referral.ts";
import { sheet, worksheet } from "./sheet.ts";
import { cards, children, poster } from "./small-prints.ts";
import type { EditionSource } from "./source.ts";

export type { EditionSource } from "./source.ts";

const MAKERS: Readonly<Record<Form, (source: EditionSource) => Promise<Edition>>> = {
  booklet,
  sheet,
  worksheet,
  cards,
  poster,
  errata,
  referral,
  plan,
  needs,
  checklist,
  milestones,
  stages,
  outcomes,
  feelings,
  questions,
  grid,
  handover,
  contacts,
};

const wished = (source: EditionSource): EditionSource =>
  source.wishes.generalOnly ? { ...source, settings: settingsForGeneralOnly(source.settings) } : source;

/**
 * What stands on each page of the form that is wished; `children` makes the children's page of a booklet or sheet.
 * Pure: the same source gives the same edition. Throws when errata are wished without an earlier edition.
 */
export async function makeEdition(source: EditionSource): Promise<Edition> {
  const { form, children: forChildren } = source.wishes;
  const make = forChildren && (form === "booklet" || form === "sheet") ? children : MAKERS[form];
  // With general help only neither who runs this nor a number may say what else there is.
  return make(wished(source));
}

/** Editions of the demo directory, published as any otheron a fixed day. */
import { FORMS, type EditionWishes } from "#server/contract/edition.ts";
import { makeEdition, type EditionSource } from "#server/edition/make-edition.ts";
import { readSource } from "../../scripts/print/read-source.ts";
import { demoDirectory, TODAY } from "../records/memory.ts";

export const SITE = "https://help.example.org";

export const PLAIN: EditionWishes = {
  form: "booklet",
  paper: "a4",
  large: false,
  bw: false,
  children: false,
  generalOnly: false,
};

export type Asked = Partial<EditionWishes> & {
  readonly area?: readonly string[];
  readonly lang?: string;
  readonly later?: string;
  readonly code?: readonly string[];
  readonly relative?: readonly string[];
  readonly site?: string;
};

/** Opens the demo directory once and answers sources and editions of it. */
export async function demoEditions() {
  const directory = await demoDirectory();
  const source = async ({
    area = ["TH-50"],
    lang = "en",
    later,
    code,
    relative,
    site = SITE,
    ...wishes
  }: Asked): Promise<EditionSource> =>
    readSource(
      directory.published,
      { ...PLAIN, ...wishes },
      { area, lang, later, code, relative, site, date: TODAY },
    );
  const edition = async (asked: Asked) => makeEdition(await source(asked));
  return { ...directory, source, edition, forms: FORMS };
}

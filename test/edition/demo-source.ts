/** Editions of the demo directory, published as any other on a fixed day. */
import { type Edition, FORMS, type EditionWishes } from "#server/contract/edition.ts";
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

let opened: ReturnType<typeof openDemo> | undefined;

/** Sources and editions of the demo directory, opened once a process: they are only read. */
export const demoEditions = (): ReturnType<typeof openDemo> => (opened ??= openDemo());

async function openDemo() {
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
  const made = new Map<string, Promise<Edition>>();
  /** The same one for the same wish. */
  const edition = (asked: Asked): Promise<Edition> => {
    const key = JSON.stringify(asked);
    const known = made.get(key) ?? source(asked).then(makeEdition);
    made.set(key, known);
    return known;
  };
  return { ...directory, source, edition, forms: FORMS };
}

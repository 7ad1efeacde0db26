import { parseArgs } from "node:util";
import { wishAllPublic } from "#server/publication/wishes.ts";
import type { Environment } from "#server/node/stores.ts";
import { loadCompiler } from "../print/load-compiler.ts";
import { makeBooklets, missedWishes, usualWishes } from "../print/make-booklets.ts";
import { openSession, type Session } from "./session.ts";
import type { Verb } from "./verb.ts";

const OPTIONS = {
  full: { type: "boolean", default: false },
  booklets: { type: "boolean", default: false },
  area: { type: "string", multiple: true },
  lang: { type: "string", multiple: true },
  paper: { type: "string", multiple: true },
  large: { type: "boolean", default: false },
  "general-only": { type: "boolean", default: false },
  site: { type: "string" },
  fonts: { type: "string" },
} as const;

/** Carries the catalogue's wanted public state into the published store. */
export const publish: Verb = {
  name: "publish",
  summary: "carries the catalogue's wanted public state into the published database",
  usage:
    "publish [--full] [--booklets [--area TH-50]… [--lang th|th,en]… [--paper a4|a5|a5-on-a4]… [--large] [--general-only] [--site https://…] [--fonts FOLDER]]",
  async run(args, env) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const session = await openSession(env);
    if (values.full) await wishAllPublic(session.stores.catalogue);
    const report = await session.apply(values.full);
    console.log(
      `version ${report.version}: ${report.listings} listings, ${report.changed} changed, ${report.parts} bundle files written`,
    );
    for (const { id, obstacles } of report.refused) {
      console.log(`not public: ${id}: ${obstacles.map(({ message }) => message).join(" ")}`);
    }
    await booklets(session, values, env);
    return 0;
  },
};

interface BookletValues {
  readonly booklets: boolean;
  readonly area?: string[] | undefined;
  readonly lang?: string[] | undefined;
  readonly paper?: string[] | undefined;
  readonly large: boolean;
  readonly "general-only": boolean;
  readonly site?: string | undefined;
  readonly fonts?: string | undefined;
}

/** With `--booklets` those that are named or usual; always those that were taken away, where this machine can draw. */
async function booklets(session: Session, values: BookletValues, env: Environment): Promise<void> {
  const { published } = session.stores;
  const missed = await missedWishes(published);
  const wished = values.booklets
    ? await usualWishes(published, {
        areas: values.area,
        langs: values.lang,
        papers: values.paper,
        large: values.large,
        generalOnly: values["general-only"],
      })
    : [];
  if (missed.length + wished.length === 0) return;
  if (!values.booklets && loadCompiler() === null) {
    console.log(
      `${missed.length} ready booklets wait to be made again: publish --booklets on another machine`,
    );
    return;
  }
  const made = await makeBooklets(published, [...missed, ...wished], {
    site: values.site ?? env["PUBLIC_URL"],
    fonts: values.fonts,
    today: session.context.now.toISOString().slice(0, 10),
    onMade: ({ area, languages, paper, large, generalOnly }, pages, bytes) =>
      console.log(
        `booklet ${area} ${languages.join(",")} ${paper}${large ? " large" : ""}${generalOnly ? " general-only" : ""}: ${pages} pages, ${Math.round(bytes / 1000)} kB`,
      ),
  });
  console.log(`${made} ready booklets made`);
}

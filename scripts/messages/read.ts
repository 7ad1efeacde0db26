/** Reads the messages of all languages, and the sources that use them. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export type Messages = Readonly<Record<string, string>>;

interface Taxonomy {
  readonly areas: readonly { readonly code: string; readonly label: string; readonly description: string }[];
  readonly services: readonly {
    readonly code: string;
    readonly label: string;
    readonly description: string;
  }[];
}

/** ICU reads a straight apostrophe as a quote. */
const plain = (text: string): string => text.replaceAll("'", "’");

/** Labels and descriptions of the taxonomy as messages. The English ones stand in the taxonomy alone. */
function taxonomyMessages(taxonomy: Taxonomy): Messages {
  return Object.fromEntries([
    ...taxonomy.areas.flatMap(({ code, label, description }) => [
      [`need.${code}`, plain(label)],
      [`need.${code}.about`, plain(description)],
    ]),
    ...taxonomy.services.flatMap(({ code, label, description }) => [
      [`service.${code}`, plain(label)],
      [`service.${code}.about`, plain(description)],
    ]),
  ]);
}

async function readFolder(folder: string): Promise<[string, string][]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const entries: [string, string][] = [];
  for (const file of files) {
    const parsed = JSON.parse(await readFile(path.join(folder, file), "utf8")) as Messages;
    entries.push(...Object.entries(parsed));
  }
  return entries;
}

/**
 * Messages by language, in the order of `languages`, of those that have a folder.
 * Throws when a folder has no line in `languages.ts` or a key stands in two files.
 */
export async function readMessages(
  root: string,
  languages: readonly string[],
): Promise<Map<string, Messages>> {
  const folder = path.join(root, "web/i18n/messages");
  const folders = await readdir(folder);
  const strange = folders.filter((name) => !languages.includes(name));
  if (strange.length > 0) throw new Error(`No line in languages.ts for ${strange.join(", ")}`);
  const taxonomy = JSON.parse(await readFile(path.join(root, "db/seed/taxonomy.json"), "utf8")) as Taxonomy;
  const catalogue = new Map<string, Messages>();
  for (const lang of languages.filter((name) => folders.includes(name))) {
    const entries = await readFolder(path.join(folder, lang));
    if (lang === "en") entries.push(...Object.entries(taxonomyMessages(taxonomy)));
    const twice = entries.map(([key]) => key).filter((key, index, keys) => keys.indexOf(key) !== index);
    if (twice.length > 0) throw new Error(`${lang}: in two files: ${twice.join(", ")}`);
    catalogue.set(lang, Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
  }
  return catalogue;
}

/** Compiled messages and lists of keys do not use a key by naming it. */
const isOfMessages = (name: string): boolean =>
  name.includes(`${path.sep}compiled${path.sep}`) || name.endsWith("-keys.ts");

/** All sources of the site and the server as one text. */
export async function readSources(root: string): Promise<string> {
  const texts: string[] = [];
  for (const folder of ["web", "server"]) {
    const files = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    for (const file of files) {
      const name = path.join(file.parentPath, file.name);
      if (!file.isFile() || !/\.tsx?$/u.test(name) || isOfMessages(name)) continue;
      texts.push(await readFile(name, "utf8"));
    }
  }
  return texts.join("\n");
}

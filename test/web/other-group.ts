import { readdirSync, readFileSync } from "node:fs";
import { namesIt } from "#server/domain/general-only.ts";

/** What the group that is not general is called in a language, on screen and on paper. */
export function otherGroup(lang: string): readonly string[] {
  const folder = new URL(`../../web/i18n/messages/${lang}/`, import.meta.url);
  const messages = Object.assign(
    {},
    ...readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as object),
  ) as Record<string, string>;
  return Object.entries(messages)
    .filter(([key]) => /^(?:scope\.specific|print\.specific|print\.word\.specific)/u.test(key))
    .map(([, text]) => text);
}

/** What a text says of the other group or of what the directory is about: nothing, with "general help only". */
export function saysOther(text: string, lang: string): readonly string[] {
  const said = otherGroup(lang).filter((label) => text.includes(label));
  return namesIt(text) ? [...said, "what the directory is about"] : said;
}

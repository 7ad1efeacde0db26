import type { Context } from "hono";
import type { PublicSettings } from "#server/contract/settings.ts";

/** The interface language of a page: the first part of its address, else the best that the browser asks for, else the first of the settings. */
export function pageLanguage(c: Context, settings: PublicSettings): string {
  const [, first] = c.req.path.split("/");
  if (first !== undefined && settings.languages.includes(first)) return first;
  const wanted = (c.req.header("Accept-Language") ?? "")
    .split(",")
    .map((part) => part.split(";")[0]?.trim() ?? "");
  for (const tag of wanted) {
    const found = settings.languages.find((lang) => lang === tag || lang === tag.split("-")[0]);
    if (found !== undefined) return found;
  }
  return settings.languages[0] ?? "en";
}

import type { PublicSettings } from "#server/contract/settings.ts";

/** Whether sentences that somebody may rely on stand in English too: nobody has checked the language yet. */
export function needsEnglish(lang: string, { checkedLanguages }: PublicSettings): boolean {
  return lang !== "en" && !checkedLanguages.includes(lang);
}

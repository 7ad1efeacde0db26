/** Who runs a service, so that someone can choose or avoid a state office, the police or a faith group. */
import type { ProviderType } from "#db/vocabulary.ts";
import type { Words } from "#web/i18n/words.ts";

/** "charity", "police or court"; "kind not known" when nobody said. */
export function providerName(words: Words, type: ProviderType | null): string {
  return words.t(`provider.${type ?? "unknown"}`);
}

/** The card's line: "Lantern Tree Clinic · charity". */
export function providerLine(words: Words, organization: string, type: ProviderType | null): string {
  return words.t("provider.line", { organization, provider: providerName(words, type) });
}

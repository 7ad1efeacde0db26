/** Who runs a service, in the sentence of a listing. It comes with the later screens. */
import type { ProviderType } from "#db/vocabulary.ts";
import type { Words } from "#web/i18n/words.ts";

/** The listing's sentence: "Run by Lantern Tree Clinic, a charity". */
export function runBy(words: Words, organization: string, type: ProviderType | null): string {
  if (type === null) return words.t("listing.run-by-unknown", { organization });
  return words.t("listing.run-by", { organization, provider: words.t(`provider.a.${type}`) });
}

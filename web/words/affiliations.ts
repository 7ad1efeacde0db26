/** What those who run a service belong to or keep, so that somebody can weigh it before they go there. */
import type { PublicAffiliation } from "#server/contract/affiliation.ts";
import type { Words } from "#web/i18n/words.ts";

/** "They belong to: Northern referral network". The name is as its own people write it. */
export function affiliationSentence(words: Words, { kind, name }: PublicAffiliation): string {
  return words.t(`listing.affiliations.${kind}`, { name });
}

import type { ListingView } from "#server/contract/listing-view.ts";
import { providerLine } from "#web/words/provider.ts";
import { useSite } from "./site-context.ts";

/** "Lantern Tree Clinic · charity". Police, courts and immigration stand out, so that one can avoid them. */
export function ListingBy({ listing }: { readonly listing: ListingView }) {
  const { words } = useSite();
  const { facts, card } = listing;
  const line = providerLine(words, card?.organization.text ?? "", facts.providerType);
  const authority = facts.providerType === "police-justice" || facts.providerType === "immigration";
  return (
    <p class="by" lang={card?.organization.lang === words.lang ? undefined : card?.organization.lang}>
      {authority ? <b>{line}</b> : line}
    </p>
  );
}

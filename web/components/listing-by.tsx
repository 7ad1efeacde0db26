import type { ListingView } from "#server/contract/listing-view.ts";
import { providerLine } from "#web/words/provider.ts";
import { SaidIn } from "./phrase.tsx";
import { useSite } from "./site-context.ts";

/** "Lantern Tree Clinic · charity". Police, courts and immigration stand out, so that one can avoid them. */
export function ListingBy({ listing }: { readonly listing: ListingView }) {
  const { words } = useSite();
  const { facts, card } = listing;
  const organization = card?.organization ?? { text: "", lang: words.lang };
  const line = (
    <SaidIn phrase={organization} sentence={(name) => providerLine(words, name, facts.providerType)} />
  );
  const authority = facts.providerType === "police-justice" || facts.providerType === "immigration";
  return <p class="by">{authority ? <b>{line}</b> : line}</p>;
}

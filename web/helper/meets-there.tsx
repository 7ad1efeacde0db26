import { useSite } from "#web/components/site-context.ts";
import { HelperCard } from "./helper-card.tsx";
import type { Tools } from "./tools.ts";

/** Where a border lies between the two places: who meets the person there, or that somebody has to ask. */
export function MeetsThere({ tools }: { readonly tools: Tools }) {
  const { words } = useSite();
  const items = tools.model.meets.value;
  if (items === null) return null;
  return (
    <section class="needres">
      <h2>{words.t("print.referral-meets")}</h2>
      {items.length === 0 && <p class="statenote">{words.t("print.referral-meets-nobody")}</p>}
      <ul>
        {items.map((item) => (
          <HelperCard key={item.facts.code} tools={tools} item={item} results={null} />
        ))}
      </ul>
    </section>
  );
}

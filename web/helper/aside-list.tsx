import { useSignal } from "@preact/signals";
import type { Item } from "#web/models/helper-model.ts";
import { useSite } from "#web/components/site-context.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import type { Tools } from "./tools.ts";
import { HelperCard } from "./helper-card.tsx";

interface AsideListProps {
  readonly tools: Tools;
  readonly icon: IconName;
  readonly title: string;
  readonly lead?: string;
  readonly items: readonly Item[];
}

/** A list that stands apart from the needs: offices between countries, and help for helpers themselves. Folded. */
export function AsideList({ tools, icon, title, lead, items }: AsideListProps) {
  const { words } = useSite();
  const open = useSignal(false);
  if (items.length === 0) return null;
  return (
    <section class="asidelist">
      <h2>
        <button type="button" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
          <Icon name={icon} />
          <span>
            {title}
            <small>{words.t("results.count", { n: items.length })}</small>
          </span>
          <Icon name="caret-down" class="cd" />
        </button>
      </h2>
      {open.value && lead !== undefined && <p class="note">{lead}</p>}
      {open.value && (
        <ul>
          {items.map((item) => (
            <HelperCard key={item.facts.code} tools={tools} item={item} results={null} />
          ))}
        </ul>
      )}
    </section>
  );
}

import { useSignal } from "@preact/signals";
import type { Item } from "#web/models/helper-model.ts";
import { useSite } from "#web/components/site-context.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import type { Tools } from "./tools.ts";
import { HelperCard } from "./helper-card.tsx";

export interface AsideGroup {
  /** Null: the list has no parts. */
  readonly title: string | null;
  readonly items: readonly Item[];
}

interface AsideListProps {
  readonly tools: Tools;
  readonly icon: IconName;
  readonly title: string;
  readonly lead?: string;
  readonly groups: readonly AsideGroup[];
  /** Unfolded from the start, because the way leads through it. */
  readonly open?: boolean;
}

/** A list that stands apart from the needs: who works between countries, and help for helpers themselves. */
export function AsideList({ tools, icon, title, lead, groups, open: first = false }: AsideListProps) {
  const { words } = useSite();
  /** Null: nobody has pressed it. */
  const pressed = useSignal<boolean | null>(null);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  if (count === 0) return null;
  const open = pressed.value ?? first;
  return (
    <section class="asidelist">
      <h2>
        <button type="button" aria-expanded={open} onClick={() => (pressed.value = !open)}>
          <Icon name={icon} />
          <span>
            {title}
            <small>{words.t("results.count", { n: count })}</small>
          </span>
          <Icon name="caret-down" class="cd" />
        </button>
      </h2>
      {open && lead !== undefined && <p class="note">{lead}</p>}
      {open &&
        groups.map((group) => (
          <div key={group.title} class="asidelist__part">
            {group.title !== null && <h3>{group.title}</h3>}
            <ul>
              {group.items.map((item) => (
                <HelperCard key={item.facts.code} tools={tools} item={item} results={null} />
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

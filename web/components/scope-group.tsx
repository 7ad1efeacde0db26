import type { ComponentChildren } from "preact";
import type { Scope } from "#db/vocabulary.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { MessageKey } from "#web/i18n/words.ts";
import { type HeadingLevel, Heading } from "./section.tsx";
import { useSite } from "./site-context.ts";

/** The public words of the two groups, said once (architecture: "Words"). */
export const SCOPE_WORDS: Readonly<
  Record<Scope, { name: MessageKey; short: MessageKey; about: MessageKey }>
> = {
  general: { name: "scope.general", short: "scope.general-short", about: "scope.general-explained" },
  "trafficking-specific": {
    name: "scope.specific",
    short: "scope.specific-short",
    about: "scope.specific-explained",
  },
};

interface ScopeGroupProps {
  readonly scope: Scope;
  readonly count: number;
  readonly id?: string;
  /** Level of its heading: 3 on pages that group by need first. */
  readonly level?: HeadingLevel;
  readonly children: ComponentChildren;
}

/** A group with its heading, count and explanation. It stands also when it is empty. */
export function ScopeGroup({ scope, count, id, level = 2, children }: ScopeGroupProps) {
  const { words } = useSite();
  const { name, about } = SCOPE_WORDS[scope];
  return (
    <section class="group" id={id} tabIndex={-1}>
      <header>
        <Heading level={level}>{words.t(name)}</Heading>
        <span class="count">{count}</span>
        <details class="about">
          <summary>
            <span class="sr">{words.t("scope.who")}</span>
            <Icon name="info" />
          </summary>
          <p>{words.t(about)}</p>
        </details>
      </header>
      {count === 0 && <p class="none">{words.t("scope.none")}</p>}
      {children}
    </section>
  );
}

import { useSignal } from "@preact/signals";
import { SCOPES, type Scope } from "#db/vocabulary.ts";
import { SCOPE_WORDS } from "./scope-group.tsx";
import { useSite } from "./site-context.ts";

interface GroupJumpProps {
  readonly counts: Readonly<Record<Scope, number>>;
}

/** Phones: a switch of two parts that jumps. It hides nothing. */
export function GroupJump({ counts }: GroupJumpProps) {
  const { words } = useSite();
  const current = useSignal<Scope>("general");
  const jump = (scope: Scope) => {
    current.value = scope;
    document.getElementById(`group-${scope}`)?.scrollIntoView();
  };
  return (
    <nav class="jump" aria-label={words.t("scope.groups")}>
      {SCOPES.map((scope) => (
        <button
          key={scope}
          type="button"
          aria-current={current.value === scope ? "true" : undefined}
          onClick={() => jump(scope)}
        >
          <span class={scope === "general" ? "pin mini" : "pin mini special"} aria-hidden="true" />
          {words.t(SCOPE_WORDS[scope].short)} <b>{counts[scope]}</b>
        </button>
      ))}
    </nav>
  );
}

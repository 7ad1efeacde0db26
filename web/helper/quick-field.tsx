import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { PRIVATE_INPUT } from "#web/components/private-input.ts";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { quickChoices } from "./quick-choices.ts";
import type { Tools } from "./tools.ts";

/** What is offered at once. */
const MOST = 6;

/**
 * The keyboard's way: a few letters of a need, a mark, a stage or a language, or an age in digits, and Enter takes the
 * first. "/" goes to it from anywhere on the page but a field. What is typed stays in memory and goes nowhere.
 */
export function QuickField({ tools }: { readonly tools: Tools }) {
  const site = useSite();
  const { words } = site;
  const typed = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target;
      const inField = at instanceof HTMLInputElement && at.type === "text";
      if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const choices = typed.value.trim() === "" ? [] : quickChoices(site, tools, typed.value).slice(0, MOST);
  const take = (at: number) => {
    choices[at]?.take();
    typed.value = "";
    field.current?.focus();
  };
  return (
    <form
      class="quick"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.value.trim() === "") {
          if (tools.model.sheet.value.length > 0) tools.model.show("sheet");
          return;
        }
        take(0);
      }}
    >
      <label>
        <span>
          <Icon name="keyboard" />
          {words.t("helper.quick")}
        </span>
        <input
          ref={field}
          type="text"
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
          {...PRIVATE_INPUT}
        />
      </label>
      {choices.length > 0 && (
        <ul class="pick quick__list">
          {choices.map(({ label, on }, at) => (
            <li key={label}>
              <button type="button" aria-pressed={on} onClick={() => take(at)}>
                {on && <Icon name="check" />}
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

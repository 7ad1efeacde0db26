import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "#web/icons/icon.tsx";
import { PRIVATE_INPUT } from "./private-input.ts";
import { useSite } from "./site-context.ts";

function Field({ onSearch }: { readonly onSearch: (words: string) => void }) {
  const { words } = useSite();
  const typed = useSignal("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    if (typed.value.trim() !== "") onSearch(typed.value);
  };
  return (
    <form class="wordsearch" onSubmit={submit}>
      <Icon name="magnifying-glass" />
      <input
        ref={input}
        type="text"
        enterkeyhint="search"
        aria-label={words.t("home.search")}
        placeholder={words.t("home.search")}
        value={typed.value}
        onInput={(event) => (typed.value = event.currentTarget.value)}
        {...PRIVATE_INPUT}
      />
      <button type="submit" class="btn go">
        {words.t("home.search-button")}
      </button>
    </form>
  );
}

/** "Search by word or name": a row that becomes a field when it is pressed. */
export function WordSearch({ onSearch }: { readonly onSearch: (words: string) => void }) {
  const { words } = useSite();
  const open = useSignal(false);
  if (open.value) return <Field onSearch={onSearch} />;
  return (
    <button type="button" class="rowlink" onClick={() => (open.value = true)}>
      <Icon name="magnifying-glass" />
      <span>{words.t("home.search")}</span>
    </button>
  );
}

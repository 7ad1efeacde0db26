import { Icon } from "#web/icons/icon.tsx";
import type { SayPhrase } from "#web/words/phrases.ts";
import { useSite } from "./site-context.ts";

/** What you can say, in the reader's words and in those of the place, to show or to read out. */
export function Speech({ phrases }: { readonly phrases: readonly SayPhrase[] }) {
  const { words } = useSite();
  return (
    <>
      <p class="note speech__how">
        <Icon name="chat-text" /> {words.t("phrases.show")}
      </p>
      <div class="speech">
        {phrases.map(({ text, local, note }) => (
          <q key={text}>
            {text}
            {local !== null && (
              <span class="local" lang={local.lang}>
                {local.text}
              </span>
            )}
            {note !== null && <small>{note}</small>}
          </q>
        ))}
      </div>
    </>
  );
}

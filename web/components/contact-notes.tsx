import { Icon, type IconName } from "#web/icons/icon.tsx";
import type { ContactNote } from "#web/words/contact.ts";

const SIGN: Readonly<Record<ContactNote["kind"], IconName>> = {
  "who-answers": "users",
  recorded: "microphone",
  told: "eye-slash",
  "not-known": "question",
  "where-works": "globe-hemisphere-east",
  price: "wallet",
  care: "info",
};

/** What to know before calling or writing. It stands before the number, never after it. */
export function ContactNotes({ notes }: { readonly notes: readonly ContactNote[] }) {
  return (
    <ul class="hint notes">
      {notes.map(({ kind, label, text, lang }) => (
        <li key={text}>
          <Icon name={SIGN[kind]} />
          <span lang={lang}>
            <span class="sr">{`${label}: `}</span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

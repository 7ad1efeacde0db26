import { Icon, type IconName } from "#web/icons/icon.tsx";
import type { Words } from "#web/i18n/words.ts";
import type { ContactNote } from "#web/words/contact.ts";
import { OwnWords } from "./own-words.tsx";
import { AlsoEnglish } from "./relied.tsx";
import { useSite } from "./site-context.ts";

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
export function ContactNotes({ notes }: { readonly notes: (words: Words) => readonly ContactNote[] }) {
  const { words, english = null } = useSite();
  const also = english === null ? [] : notes(english);
  return (
    <ul class="hint notes">
      {notes(words).map(({ kind, label, text, own }, index) => (
        <li key={text}>
          <Icon name={SIGN[kind]} />
          <span>
            <span class="sr">{`${label}: `}</span>
            {own === undefined ? text : <OwnWords phrase={own} />}
            {own === undefined && also[index] !== undefined && <AlsoEnglish text={also[index].text} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

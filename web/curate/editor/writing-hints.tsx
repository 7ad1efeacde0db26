import { type WritingHint, writingHints } from "#server/domain/plain-language.ts";
import { t } from "../words.ts";

function hintText(hint: WritingHint): string {
  if (hint.kind === "banned") return t("write.banned", { word: hint.word });
  if (hint.kind === "long-sentence") return t("write.long-sentence", { n: hint.words, start: hint.start });
  if (hint.kind === "long-text") return t("write.long-text", { n: hint.letters });
  return hint.kind === "hard" ? t("write.hard", { n: hint.years }) : t("write.loud");
}

/** What could be plainer in a text, under its field. Nothing is refused. */
export function WritingHints({ text, lang }: { readonly text: string; readonly lang: string }) {
  const hints = writingHints(text, lang);
  if (hints.length === 0) return null;
  return (
    <ul class="write">
      {hints.map((hint) => (
        <li key={hintText(hint)}>{hintText(hint)}</li>
      ))}
    </ul>
  );
}

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { TextField } from "../components/field.tsx";
import { facts } from "../session.ts";
import { inLanguage, languageText, t, tOr } from "../words.ts";
import { useEditor } from "./context.ts";
import { WritingHints } from "./writing-hints.tsx";

/** A text in the languages that it is written in; those that are missing are folded, one stop of the Tab key. */
export function TextsField({ text }: { readonly text: string }) {
  const model = useEditor();
  const opened = useSignal<readonly string[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const add = (language: string) => {
    opened.value = [...opened.value, language];
    // The button is gone with its language: whoever pressed it goes on in the new field.
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`:is(input, textarea)[lang="${language}"]`)?.focus(),
    );
  };
  const source = model.detail.value?.language ?? "en";
  const written = model.fields(`text:${text}:`).map((field) => field.split(":")[2] ?? "");
  const languages = [...new Set([source, ...written, ...opened.value])];
  const offered = (facts.value?.settings.languages ?? []).filter((code) => !languages.includes(code));
  const rows = text === "name" ? undefined : 3;
  const label = tOr(`text.${text}`, text);
  return (
    <div class="texts" ref={box}>
      {languages.map((language) => {
        const field = `text:${text}:${language}`;
        return (
          <div key={language}>
            <TextField
              label={languages.length === 1 ? label : inLanguage(label, language)}
              value={model.text(field)}
              lang={language}
              wrong={model.wrong.value[field] ?? null}
              onChange={(value) => model.set(field, value.trim() === "" ? null : value)}
              {...(rows === undefined ? {} : { rows })}
            />
            <WritingHints text={model.text(field)} lang={language} />
          </div>
        );
      })}
      {offered.length > 0 && (
        <details class="more">
          <summary>{t("field.add-languages")}</summary>
          <p class="acts">
            {offered.map((language) => (
              <button key={language} type="button" class="linkish" onClick={() => add(language)}>
                {t("field.add-language", { language: languageText(language) })}
              </button>
            ))}
          </p>
        </details>
      )}
    </div>
  );
}

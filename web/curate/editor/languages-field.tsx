import { useSignal } from "@preact/signals";
import type { LanguageMode } from "#db/vocabulary.ts";
import { LANGUAGE_CHOICES } from "./language-choices.ts";
import { SelectField } from "../components/field.tsx";
import { t } from "../words.ts";
import { useEditor } from "./context.ts";

interface Spoken {
  readonly code: string;
  readonly mode: LanguageMode;
}

const nameOf = (code: string) => LANGUAGE_CHOICES.find(([one]) => one === code)?.[1] ?? code;

/** Languages, each spoken by the staff or through an interpreter. */
export function LanguagesField() {
  const model = useEditor();
  const mode = useSignal<LanguageMode>("direct");
  const spoken = (model.value("languages") ?? []) as readonly Spoken[];
  const set = (next: readonly Spoken[]) => model.set("languages", next);
  return (
    <div class="codes">
      <p class="lb">{t("field.languages")}</p>
      <ul>
        {spoken.map((one) => (
          <li key={`${one.code} ${one.mode}`}>
            {nameOf(one.code)} · {t(`field.mode.${one.mode}`)}
            <button
              type="button"
              class="linkish"
              aria-label={`${t("field.remove")}: ${nameOf(one.code)}`}
              onClick={() => set(spoken.filter((other) => other !== one))}
            >
              {t("field.remove")}
            </button>
          </li>
        ))}
      </ul>
      <div class="f2">
        <SelectField
          label={t("field.language.add")}
          value=""
          options={[["", t("field.choose")] as const, ...LANGUAGE_CHOICES]}
          onChange={(code) => {
            if (code !== "" && !spoken.some((one) => one.code === code && one.mode === mode.value))
              set([...spoken, { code, mode: mode.value }]);
          }}
        />
        <SelectField
          label={t("field.language")}
          value={mode.value}
          options={[
            ["direct", t("field.mode.direct")],
            ["interpreter", t("field.mode.interpreter")],
          ]}
          onChange={(value) => (mode.value = value === "interpreter" ? "interpreter" : "direct")}
        />
      </div>
    </div>
  );
}

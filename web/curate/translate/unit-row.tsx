import { useSignal } from "@preact/signals";
import type { SavedTranslation, TranslationUnit } from "#server/contract/curate/translations.ts";
import { wordDifference } from "#server/domain/word-difference.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { post } from "../api.ts";
import { Notice } from "../components/notice.tsx";
import { reasonOf } from "../load.ts";
import { dayText, languageText, t, tOr } from "../words.ts";

interface UnitRowProps {
  readonly listing: string;
  readonly unit: TranslationUnit;
  readonly language: string;
  readonly onSaved: (unit: TranslationUnit) => void;
}

const SIGNS: Readonly<Record<TranslationUnit["standing"], IconName>> = {
  missing: "minus",
  draft: "note-pencil",
  ready: "clock",
  translated: "question",
  checked: "check",
  stale: "arrow-clockwise",
};

/** A text and its translation side by side, what changed in the source marked, where it stands under the field. */
export function UnitRow({ listing, unit, language, onSaved }: UnitRowProps) {
  const typed = useSignal<string | null>(null);
  const failed = useSignal<string | null>(null);
  const proposed = useSignal(false);
  const text = typed.value ?? unit.text;
  const moved = text !== unit.text;
  const label = `${tOr(`translate.field.${unit.field}`, tOr(`text.${unit.field}`, unit.field))}, ${languageText(language)}`;
  const save = async (as: "draft" | "translated" | "checked") => {
    failed.value = null;
    try {
      const saved = await post<SavedTranslation>(`/api/translations/${listing}`, {
        unit: unit.unit,
        language,
        before: unit.text,
        text,
        as,
      });
      typed.value = null;
      proposed.value = saved.proposed;
      onSaved(saved.unit);
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  const begun = unit.standing === "missing" || unit.standing === "draft";
  return (
    <tr>
      <td>
        <small class="f">{tOr(`translate.field.${unit.field}`, tOr(`text.${unit.field}`, unit.field))}</small>
        <span lang={unit.sourceLanguage} dir="auto">
          {unit.before === null
            ? unit.source
            : wordDifference(unit.before, unit.source).map((part, at) =>
                part.isNew ? <mark key={at}>{part.text}</mark> : part.text,
              )}
        </span>
        {unit.before !== null && (
          <small class="was" lang={unit.sourceLanguage}>
            {t("translate.before", { text: unit.before })}
          </small>
        )}
      </td>
      <td>
        <textarea
          lang={language}
          dir="auto"
          aria-label={label}
          placeholder={t("translate.write", { language: languageText(language) })}
          rows={Math.max(2, Math.ceil(unit.source.length / 60))}
          value={text}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        {proposed.value && <Notice kind="good" text={t("translate.proposed")} />}
        <div class="ft">
          <span class={`s ${unit.standing}`}>
            <Icon name={SIGNS[unit.standing]} />
            {standingText(unit)}
          </span>
          <span class="grow" />
          {moved && begun && (
            <button type="button" class="linkish small" onClick={() => void save("draft")}>
              {t("translate.draft")}
            </button>
          )}
          {(moved || unit.standing === "draft" || unit.standing === "ready") && text !== "" && (
            <button type="button" class="btn" onClick={() => void save("translated")}>
              {t("translate.save")}
            </button>
          )}
          {!moved && unit.standing === "stale" && (
            <button type="button" class="btn" onClick={() => void save("translated")}>
              {t("translate.still-right")}
            </button>
          )}
          {!moved && unit.standing === "translated" && (
            <button type="button" class="btn" onClick={() => void save("checked")}>
              {t("translate.check")}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

function standingText({ standing, touchedOn, touchedBy, changedOn }: TranslationUnit): string {
  if (standing === "checked" && touchedOn !== null)
    return t("translate.standing.checked-by", { day: dayText(touchedOn), name: touchedBy ?? "" });
  if (standing === "stale" && changedOn !== null)
    return t("translate.standing.stale-on", { day: dayText(changedOn) });
  return t(`translate.standing.${standing}`);
}

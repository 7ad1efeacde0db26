import { Icon } from "#web/icons/icon.tsx";
import type { Answer } from "#db/vocabulary.ts";
import { t } from "../words.ts";

interface TriProps {
  readonly name: string;
  readonly label: string;
  readonly value: Answer | null;
  readonly onChange: (value: Answer | null) => void;
  /** Nobody has confirmed it and it matters. */
  readonly flagged?: boolean;
}

const CHOICES = [
  ["yes", "check", "tri.yes"],
  ["no", "minus", "tri.no"],
  ["ask", "question", "tri.ask"],
] as const;
const KEYS: Readonly<Record<string, Answer | null>> = { y: "yes", n: "no", a: null };

/** Yes, No, Ask them: of fixed widths; "Ask them" is the start. Keys Y, N and A answer too. */
export function Tri({ name, label, value, onChange, flagged = false }: TriProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!Object.hasOwn(KEYS, key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const chosen = KEYS[key] ?? null;
    onChange(chosen);
    // The focus stays with the answer, so that the next Tab leads to the next question.
    const box = event.currentTarget as HTMLElement;
    box.querySelector<HTMLInputElement>(`input[value="${chosen ?? "ask"}"]`)?.focus();
  };
  return (
    <div class="r">
      <p class="q">{label}</p>
      <span class="tri" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
        {CHOICES.map(([choice, icon, text]) => (
          <label key={choice} class={choice}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={(value ?? "ask") === choice}
              onChange={() => onChange(choice === "ask" ? null : choice)}
            />
            <span>
              <Icon name={icon} />
              {t(text)}
            </span>
          </label>
        ))}
      </span>
      {flagged && <p class="c un">{t("tri.open")}</p>}
    </div>
  );
}

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../words.ts";

interface FieldProps {
  readonly label: string;
  /** Draws the control; `said` ties it to what is wrong with it. */
  readonly children: (id: string, said: Said) => ComponentChildren;
  /** What is wrong with it, or null. */
  readonly wrong?: string | null | undefined;
}

interface Said {
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
}

/** A label above its control. */
export function Field({ label, children, wrong = null }: FieldProps) {
  const id = useId();
  return (
    <div class="fld">
      <label for={id}>{label}</label>
      {children(id, wrong === null ? {} : { "aria-invalid": true, "aria-describedby": `${id}-wrong` })}
      {wrong !== null && (
        <p class="small wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "email" | "password" | "date" | "time" | "url" | "search";
  readonly lang?: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly autocomplete?: "username" | "current-password" | "new-password" | "one-time-code" | "off";
  readonly wrong?: string | null | undefined;
}

/** A field to type in; with `rows` it has several lines. */
export function TextField(props: TextProps) {
  const { label, value, onChange, type = "text", rows, autocomplete = "off", lang, placeholder } = props;
  const common = {
    value,
    autocomplete,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(lang === undefined ? {} : { lang, dir: "auto" as const }),
    onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <Field label={label} wrong={props.wrong}>
      {(id, said) =>
        rows === undefined ? (
          // Preact's types want one literal here; which of the kinds it is makes no difference to them.
          <input id={id} type={type as "text"} {...common} {...said} />
        ) : (
          <textarea id={id} rows={rows} {...common} {...said} />
        )
      }
    </Field>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly placeholder?: string;
  readonly decimals?: boolean;
  readonly wrong?: string | null | undefined;
}

/**
 * A number, or nothing. What is typed stays as it was typed while the field has the focus, and after it where it is no
 * number: then what stood here before counts, and the field says so.
 */
export function NumberField({ label, value, onChange, placeholder, decimals = false, wrong }: NumberProps) {
  const typed = useSignal<string | null>(null);
  const numberIn = (text: string) => {
    const trimmed = text.trim().replace(",", ".");
    return trimmed === "" ? null : Number(trimmed);
  };
  const isNone = typed.value !== null && Number.isNaN(numberIn(typed.value));
  const onInput = (text: string) => {
    typed.value = text;
    const read = numberIn(text);
    if (read === null || !Number.isNaN(read)) onChange(read);
  };
  return (
    <Field label={label} wrong={isNone ? t("editor.no-number") : wrong}>
      {(id, said) => (
        <input
          id={id}
          inputMode={decimals ? "decimal" : "numeric"}
          value={typed.value ?? (value === null ? "" : String(value))}
          placeholder={placeholder ?? ""}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={() => {
            if (!isNone) typed.value = null;
          }}
          {...said}
        />
      )}
    </Field>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/** One of a few. */
export function SelectField({ label, value, options, onChange }: SelectProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map(([code, text]) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly note?: string;
}

/** A tick. */
export function CheckField({ label, checked, onChange, note }: CheckProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {note !== undefined && <small>{note}</small>}
      </span>
    </label>
  );
}

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  readonly label: string;
  readonly children: (id: string) => ComponentChildren;
  /** What is wrong with it, or null. */
  readonly wrong?: string | null | undefined;
}

/** A label above its control. */
export function Field({ label, children, wrong = null }: FieldProps) {
  const id = useId();
  return (
    <div class="fld">
      <label for={id}>{label}</label>
      {children(id)}
      {wrong !== null && <p class="small wrong">{wrong}</p>}
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
      {(id) =>
        rows === undefined ? (
          // Preact's types want one literal here; which of the kinds it is makes no difference to them.
          <input id={id} type={type as "text"} {...common} />
        ) : (
          <textarea id={id} rows={rows} {...common} />
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

/** A number, or nothing. What is typed stays as it was typed while the field has the focus. */
export function NumberField({ label, value, onChange, placeholder, decimals = false, wrong }: NumberProps) {
  const typed = useSignal<string | null>(null);
  const onInput = (text: string) => {
    typed.value = text;
    const trimmed = text.trim().replace(",", ".");
    const read = trimmed === "" ? null : Number(trimmed);
    onChange(read === null || Number.isNaN(read) ? null : read);
  };
  return (
    <Field label={label} wrong={wrong}>
      {(id) => (
        <input
          id={id}
          inputMode={decimals ? "decimal" : "numeric"}
          value={typed.value ?? (value === null ? "" : String(value))}
          placeholder={placeholder ?? ""}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={() => (typed.value = null)}
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

import { Icon } from "#web/icons/icon.tsx";

interface ChipProps {
  readonly label: string;
  readonly on: boolean;
  readonly onPress: () => void;
}

/** Something to tick: the word, and a tick when it is on. A real checkbox, so that Space and readers know it. */
export function Chip({ label, on, onPress }: ChipProps) {
  return (
    <label class="opt chip">
      <input type="checkbox" autocomplete="off" checked={on} onChange={onPress} />
      <span>
        <Icon name="check" class="tick" />
        {label}
      </span>
    </label>
  );
}

interface ChoiceProps<T> {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few: buttons in a row, as the questions of the site have them. */
export function Choice<T extends string | null>({ legend, options, value, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="question">
      <legend>{legend}</legend>
      <div class="opts">
        {options.map((option) => (
          <label key={option.label} class="opt">
            <input
              type="radio"
              autocomplete="off"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>
              <Icon name="check" class="tick" />
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string }[];
  readonly onPick: (value: string) => void;
}

/** A list to choose from. It has no name, so no form history keeps it. */
export function Pick({ label, value, options, onPick }: PickProps) {
  return (
    <label class="pickone">
      <span>{label}</span>
      <select autocomplete="off" value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | null;
  readonly onType: (years: number | null) => void;
}

/** Whole years; what is no age says nothing. */
export function Years({ label, value, onType }: NumberProps) {
  const read = (text: string) => {
    const years = /^\d{1,3}$/u.test(text.trim()) ? Number(text.trim()) : null;
    if (years === null || years <= 120) onType(years);
  };
  return (
    <label class="typed years">
      <span>{label}</span>
      <input
        type="text"
        inputmode="numeric"
        maxLength={3}
        value={value ?? ""}
        onInput={(event) => read(event.currentTarget.value)}
        autocomplete="off"
        spellcheck={false}
      />
    </label>
  );
}

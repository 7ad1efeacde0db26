import { useId } from "preact/hooks";
import { Icon } from "#web/icons/icon.tsx";
import { PRIVATE_INPUT } from "./private-input.ts";
import { useSite } from "./site-context.ts";

interface PlaceFieldProps {
  readonly value: string;
  readonly onType: (text: string) => void;
}

export function PlaceField({ value, onType }: PlaceFieldProps) {
  const { words } = useSite();
  const id = useId();
  return (
    <div class="find">
      <Icon name="magnifying-glass" />
      <label class="sr" for={id}>
        {words.t("place.type")}
      </label>
      <input
        id={id}
        type="text"
        placeholder={words.t("place.type")}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
        {...PRIVATE_INPUT}
      />
      {value !== "" && (
        <button type="button" class="btn" aria-label={words.t("place.clear")} onClick={() => onType("")}>
          <Icon name="x" />
        </button>
      )}
    </div>
  );
}

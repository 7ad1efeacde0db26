import { useSite } from "./site-context.ts";

interface TickProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Whether the copy stays when somebody leaves, and what happens without the tick. */
export function Tick({ on, onChange }: TickProps) {
  const { words } = useSite();
  return (
    <label class="tick">
      <input
        type="checkbox"
        autocomplete="off"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {words.t("keep.leave-here")}
        <small>{words.t("keep.leave-here-not")}</small>
      </span>
    </label>
  );
}

import { facts } from "../session.ts";
import { SelectField } from "./field.tsx";

interface AreaFieldProps {
  readonly label: string;
  /** An area of this directory; empty: none. */
  readonly value: string;
  /** What no area is called here. */
  readonly none: string;
  readonly onChange: (code: string) => void;
}

/** One of the areas of this directory, or none. */
export function AreaField({ label, value, none, onChange }: AreaFieldProps) {
  const areas = facts.value?.areas ?? [];
  return (
    <SelectField
      label={label}
      value={value}
      options={[["", none] as const, ...areas.map(({ code, name }) => [code, name] as const)]}
      onChange={onChange}
    />
  );
}

import { SelectField } from "../../components/field.tsx";
import { facts } from "../../session.ts";
import { t } from "../../words.ts";

interface CountryFieldProps {
  readonly label: string;
  /** ISO 3166-1 alpha-2; empty: none chosen. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** One of the countries of this directory. */
export function CountryField({ label, value, onChange }: CountryFieldProps) {
  const countries = (facts.value?.areas ?? []).filter(({ code }) => code.length === 2);
  return (
    <SelectField
      label={label}
      value={value}
      options={[
        ["", t("field.choose")] as const,
        ...countries.map(({ code, name }) => [code, name] as const),
      ]}
      onChange={onChange}
    />
  );
}

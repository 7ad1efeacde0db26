import { OUTLETS, type Outlet } from "#db/vocabulary.ts";
import { CheckField } from "../components/field.tsx";
import { t } from "../words.ts";

interface OutletsProps {
  readonly value: readonly Outlet[];
  readonly onChange: (value: Outlet[]) => void;
}

/** Where a public contact or note does not come out. */
export function OutletsField({ value, onChange }: OutletsProps) {
  return (
    <fieldset class="outlets">
      <legend class="lb">{t("outlets.title")}</legend>
      {OUTLETS.map((outlet) => (
        <CheckField
          key={outlet}
          label={t(`outlet.${outlet}`)}
          checked={value.includes(outlet)}
          onChange={(on) => onChange(on ? [...value, outlet] : value.filter((one) => one !== outlet))}
        />
      ))}
    </fieldset>
  );
}

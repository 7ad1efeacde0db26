import { CONSENT_WAYS } from "#server/contract/curate/governance.ts";
import { SelectField, TextField } from "../components/field.tsx";
import { t } from "../words.ts";

interface Said {
  readonly byRole: string;
  readonly how: string;
}

/** Who at an organisation said so, and how. */
export function ConsentFields({
  value,
  onChange,
}: {
  readonly value: Said;
  readonly onChange: (value: Said) => void;
}) {
  return (
    <div class="f2">
      <TextField
        label={t("standing.role")}
        value={value.byRole}
        onChange={(byRole) => onChange({ ...value, byRole })}
      />
      <SelectField
        label={t("standing.how")}
        value={value.how}
        options={CONSENT_WAYS.map((code) => [code, t(`how.${code}`)] as const)}
        onChange={(how) => onChange({ ...value, how })}
      />
    </div>
  );
}

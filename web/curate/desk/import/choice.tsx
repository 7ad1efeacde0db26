import { t } from "../../words.ts";

export type Whose = "theirs" | "ours";

interface ChoiceProps {
  /** Tells the two buttons apart from those of all other fields. */
  readonly name: string;
  /** What the field is called. */
  readonly label: string;
  readonly chosen: Whose | undefined;
  readonly onChoose: (whose: Whose) => void;
}

/** Whose version of a field stands. */
export function Choice({ name, label, chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset class="choice">
      <legend class="sr">{t("workbook.choose", { field: label })}</legend>
      {(["ours", "theirs"] as const).map((whose) => (
        <label key={whose}>
          <input type="radio" name={name} checked={chosen === whose} onChange={() => onChoose(whose)} />
          {t(`workbook.keep-${whose}`)}
        </label>
      ))}
    </fieldset>
  );
}

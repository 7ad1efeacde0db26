import { t } from "../../words.ts";

/** The heads of a table of differences: a field, what stands here, what the others have, and what becomes of it. */
export function DifferenceHead({ theirs = t("workbook.theirs") }: { readonly theirs?: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{t("import.field")}</th>
        <th scope="col">{t("workbook.ours")}</th>
        <th scope="col">{theirs}</th>
        <th scope="col">{t("import.happens")}</th>
      </tr>
    </thead>
  );
}

import type { ColumnsAnswer } from "#server/contract/curate/import.ts";
import { isTarget, type Mapping, TARGETS } from "#server/contract/mapping.ts";
import { FACET_CODES } from "#db/vocabulary.ts";
import { TextField } from "../../components/field.tsx";
import { codeLabel, facetLabel, t } from "../../words.ts";

interface MappingTableProps {
  readonly answer: ColumnsAnswer;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which column is what: suggested, with what stands in it beside, to be mended by a person. */
export function MappingTable({ answer, mapping, onChange }: MappingTableProps) {
  const set = (file: string, column: string, target: string): void => {
    const tables = mapping.tables.some((table) => table.file === file)
      ? mapping.tables
      : [...mapping.tables, { file, columns: {}, between: {}, joins: [] }];
    onChange({
      ...mapping,
      tables: tables.map((table) => {
        if (table.file !== file) return table;
        const { [column]: _before, ...others } = table.columns;
        return { ...table, columns: isTarget(target) ? { ...others, [column]: target } : others };
      }),
    });
  };
  const save = (): void => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(mapping, null, 2)], { type: "application/json" }),
    );
    link.download = `${mapping.source}.mapping.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section class="box">
      <header>
        <h2>{t("mapping.title")}</h2>
        <button type="button" class="btn" onClick={save}>
          {t("mapping.save")}
        </button>
      </header>
      <p class="note pad">{t("mapping.sub")}</p>
      <div class="pad">
        <TextField
          label={t("mapping.source")}
          value={mapping.source}
          onChange={(source) => onChange({ ...mapping, source })}
        />
      </div>
      {answer.tables.map(({ file, lines, columns }) => {
        const table = mapping.tables.find((item) => item.file === file);
        return (
          <table key={file} class="found mapping">
            <caption>
              {file} <small>{t("mapping.lines", { n: lines })}</small>
              {(table?.joins ?? []).map((join) => (
                <small key={join.file}>{t("mapping.join", { file: join.file, column: join.column })}</small>
              ))}
            </caption>
            <tbody>
              {columns.map(({ name, samples, filled }) => (
                <tr key={name}>
                  <th scope="row">
                    {name} <small>{t("mapping.filled", { n: filled })}</small>
                  </th>
                  <td>
                    <small>{samples.join(" · ")}</small>
                  </td>
                  <td>
                    <select
                      aria-label={t("mapping.target", { column: name })}
                      value={table?.columns[name] ?? ""}
                      onChange={(event) => set(file, name, event.currentTarget.value)}
                    >
                      <option value="">{t("mapping.none")}</option>
                      <Targets />
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </section>
  );
}

const GROUPS = ["organization", "service", "location"] as const;

function Targets() {
  return (
    <>
      {GROUPS.map((group) => (
        <optgroup key={group} label={t(`mapping.group.${group}`)}>
          {TARGETS.filter((target) => target.startsWith(`${group}.`)).map((target) => (
            <option key={target} value={target}>
              {t(`mapping.group.${group}`)}: {target.slice(group.length + 1).replaceAll("_", " ")}
            </option>
          ))}
        </optgroup>
      ))}
      <optgroup label={t("mapping.group.other")}>
        <option value="private">{t("mapping.private")}</option>
        <option value="ignore">{t("mapping.ignore")}</option>
      </optgroup>
      <optgroup label={t("mapping.group.answers")}>
        {FACET_CODES.map((term) => (
          <option key={term} value={`answer:${term}`}>
            {facetLabel(term.split(":")[0] ?? "")}: {codeLabel(term)}
          </option>
        ))}
      </optgroup>
    </>
  );
}

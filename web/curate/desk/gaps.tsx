import { useSignal } from "@preact/signals";
import { NEEDS, SCOPES } from "#db/vocabulary.ts";
import type { CoverageView } from "#server/contract/curate/desk.ts";
import { COVERAGE_GROUPS } from "#server/domain/coverage.ts";
import { get } from "../api.ts";
import { SelectField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { LANGUAGE_CHOICES } from "../editor/language-choices.ts";
import { useLoad } from "../load.ts";
import { to } from "../route.ts";
import { facts } from "../session.ts";
import { humanized, t } from "../words.ts";

type Cell = CoverageView["cells"][number];

/** Need × area, both columns in each cell, for one group: where nothing is, and where all hangs on one provider. */
export function Gaps() {
  const group = useSignal("everyone");
  const language = useSignal("");
  const country = useSignal(facts.value?.settings.countries[0] ?? "TH");
  const chosen = useSignal<string | null>(null);
  const query = new URLSearchParams({
    group: group.value,
    country: country.value,
    ...(language.value === "" ? {} : { language: language.value }),
  }).toString();
  const table = useLoad(query, () => get<CoverageView>(`/api/desk/coverage?${query}`));
  const view = table.value.value;
  const countries = (facts.value?.areas ?? []).filter(({ code }) => code.length === 2);
  return (
    <>
      <PageHead title={t("gaps.title")} sub={t("gaps.sub")}>
        <a class="btn" href={`/curate/api/desk/coverage.csv?${query}`} download>
          {t("gaps.csv")}
        </a>
        <button type="button" class="btn" onClick={() => window.print()}>
          {t("gaps.print")}
        </button>
      </PageHead>
      {table.failed.value !== null && <Notice kind="late" text={table.failed.value} />}
      <div class="f3">
        <SelectField
          label={t("gaps.group")}
          value={group.value}
          options={Object.keys(COVERAGE_GROUPS).map((code) => [code, humanized(code)] as const)}
          onChange={(code) => (group.value = code)}
        />
        <SelectField
          label={t("gaps.language")}
          value={language.value}
          options={[["", t("gaps.any-language")] as const, ...LANGUAGE_CHOICES]}
          onChange={(code) => (language.value = code)}
        />
        <SelectField
          label={t("gaps.country")}
          value={country.value}
          options={countries.map(({ code, name }) => [code, name] as const)}
          onChange={(code) => (country.value = code)}
        />
      </div>
      <p class="note key-line">
        <b>●</b> {t("field.scope.general")} <b>■</b> {t("field.scope.trafficking-specific")} · {t("gaps.key")}
      </p>
      {view !== null && <Table view={view} chosen={chosen.value} onChoose={(key) => (chosen.value = key)} />}
      {view !== null && chosen.value !== null && <Inside view={view} at={chosen.value} />}
    </>
  );
}

interface TableProps {
  readonly view: CoverageView;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

function Table({ view, chosen, onChoose }: TableProps) {
  const cells = new Map(view.cells.map((cell) => [`${cell.need} ${cell.area} ${cell.scope}`, cell]));
  return (
    <div class="box scroll" tabIndex={0} role="region" aria-label={t("gaps.title")}>
      <table class="gaps">
        <thead>
          <tr>
            <th scope="col">{t("gaps.need")}</th>
            {view.areas.map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NEEDS.map((need) => (
            <tr key={need}>
              <th scope="row">{humanized(need)}</th>
              {view.areas.map(({ code }) => {
                const key = `${need} ${code}`;
                const own = SCOPES.flatMap((scope) => cells.get(`${key} ${scope}`) ?? []);
                return (
                  <td key={code} class={lookOf(own)}>
                    <button type="button" aria-pressed={chosen === key} onClick={() => onChoose(key)}>
                      <CellText cells={own} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** None, none known but some to ask, only one provider, or more: said in words in the cell too. */
function lookOf(cells: readonly Cell[]): string {
  const fits = cells.reduce((sum, { fits: codes }) => sum + codes.length, 0);
  const ask = cells.reduce((sum, { ask: codes }) => sum + codes.length, 0);
  if (fits === 0) return ask === 0 ? "none" : "perhaps";
  return cells.reduce((sum, { providers }) => sum + providers, 0) === 1 ? "one" : "some";
}

function CellText({ cells }: { readonly cells: readonly Cell[] }) {
  const ask = cells.reduce((sum, { ask: codes }) => sum + codes.length, 0);
  const look = lookOf(cells);
  return (
    <>
      {look === "none" ? (
        <b>{t("gaps.none")}</b>
      ) : (
        cells.map(({ scope, fits }) => (
          <span key={scope} class="num">
            {scope === "general" ? "●" : "■"} {fits.length}{" "}
          </span>
        ))
      )}
      {look === "one" && <small>{t("gaps.one")}</small>}
      {ask > 0 && <small>{t("facet.open", { n: ask })}</small>}
    </>
  );
}

function Inside({ view, at }: { readonly view: CoverageView; readonly at: string }) {
  const [need = "", area = ""] = at.split(" ");
  const cells = view.cells.filter((cell) => cell.need === need && cell.area === area);
  const name = view.areas.find(({ code }) => code === area)?.name ?? area;
  const line = (code: string, ask: boolean) => {
    const listing = view.names[code];
    return (
      <li key={code}>
        <a href={to("listings", listing?.id ?? "")}>{listing?.name ?? code}</a>
        {ask && <small>{t("tri.ask")}</small>}
      </li>
    );
  };
  return (
    <section class="box pad">
      <h2>
        {humanized(need)}, {name}
      </h2>
      {cells.map(({ scope, fits, ask }) => (
        <div key={scope}>
          <h3>{t(scope === "general" ? "field.scope.general" : "field.scope.trafficking-specific")}</h3>
          <ul class="rows">
            {fits.map((code) => line(code, false))}
            {ask.map((code) => line(code, true))}
          </ul>
          {fits.length + ask.length === 0 && <p class="note">{t("gaps.none")}</p>}
        </div>
      ))}
    </section>
  );
}

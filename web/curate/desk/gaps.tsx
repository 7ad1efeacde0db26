import { useSignal } from "@preact/signals";
import { NEEDS, SCOPES } from "#db/vocabulary.ts";
import type { CoverageView } from "#server/contract/curate/desk.ts";
import { COVERAGE_GROUPS } from "#server/domain/coverage.ts";
import { NeedIcon } from "#web/icons/need-icon.tsx";
import { get } from "../api.ts";
import { SelectField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { LANGUAGE_CHOICES } from "../editor/language-choices.ts";
import { useLoad } from "../load.ts";
import { to } from "../route.ts";
import { facts } from "../session.ts";
import { dayText, humanized, languageText, listLabel, t } from "../words.ts";

type Cell = CoverageView["cells"][number];

/** Need × area, both columns in each cell, for one group: where nothing is, and where all hangs on one provider. */
export function Gaps() {
  const group = useSignal("everyone");
  const language = useSignal("");
  const country = useSignal(facts.value?.settings.countries[0] ?? "TH");
  const chosen = useSignal<string | null>(null);
  const area = useSignal("");
  const inside = (facts.value?.areas ?? []).filter(({ code }) => code.startsWith(country.value));
  const byGroup = area.value !== "";
  const query = new URLSearchParams(
    byGroup
      ? { area: area.value, country: country.value }
      : {
          group: group.value,
          country: country.value,
          ...(language.value === "" ? {} : { language: language.value }),
        },
  ).toString();
  const table = useLoad(query, () => get<CoverageView>(`/api/desk/coverage?${query}`));
  const view = table.value.value;
  const countries = (facts.value?.areas ?? []).filter(({ code }) => code.length === 2);
  return (
    <>
      <PageHead title={t("gaps.title")} sub={t("gaps.sub")}>
        <a class="btn" href={`/curate/api/desk/coverage.csv?${query}`} download>
          {t("gaps.csv")}
        </a>
        <a class="btn" href={`/curate/api/desk/coverage-all.csv?country=${country.value}`} download>
          {t("gaps.report")}
        </a>
        <button type="button" class="btn" onClick={() => window.print()}>
          {t("gaps.print")}
        </button>
      </PageHead>
      {table.failed.value !== null && <Notice kind="late" text={table.failed.value} />}
      <div class="f3">
        <SelectField
          label={t("gaps.view")}
          value={byGroup ? "group" : "area"}
          options={[["area", t("gaps.by-area")] as const, ["group", t("gaps.by-group")] as const]}
          onChange={(code) => {
            area.value = code === "group" ? (inside[0]?.code ?? country.value) : "";
            chosen.value = null;
          }}
        />
        {byGroup && (
          <SelectField
            label={t("gaps.area")}
            value={area.value}
            options={inside.map(({ code, name }) => [code, name] as const)}
            onChange={(code) => (area.value = code)}
          />
        )}
        {!byGroup && (
          <SelectField
            label={t("gaps.group")}
            value={group.value}
            options={Object.keys(COVERAGE_GROUPS).map((code) => [code, listLabel("group", code)] as const)}
            onChange={(code) => (group.value = code)}
          />
        )}
        {!byGroup && (
          <SelectField
            label={t("gaps.language")}
            value={language.value}
            options={[["", t("gaps.any-language")] as const, ...LANGUAGE_CHOICES]}
            onChange={(code) => (language.value = code)}
          />
        )}
        <SelectField
          label={t("gaps.country")}
          value={country.value}
          options={countries.map(({ code, name }) => [code, name] as const)}
          onChange={(code) => {
            country.value = code;
            area.value = "";
          }}
        />
      </div>
      <p class="note key-line">
        <b>●</b> {t("field.scope.general")} <b>■</b> {t("field.scope.trafficking-specific")} · {t("gaps.key")}
      </p>
      {view !== null && <Table view={view} chosen={chosen.value} onChoose={(key) => (chosen.value = key)} />}
      {view !== null && chosen.value !== null && <Inside view={view} at={chosen.value} />}
      {view !== null && <Types view={view} />}
      {view !== null && <Overlaps view={view} />}
    </>
  );
}

interface TableProps {
  readonly view: CoverageView;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

function Table({ view, chosen, onChoose }: TableProps) {
  const cells = new Map(view.cells.map((cell) => [`${cell.need} ${cell.column} ${cell.scope}`, cell]));
  return (
    <div class="box scroll" tabIndex={0} role="region" aria-label={t("gaps.title")}>
      <table class="gaps">
        <thead>
          <tr>
            <th scope="col">{t("gaps.need")}</th>
            {view.columns.map(({ code, name }) => (
              <th key={code} scope="col">
                {columnText(code, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NEEDS.map((need) => (
            <tr key={need}>
              <th scope="row">
                <span class="need">
                  <NeedIcon need={need} />
                  {humanized(need)}
                </span>
              </th>
              {view.columns.map(({ code }) => {
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
  const [need = "", column = ""] = at.split(" ");
  const cells = view.cells.filter((cell) => cell.need === need && cell.column === column);
  const area = cells[0]?.area ?? "";
  const name = [
    columnText(column, view.columns.find(({ code }) => code === column)?.name ?? column),
    ...(column === area ? [] : [view.areas.find(({ code }) => code === area)?.name ?? area]),
  ].join(", ");
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
          {fits.length + ask.length === 0 && (
            <p class="note">{saidNone(view, need, area, scope) ?? t("gaps.none")}</p>
          )}
        </div>
      ))}
    </section>
  );
}

/** An area by its name; a group or a language in words. */
function columnText(code: string, name: string): string {
  const [kind = "", language] = code.split(":");
  if (kind === "language" && language !== undefined) return languageText(language);
  return code === name ? listLabel("group", code) : name;
}

/** Who looked and found none, and when; null: nobody said so. */
function saidNone(view: CoverageView, need: string, area: string, scope: string): string | null {
  const said = view.noneKnown.find((one) => one.need === need && one.area === area && one.scope === scope);
  return said === undefined ? null : t("gaps.said", { day: dayText(said.on), name: said.by });
}

/** Kinds of provider that an area has none of: a state office, an embassy, a faith group. */
function Types({ view }: { readonly view: CoverageView }) {
  const nameOf = (code: string) => view.areas.find((one) => one.code === code)?.name ?? code;
  return (
    <section class="box">
      <header>
        <h2>{t("gaps.types")}</h2>
      </header>
      <ul class="rows">
        {view.missingTypes.map(({ area, types }) => (
          <li key={area}>
            <b class="grow">{nameOf(area)}</b>
            <span>
              {types.length === 0
                ? t("gaps.types.none")
                : types.map((type) => listLabel("provider", type)).join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same help by several organisations in one area: perhaps one of them could do something else. */
function Overlaps({ view }: { readonly view: CoverageView }) {
  const nameOf = (code: string) => view.areas.find((one) => one.code === code)?.name ?? code;
  const termOf = (code: string) => facts.value?.terms.find((one) => one.code === code)?.name ?? code;
  return (
    <section class="box">
      <header>
        <h2>{t("gaps.overlaps")}</h2>
      </header>
      {view.overlaps.length === 0 && <p class="pad note">{t("gaps.overlaps.none")}</p>}
      <ul class="rows">
        {view.overlaps.map(({ area, service, scope, listings, providers }) => (
          <li key={`${area} ${service} ${scope}`}>
            <span class="grow">
              <b>{termOf(service)}</b>
              <small>
                {t("gaps.overlap", { n: providers, area: nameOf(area) })}, {t(`field.scope.${scope}`)}
              </small>
            </span>
            <span>
              {listings.map((code) => (
                <a key={code} href={to("listings", view.names[code]?.id ?? "")}>
                  {view.names[code]?.name ?? code}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useSignal } from "@preact/signals";
import { NEEDS, type Need, SCOPES, type Scope } from "#db/vocabulary.ts";
import type { GridCell, GridListing, GridView } from "#server/contract/curate/grid.ts";
import { Icon } from "#web/icons/icon.tsx";
import { NeedIcon } from "#web/icons/need-icon.tsx";
import { get, post } from "../api.ts";
import { SelectField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { to } from "../route.ts";
import { facts } from "../session.ts";
import { dayText, humanized, languageText, t, tOr } from "../words.ts";
import { sheetPath } from "#web/components/paths.ts";
import { NewInCell } from "./new-in-cell.tsx";

/** The directory as the field draws it: twelve needs, two columns, filled cell by cell. */
export function Grid() {
  const known = facts.value;
  const choices = areaChoices();
  const area = useSignal(choices[0]?.code ?? "");
  const language = useSignal(known?.settings.languages[0] ?? "en");
  const failed = useSignal<string | null>(null);
  const adding = useSignal<string | null>(null);
  const grid = useLoad(area.value, () => get<GridView>(`/api/grid?area=${area.value}`));
  const view = grid.value.value;
  const filled = view?.cells.filter(({ listings }) => listings.length > 0).length ?? 0;
  const none = async (need: Need, scope: Scope, undo: boolean) => {
    failed.value = null;
    try {
      await post(`/api/grid/none${undo ? "/undo" : ""}`, { area: area.value, need, scope });
      grid.reload();
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  return (
    <>
      <PageHead
        title={t("grid.title")}
        sub={view === null ? "" : t("grid.sub", { area: view.area.name, n: filled, all: view.cells.length })}
      >
        <a
          class="btn"
          href={sheetPath(known?.settings.languages[0] ?? "en", area.value)}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="printer" />
          {t("grid.sheet")}
        </a>
        <a class="btn" href={`/curate/api/workbooks?area=${area.value}`} download>
          <Icon name="download-simple" />
          {t("grid.spreadsheet")}
        </a>
        <a class="btn" href={to("import")}>
          <Icon name="download-simple" />
          {t("grid.import")}
        </a>
      </PageHead>
      {[failed.value, grid.failed.value].map(
        (text, at) => text !== null && <Notice key={at} kind="late" text={text} />,
      )}
      <div class="f3">
        <SelectField
          label={t("grid.area")}
          value={area.value}
          options={choices.map(({ code, name }) => [code, name] as const)}
          onChange={(code) => (area.value = code)}
        />
        <SelectField
          label={t("grid.language")}
          value={language.value}
          options={(known?.settings.languages ?? ["en"]).map((code) => [code, languageText(code)] as const)}
          onChange={(code) => (language.value = code)}
        />
      </div>
      {view !== null && (
        <table class="gr">
          <thead>
            <tr>
              <th scope="col">
                <span class="sr">{t("gaps.need")}</span>
              </th>
              {SCOPES.map((scope) => (
                <th key={scope} scope="col">
                  {t(`field.scope.${scope}`)}
                  <small>{t(`grid.scope.${scope}`)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NEEDS.map((need) => (
              <tr key={need}>
                <th scope="row">
                  <span>
                    <NeedIcon need={need} />
                    {humanized(need)}
                  </span>
                </th>
                {SCOPES.map((scope) => {
                  const key = `${need} ${scope}`;
                  const cell = view.cells.find((one) => one.need === need && one.scope === scope);
                  return (
                    <td key={scope} data-l={t(`field.scope.${scope}`)}>
                      {cell !== undefined && <Listings listings={cell.listings} />}
                      {adding.value === key ? (
                        <NewInCell
                          cell={{ area: area.value, need, scope }}
                          language={language.value}
                          onClose={() => (adding.value = null)}
                          onDone={() => {
                            adding.value = null;
                            grid.reload();
                          }}
                        />
                      ) : (
                        cell !== undefined && (
                          <Empty
                            cell={cell}
                            onAdd={() => (adding.value = key)}
                            onNone={(undo) => void none(need, scope, undo)}
                          />
                        )
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The areas that the directory is about, each country as a whole after its own. */
function areaChoices(): readonly { readonly code: string; readonly name: string }[] {
  const known = facts.value;
  if (known === null) return [];
  const { countries } = known.settings;
  const order = (code: string) => countries.indexOf(code.slice(0, 2));
  const narrowed = new Set(known.chosenAreas.map((code) => code.slice(0, 2)));
  return known.areas
    .filter(({ code }) => countries.includes(code.slice(0, 2)))
    .filter(
      ({ code }) => code.length === 2 || !narrowed.has(code.slice(0, 2)) || known.chosenAreas.includes(code),
    )
    .sort(
      (a, b) =>
        order(a.code) - order(b.code) ||
        Number(a.code.length === 2) - Number(b.code.length === 2) ||
        a.name.localeCompare(b.name, "en"),
    );
}

function Listings({ listings }: { readonly listings: readonly GridListing[] }) {
  if (listings.length === 0) return null;
  return (
    <ul>
      {listings.map(({ id, name, state, publicState, toAsk, serves }) => (
        <li key={id}>
          <a href={to("listings", id)}>
            {name}
            <small>
              {publicState === "still-public" || publicState === "going-out"
                ? t(`public.${publicState}`)
                : tOr(`state.${state}`, state)}
              {serves !== "area" && `, ${t(`grid.serves.${serves}`)}`}
              {toAsk > 0 && state === "draft" && `, ${t("facet.open", { n: toAsk })}`}
            </small>
          </a>
        </li>
      ))}
    </ul>
  );
}

interface EmptyProps {
  readonly cell: GridCell;
  readonly onAdd: () => void;
  readonly onNone: (undo: boolean) => void;
}

function Empty({ cell, onAdd, onNone }: EmptyProps) {
  const { listings, none } = cell;
  if (none !== null && listings.length === 0)
    return (
      <p class="said-none">
        <Icon name="minus" />
        <span>{t("grid.none-said", { day: dayText(none.on), name: none.by })}</span>
        <button type="button" class="linkish" onClick={() => onNone(true)}>
          {t("grid.undo")}
        </button>
      </p>
    );
  const where = `${humanized(cell.need)}, ${t(`field.scope.${cell.scope}`)}`;
  return (
    <div class="adds">
      <button
        type="button"
        class={listings.length > 0 ? "add more" : "add"}
        aria-label={`${t(listings.length > 0 ? "grid.another" : "grid.first")}: ${where}`}
        onClick={onAdd}
      >
        <Icon name="plus" />
        {t(listings.length > 0 ? "grid.another" : "grid.first")}
      </button>
      {listings.length === 0 && (
        <button
          type="button"
          class="linkish small"
          aria-label={`${t("grid.none")}: ${where}`}
          onClick={() => onNone(false)}
        >
          {t("grid.none")}
        </button>
      )}
    </div>
  );
}

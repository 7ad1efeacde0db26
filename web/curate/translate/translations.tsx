import { useSignal } from "@preact/signals";
import type {
  ListingTranslations,
  StandingCounts,
  TranslationsView,
  TranslationUnit,
} from "#server/contract/curate/translations.ts";
import { Icon } from "#web/icons/icon.tsx";
import { get, post } from "../api.ts";
import { Dialog } from "../components/dialog.tsx";
import { SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { go, route, to } from "../route.ts";
import { facts, person } from "../session.ts";
import { dayText, languageText, t } from "../words.ts";
import { UnitRow } from "./unit-row.tsx";

/** What the chips let through. */
const FILTERS = ["all", "missing", "stale", "unchecked"] as const;
type Filter = (typeof FILTERS)[number];

const toDo = (counts: StandingCounts): number =>
  counts.missing + counts.draft + counts.ready + counts.stale + counts.translated;

function isIn(filter: Filter, standing: TranslationUnit["standing"]): boolean {
  if (filter === "missing") return standing === "missing" || standing === "draft";
  if (filter === "stale") return standing === "stale";
  if (filter === "unchecked") return standing === "translated" || standing === "ready";
  return true;
}

/** The translators' desk: a language, the listings with most to do first, one of them side by side. */
export function Translations() {
  const [, language = firstForeign(), id] = route.value;
  const filter = useSignal<Filter>("all");
  const overview = useLoad(language, () => get<TranslationsView>(`/api/translations?language=${language}`));
  const view = overview.value.value;
  const here = id ?? view?.listings.find(({ counts, settled }) => settled && toDo(counts) > 0)?.id ?? null;
  const next = nextOf(view, here, filter.value);
  /** Shows one kind; where the listing has none of it, the first one that has some. */
  const show = (one: Filter) => {
    filter.value = one;
    const counts = view?.listings.find((listing) => listing.id === here)?.counts;
    const first = nextOf(view, null, one);
    if (first !== null && (counts === undefined || countOf(counts, one) === 0))
      go("translations", language, first);
  };
  const offered = facts.value?.settings.languages ?? [];
  const name = languageText(language);
  return (
    <>
      <PageHead title={t("translate.title")} sub={view === null ? "" : subOf(view, here)}>
        <SelectField
          label={t("translate.into")}
          value={language}
          options={offered.map((code) => [code, languageText(code)] as const)}
          onChange={(code) => go("translations", code)}
        />
        {next !== null && (
          <a class="btn go" href={to("translations", language, next)}>
            {t("translate.next")}
          </a>
        )}
      </PageHead>
      {overview.failed.value !== null && <Notice kind="late" text={overview.failed.value} />}
      {view !== null && (
        <>
          <p class="chips" role="group" aria-label={t("translate.show")}>
            {FILTERS.map((one) => (
              <button
                key={one}
                type="button"
                class="chip"
                aria-pressed={filter.value === one}
                onClick={() => show(one)}
              >
                {one === "all" ? t("translate.all", { language: name }) : t(`translate.filter.${one}`)}
                <b>{countOf(view.counts, one)}</b>
              </button>
            ))}
          </p>
          <p class="note">{t("translate.shared")}</p>
          {here === null ? (
            <p class="box pad">{t("translate.nothing", { language: name })}</p>
          ) : (
            <OneListing
              key={`${here} ${language}`}
              id={here}
              language={language}
              filter={filter.value}
              onSaved={() => overview.reload()}
            />
          )}
          <InterfaceCheck view={view} onDone={() => overview.reload()} />
          <ListingList view={view} here={here} />
        </>
      )}
    </>
  );
}

/** The first language that is not the one most texts are written in. */
const firstForeign = (): string => facts.value?.settings.languages.find((code) => code !== "en") ?? "en";

function countOf(counts: StandingCounts, filter: Filter): number {
  return (Object.keys(counts) as (keyof StandingCounts)[])
    .filter((standing) => isIn(filter, standing))
    .reduce((sum, standing) => sum + counts[standing], 0);
}

function subOf(view: TranslationsView, here: string | null): string {
  const found = view.listings.find(({ id }) => id === here);
  if (found === undefined) return "";
  const all = Object.values(found.counts).reduce((sum, n) => sum + n, 0);
  return t("translate.sub", { name: found.name, n: all - found.counts.missing - found.counts.draft, all });
}

/** The listing after this one that has something of the kind to do; after the last, the first; null: none has. */
function nextOf(view: TranslationsView | null, here: string | null, filter: Filter): string | null {
  const left = (counts: StandingCounts) => (filter === "all" ? toDo(counts) : countOf(counts, filter));
  const open = (view?.listings ?? []).filter(({ settled, counts }) => settled && left(counts) > 0);
  const at = open.findIndex(({ id }) => id === here);
  return open[(at + 1) % Math.max(open.length, 1)]?.id ?? null;
}

interface OneProps {
  readonly id: string;
  readonly language: string;
  readonly filter: Filter;
  readonly onSaved: () => void;
}

function OneListing({ id, language, filter, onSaved }: OneProps) {
  const loaded = useLoad(`${id} ${language}`, () =>
    get<ListingTranslations>(`/api/translations/${id}?language=${language}`),
  );
  const listing = loaded.value.value;
  if (loaded.failed.value !== null) return <Notice kind="late" text={loaded.failed.value} />;
  if (listing === null) return <p class="note">{t("app.loading")}</p>;
  const shown = listing.units.filter(({ standing }) => isIn(filter, standing));
  return (
    <section class="box" aria-label={listing.name}>
      {!listing.settled && <Notice kind="warm" text={t("translate.unsettled")} />}
      <table class="tr">
        <thead>
          <tr>
            <th scope="col">{t("translate.source")}</th>
            <th scope="col">{languageText(language)}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <UnitRow
              key={unit.unit}
              listing={id}
              unit={unit}
              language={language}
              onSaved={(saved) => {
                loaded.value.value = {
                  ...listing,
                  units: listing.units.map((one) => (one.unit === saved.unit ? { ...one, ...saved } : one)),
                };
                onSaved();
              }}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p class="pad note">{t("translate.none-here")}</p>}
    </section>
  );
}

/** The words of the interface in this language: who has read them all. */
function InterfaceCheck({ view, onDone }: { readonly view: TranslationsView; readonly onDone: () => void }) {
  const asking = useSignal(false);
  const by = useSignal(person()?.name ?? "");
  const failed = useSignal<string | null>(null);
  const { language, interface: check } = view;
  const say = async (name: string | null) => {
    try {
      await post("/api/translations/interface", { language, by: name });
      asking.value = false;
      onDone();
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  return (
    <section class="box pad">
      <h2>{t("translate.interface", { language: languageText(language) })}</h2>
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      <p class="note">
        {check === null
          ? t("translate.interface-open")
          : t("translate.interface-done", { day: dayText(check.on), name: check.by })}
      </p>
      {person()?.role === "admin" && (
        <button
          type="button"
          class="btn"
          onClick={() => (check === null ? (asking.value = true) : void say(null))}
        >
          {t(check === null ? "translate.interface-say" : "translate.interface-back")}
        </button>
      )}
      {asking.value && (
        <Dialog title={t("translate.interface-say")} onClose={() => (asking.value = false)}>
          <div class="in">
            <TextField
              label={t("translate.interface-by")}
              value={by.value}
              onChange={(v) => (by.value = v)}
            />
            <button type="button" class="btn go" onClick={() => void say(by.value)}>
              {t("translate.interface-say")}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function ListingList({ view, here }: { readonly view: TranslationsView; readonly here: string | null }) {
  return (
    <details class="box">
      <summary class="pad">{t("translate.listings", { n: view.listings.length })}</summary>
      <ul class="rows">
        {view.listings.map(({ id, name, settled, counts }) => (
          <li key={id} aria-current={id === here ? "true" : undefined}>
            <span class="grow">
              <a href={to("translations", view.language, id)}>
                <b>{name}</b>
              </a>
              {!settled && <small>{t("state.draft")}</small>}
            </span>
            <span class="small">
              {t("translate.counts", {
                missing: counts.missing + counts.draft,
                stale: counts.stale,
                unchecked: counts.translated + counts.ready,
              })}
              {toDo(counts) === 0 && <Icon name="check" />}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

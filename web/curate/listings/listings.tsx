import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CURATION_STATES } from "#db/vocabulary.ts";
import type { ListingPage, ListingRow } from "#server/contract/curate/listing-row.ts";
import { Icon } from "#web/icons/icon.tsx";
import { get } from "../api.ts";
import { TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf } from "../load.ts";
import { to } from "../route.ts";
import { facts } from "../session.ts";
import { dayText, t, tOr } from "../words.ts";
import { NewListing } from "./new-listing.tsx";

/** How long typing rests before it is searched for, in milliseconds. */
const REST = 200;

/** All listings: searched by name in any writing, filtered by where they stand. */
export function ListingsPage() {
  const q = useSignal("");
  const state = useSignal("");
  const page = useSignal<ListingPage | null>(null);
  const failed = useSignal<string | null>(null);
  const making = useSignal(false);
  const load = async (from: number) => {
    const query = new URLSearchParams({
      ...(q.value === "" ? {} : { q: q.value }),
      ...(state.value === "" ? {} : { state: state.value }),
      from: String(from),
    });
    try {
      const found = await get<ListingPage>(`/api/listings?${query.toString()}`);
      page.value = from === 0 ? found : { ...found, rows: [...(page.value?.rows ?? []), ...found.rows] };
      failed.value = null;
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  useEffect(() => {
    const timer = setTimeout(() => void load(0), REST);
    return () => clearTimeout(timer);
  }, [q.value, state.value]);
  const found = page.value;
  const next = found?.next ?? null;
  return (
    <>
      <PageHead title={t("list.title")} sub={found === null ? "" : t("list.count", { n: found.total })}>
        <button type="button" class="btn go" onClick={() => (making.value = true)}>
          <Icon name="plus" />
          {t("list.new")}
        </button>
      </PageHead>
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      <div class="find">
        <TextField type="search" label={t("list.search")} value={q.value} onChange={(v) => (q.value = v)} />
      </div>
      <StateFilter
        states={found?.states ?? {}}
        chosen={state.value}
        onChoose={(code) => (state.value = code)}
      />
      <section class="box">
        {found?.rows.length === 0 && <p class="pad note">{t("list.none")}</p>}
        <ul class="rows list">
          {(found?.rows ?? []).map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      </section>
      {next !== null && (
        <button type="button" class="btn" onClick={() => void load(next)}>
          {t("list.more")}
        </button>
      )}
      {making.value && <NewListing onClose={() => (making.value = false)} />}
    </>
  );
}

interface StateFilterProps {
  readonly states: Readonly<Record<string, number>>;
  readonly chosen: string;
  readonly onChoose: (state: string) => void;
}

function StateFilter({ states, chosen, onChoose }: StateFilterProps) {
  const shown = [...CURATION_STATES, "going-out", "still-public"].filter((code) => (states[code] ?? 0) > 0);
  return (
    <p class="chips" role="group" aria-label={t("list.state")}>
      {["", ...shown].map((code) => (
        <button
          key={code}
          type="button"
          class="chip"
          aria-pressed={chosen === code}
          onClick={() => onChoose(code)}
        >
          {code === "" ? t("list.all") : stateText(code)}
          {code !== "" && <b>{states[code]}</b>}
        </button>
      ))}
    </p>
  );
}

const stateText = (code: string): string =>
  code === "going-out" || code === "still-public" ? t(`public.${code}`) : tOr(`state.${code}`, code);

function Row({ row }: { readonly row: ListingRow }) {
  const { id, code, name, organization, state, publicState, areas, checkedOn } = row;
  const names = areas.map((area) => facts.value?.areas.find((one) => one.code === area)?.name ?? area);
  return (
    <li>
      <span class="grow">
        <a href={to("listings", id)}>
          <b>{name}</b>
        </a>
        <small>
          {organization} · <span class="ltr num">{code}</span>
        </small>
      </span>
      <span class="where">{names.slice(0, 3).join(", ")}</span>
      <span class="where">{checkedOn === null ? t("list.not-checked") : dayText(checkedOn)}</span>
      <span class={`state ${publicState}`}>
        {publicState === "still-public" || publicState === "going-out"
          ? t(`public.${publicState}`)
          : stateText(state)}
      </span>
    </li>
  );
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { InboxView, ProposalView, SuggestionView } from "#server/contract/curate/inbox.ts";
import { call, get, post } from "../api.ts";
import { CheckField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { to } from "../route.ts";
import { Appeals } from "../standing/appeals.tsx";
import { areaText, changeText } from "../values.ts";
import { fieldLabel, humanized, listLabel, momentText, t, weekText } from "../words.ts";
import { type Attempt, ReportCard } from "./report-card.tsx";

/** Reports, changes that wait for a publisher, and services that somebody misses. */
export function InboxPage() {
  const inbox = useLoad("inbox", () => get<InboxView>("/api/desk/inbox"));
  const failed = useSignal<string | null>(null);
  const attempt: Attempt = (what) => {
    failed.value = null;
    what().then(inbox.reload, (error: unknown) => (failed.value = reasonOf(error)));
  };
  const found = inbox.value.value;
  // A report has no time of its own: the hours in which the directory decides count from here.
  const unseen = found?.reports.some(({ kind, decideBy }) => kind === "unsafe" && decideBy === null) === true;
  useEffect(() => {
    if (unseen) post("/api/desk/unsafe/seen").then(inbox.reload, () => undefined);
  }, [unseen]);
  const wrong = failed.value ?? inbox.failed.value;
  const empty =
    found !== null && found.proposals.length + found.reports.length + found.suggestions.length === 0;
  return (
    <>
      <PageHead title={t("inbox.title")} sub={t("inbox.sub")} />
      <Appeals />
      {wrong !== null && <Notice kind="late" text={wrong} />}
      {empty && <p class="note">{t("inbox.none")}</p>}
      {found !== null && found.reports.length > 0 && (
        <section class="box">
          <header>
            <h2>{t("inbox.reports")}</h2>
          </header>
          {found.reports.map((group, at) => (
            <ReportCard
              key={`${group.listing.code} ${group.kind}`}
              group={group}
              first={at === 0}
              attempt={attempt}
            />
          ))}
        </section>
      )}
      {found?.proposals.map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} attempt={attempt} />
      ))}
      {found !== null && found.suggestions.length > 0 && (
        <section class="box">
          <header>
            <h2>{t("inbox.suggestions")}</h2>
          </header>
          <ul class="rows">
            {found.suggestions.map((one) => (
              <Suggestion key={one.id} suggestion={one} attempt={attempt} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Proposal({ proposal, attempt }: { readonly proposal: ProposalView; readonly attempt: Attempt }) {
  const { id, listing, by, at, changes } = proposal;
  const ticked = useSignal<readonly string[]>(changes.map(({ field }) => field));
  const decide = (take: readonly string[]) => attempt(() => post(`/api/desk/proposals/${id}`, { take }));
  const tick = (field: string, on: boolean) => {
    ticked.value = on ? [...ticked.value, field] : ticked.value.filter((one) => one !== field);
  };
  return (
    <section class="box pad">
      <h2>
        <a href={to("listings", listing.id)}>{listing.name}</a>
      </h2>
      <p class="note">{t("inbox.from", { who: by, when: momentText(at) })}</p>
      {changes.map(({ field, before, after }) => {
        const [was, is] = changeText(field, before, after);
        return (
          <CheckField
            key={field}
            label={`${fieldLabel(field)}: ${is}`}
            note={`${t("inbox.was")} ${was}`}
            checked={ticked.value.includes(field)}
            onChange={(on) => tick(field, on)}
          />
        );
      })}
      <p class="acts">
        <button type="button" class="btn go" onClick={() => decide(ticked.value)}>
          {t("inbox.take")}
        </button>
        <button type="button" class="btn" onClick={() => decide([])}>
          {t("inbox.decline")}
        </button>
      </p>
    </section>
  );
}

function Suggestion({
  suggestion,
  attempt,
}: {
  readonly suggestion: SuggestionView;
  readonly attempt: Attempt;
}) {
  const { id, name, area, need, channel, contact, week } = suggestion;
  return (
    <li>
      <span class="grow">
        <b>{name}</b>
        <small>
          {[humanized(need), areaText(area), listLabel("channel", channel), contact, weekText(week)].join(
            " · ",
          )}
        </small>
      </span>
      <button
        type="button"
        class="btn"
        onClick={() => attempt(() => call("DELETE", `/api/desk/suggestions/${encodeURIComponent(id)}`))}
      >
        {t("inbox.drop")}
      </button>
    </li>
  );
}

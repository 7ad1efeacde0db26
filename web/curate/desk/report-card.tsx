import { useSignal } from "@preact/signals";
import { DECISIONS, type Decision, type ReportGroup } from "#server/contract/curate/inbox.ts";
import type { ReportKind } from "#db/vocabulary.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { post } from "../api.ts";
import { TextField } from "../components/field.tsx";
import { readStanding } from "../standing.ts";
import { to } from "../route.ts";
import { momentText, t, tOr, weekText } from "../words.ts";

/** Does something and reads the inbox again, or says why it could not be done. */
export type Attempt = (what: () => Promise<unknown>) => void;

const URGENT: readonly string[] = ["unsafe", "unkind"];
const ICONS: Readonly<Record<Decision, IconName>> = {
  suspend: "eye-slash",
  look: "phone",
  ask: "users",
  close: "check",
};

const kindText = (kind: ReportKind): string => tOr(`inbox.kind.${kind}`, kind);

interface ReportCardProps {
  readonly group: ReportGroup;
  /** Whether it stands on top: it is open then. */
  readonly first: boolean;
  readonly attempt: Attempt;
}

/** Reports of one kind about one listing: all that is known of them, and four decisions of equal shape. */
export function ReportCard({ group, first, attempt }: ReportCardProps) {
  const { listing, kind, count, weeks, review, standing } = group;
  const urgent = URGENT.includes(kind);
  return (
    <details class="report" open={first}>
      <summary>
        <Icon name={urgent ? "info" : "chat-text"} class={urgent ? "late" : ""} />
        <span class="grow">
          <b>{kindText(kind)}</b>
          <small>
            {listing.name} · {t("inbox.count", { n: count, weeks: weeks.map(weekText).join(", ") })}
          </small>
          {review && <b class="late">{t("inbox.review")}</b>}
          {standing !== null && (
            <small>
              {t(`inbox.standing.${standing.decision}`, {
                who: standing.by,
                when: momentText(standing.at),
              })}
              {standing.note !== null && ` · ${standing.note}`}
            </small>
          )}
        </span>
      </summary>
      <Facts group={group} />
      <p class="no-more">
        <Icon name="eye-slash" />
        {t("inbox.no-more")}
      </p>
      <Choice group={group} attempt={attempt} />
    </details>
  );
}

function Facts({ group: { listing, weeks, past, decideBy } }: { readonly group: ReportGroup }) {
  return (
    <dl class="facts">
      <dt>{t("inbox.listing")}</dt>
      <dd>
        {listing.id === null ? (
          listing.code
        ) : (
          <a href={to("listings", listing.id)}>
            {listing.name} · {listing.code}
          </a>
        )}
      </dd>
      <dt>{t("inbox.when")}</dt>
      <dd>{weeks.map(weekText).join(", ")}</dd>
      <dt>{t("inbox.past")}</dt>
      <dd>{past.map((one) => t("inbox.past-one", { kind: kindText(one.kind), n: one.count })).join(", ")}</dd>
      {decideBy !== null && (
        <>
          <dt>{t("inbox.decide")}</dt>
          <dd>
            <b class="late">{momentText(decideBy)}</b>. {t("inbox.decide-note")}
          </dd>
        </>
      )}
    </dl>
  );
}

function Choice({ group: { listing, kind }, attempt }: Pick<ReportCardProps, "group" | "attempt">) {
  const note = useSignal("");
  const decide = (decision: Decision) =>
    attempt(async () => {
      await post(`/api/desk/reports/${listing.code}`, { kind, decision, note: note.value });
      if (decision === "suspend") await readStanding();
    });
  return (
    <div class="what-now">
      <h3>{t("inbox.what-now")}</h3>
      <TextField
        label={t("inbox.note")}
        placeholder={t("inbox.note-hint")}
        rows={2}
        value={note.value}
        onChange={(value) => (note.value = value)}
      />
      <div class="four">
        {DECISIONS.map((decision) => (
          <button
            key={decision}
            type="button"
            class={decision === "suspend" ? "decision stop" : "decision"}
            disabled={decision === "suspend" && listing.id === null}
            onClick={() => decide(decision)}
          >
            <Icon name={ICONS[decision]} />
            <span>
              <b>{t(`inbox.do.${decision}`)}</b>
              <small>{t(`inbox.do.${decision}-note`)}</small>
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

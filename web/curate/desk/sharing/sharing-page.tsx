import { useSignal } from "@preact/signals";
import type { FeedView, KnownTwice, RefreshReport, TwoVersions } from "#server/contract/curate/feed.ts";
import { call, get, post } from "../../api.ts";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { reasonOf, useLoad } from "../../load.ts";
import { to } from "../../route.ts";
import { person } from "../../session.ts";
import { valueText } from "../../values.ts";
import { dayText, fieldLabel, t } from "../../words.ts";
import { PassOn } from "./pass-on.tsx";
import { TakeFile } from "./take-file.tsx";
import { Versions } from "./versions.tsx";

interface Sharing {
  readonly feeds: readonly FeedView[];
  readonly versions: readonly TwoVersions[];
  readonly twice: readonly KnownTwice[];
}

/** Other directories that are read, listings known twice, and how others may link to this one. */
export function SharingPage() {
  const found = useLoad("sharing", () => get<Sharing>("/api/sharing"));
  const said = useSignal<string | null>(null);
  const failed = useSignal<string | null>(null);
  const busy = useSignal(false);
  const during = (work: () => Promise<string>): void => {
    busy.value = true;
    failed.value = null;
    said.value = null;
    work()
      .then(
        (text) => (said.value = text),
        (error: unknown) => (failed.value = reasonOf(error)),
      )
      .finally(() => {
        busy.value = false;
        found.reload();
      });
  };
  const isAdmin = person()?.role === "admin";
  const sharing = found.value.value;
  return (
    <>
      <PageHead title={t("sharing.title")} sub={t("sharing.sub")} />
      {found.failed.value !== null && <Notice kind="late" text={found.failed.value} />}
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      {said.value !== null && <Notice kind="good" text={said.value} />}
      <section class="box">
        <header>
          <h2>{t("sharing.feeds")}</h2>
        </header>
        {sharing?.feeds.length === 0 && <p class="pad note">{t("sharing.none")}</p>}
        <ul class="rows">
          {(sharing?.feeds ?? []).map((feed) => (
            <FeedRow key={feed.id} feed={feed} busy={busy.value} isAdmin={isAdmin} during={during} />
          ))}
        </ul>
      </section>
      {isAdmin && <AddFeed busy={busy.value} during={during} />}
      {(sharing?.versions ?? []).map((versions) => (
        <Versions key={versions.serviceId} versions={versions} busy={busy.value} during={during} />
      ))}
      {(sharing?.twice.length ?? 0) > 0 && (
        <section class="box">
          <header>
            <h2>{t("sharing.twice")}</h2>
          </header>
          <p class="pad note">{t("sharing.twice-sub")}</p>
          <ul class="rows">
            {(sharing?.twice ?? []).map(({ fromFeed, other, fields }) => (
              <li key={`${fromFeed.id} ${other.id}`}>
                <span class="grow">
                  <a href={to("listings", other.id)}>
                    <b>{other.name}</b>
                  </a>
                  <small>{other.source === "" ? t("sharing.own") : other.source}</small>
                </span>
                <span class="grow">
                  <a href={to("listings", fromFeed.id)}>
                    <b>{fromFeed.name}</b>
                  </a>
                  <small>{fromFeed.feed}</small>
                </span>
                <Both fields={fields} ours={other.source} theirs={fromFeed.feed} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <TakeFile />
      <PassOn />
    </>
  );
}

interface BothProps {
  readonly fields: KnownTwice["fields"];
  readonly ours: string;
  readonly theirs: string;
}

/** Both versions of a listing that is known twice, field by field. */
function Both({ fields, ours, theirs }: BothProps) {
  const other = ours === "" ? t("sharing.own") : ours;
  return (
    <details class="both difference">
      <summary>{t("sharing.fields", { n: fields.length })}</summary>
      <table class="found">
        <thead>
          <tr>
            <th scope="col">{t("import.field")}</th>
            <th scope="col">{other}</th>
            <th scope="col">{theirs}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((one) => (
            <tr key={one.field}>
              <th scope="row">{fieldLabel(one.field)}</th>
              <td data-label={other}>{valueText(one.field, one.ours)}</td>
              <td data-label={theirs}>{valueText(one.field, one.theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

type During = (work: () => Promise<string>) => void;

interface FeedRowProps {
  readonly feed: FeedView;
  readonly busy: boolean;
  readonly isAdmin: boolean;
  readonly during: During;
}

function FeedRow({ feed, busy, isAdmin, during }: FeedRowProps) {
  const path = `/api/sharing/${feed.id}`;
  const refresh = async (): Promise<string> => {
    const done = await post<RefreshReport>(`${path}/refresh`);
    return done.stillPublic > 0
      ? t("sharing.still-public", { n: done.stillPublic })
      : t("sharing.done", {
          new: done.new,
          changed: done.changed,
          differing: done.differing,
          withdrawn: done.withdrawn,
        });
  };
  return (
    <li>
      <span class="grow">
        <b>{feed.name}</b>
        <small>
          {feed.url} · {feed.areas.length === 0 ? t("sharing.all-areas") : feed.areas.join(", ")} ·{" "}
          {t(feed.publish ? "sharing.publishes" : "sharing.drafts")}
        </small>
        {feed.version !== null && (
          <small>
            HSDS {feed.version} · {feed.profile ?? t("sharing.no-profile")}
          </small>
        )}
        {feed.failure !== null && <small class="late">{feed.failure}</small>}
      </span>
      <span class="state">
        {t("sharing.listings", { n: feed.listings })}
        <small>
          {feed.paused
            ? t("sharing.paused")
            : feed.readAt === null
              ? t("sharing.never")
              : t("sharing.read", { day: dayText(feed.readAt) })}
        </small>
      </span>
      <button type="button" class="btn" disabled={busy || feed.paused} onClick={() => during(refresh)}>
        {t("sharing.refresh")}
      </button>
      {isAdmin && (
        <>
          <button
            type="button"
            class="btn"
            disabled={busy}
            onClick={() =>
              during(async () => {
                await post(path, { paused: !feed.paused });
                return t(feed.paused ? "sharing.goes-on" : "sharing.stopped");
              })
            }
          >
            {t(feed.paused ? "sharing.resume" : "sharing.pause")}
          </button>
          <button
            type="button"
            class="btn"
            disabled={busy}
            onClick={() =>
              during(async () => {
                await call("DELETE", path);
                return t("sharing.removed");
              })
            }
          >
            {t("sharing.remove")}
          </button>
        </>
      )}
    </li>
  );
}

function AddFeed({ busy, during }: { readonly busy: boolean; readonly during: During }) {
  const url = useSignal("");
  const name = useSignal("");
  const areas = useSignal("");
  const publish = useSignal(false);
  const add = async (): Promise<string> => {
    await post("/api/sharing", {
      url: url.value.trim(),
      name: name.value.trim(),
      areas: areas.value
        .toUpperCase()
        .split(/[\s,;]+/u)
        .filter(Boolean),
      publish: publish.value,
    });
    url.value = "";
    name.value = "";
    areas.value = "";
    return t("sharing.added");
  };
  return (
    <form
      class="box pad"
      onSubmit={(event) => {
        event.preventDefault();
        during(add);
      }}
    >
      <h2>{t("sharing.add")}</h2>
      <div class="f2">
        <TextField
          label={t("sharing.url")}
          type="url"
          placeholder="https://directory.example.org/hsds"
          value={url.value}
          onChange={(value) => (url.value = value)}
        />
        <TextField label={t("sharing.name")} value={name.value} onChange={(value) => (name.value = value)} />
        <TextField
          label={t("sharing.areas")}
          placeholder="KH-12, KH-1"
          value={areas.value}
          onChange={(value) => (areas.value = value)}
        />
      </div>
      <label class="share-publish">
        <input
          type="checkbox"
          checked={publish.value}
          onChange={(event) => (publish.value = event.currentTarget.checked)}
        />
        {t("sharing.publish")}
      </label>
      <button
        type="submit"
        class="btn go"
        disabled={busy || url.value.trim() === "" || name.value.trim() === ""}
      >
        {t("sharing.subscribe")}
      </button>
    </form>
  );
}

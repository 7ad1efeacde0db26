import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Incident, PublicSide } from "#server/contract/curate/incident.ts";
import { get, post } from "../api.ts";
import { TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { to } from "../route.ts";
import { momentText, t, tOr } from "../words.ts";

/** The worst hour: close first, then see what got out, take it away, tell those who carry the list on. */
export function IncidentPage() {
  const side = useLoad("incident", () => get<PublicSide>("/api/incident"));
  const found = useSignal<Incident | null>(null);
  const asked = useSignal("");
  const reason = useSignal("");
  const failed = useSignal<string | null>(null);
  const attempt = (what: () => Promise<unknown>) => {
    failed.value = null;
    what().catch((error: unknown) => (failed.value = reasonOf(error)));
  };
  const turn = (path: "close" | "open") => () =>
    attempt(async () => {
      side.value.value = await post<PublicSide>(`/api/incident/${path}`);
    });
  const look = () =>
    attempt(async () => {
      found.value = await get<Incident>(`/api/incident/${encodeURIComponent(asked.value.trim())}`);
    });
  const takeAway = (code: string) => () =>
    attempt(async () => {
      found.value = await post<Incident>(`/api/incident/${code}/take-away`, { reason: reason.value });
    });
  const closed = side.value.value?.closedSince ?? null;
  const wrong = failed.value ?? side.failed.value;
  const one = found.value;
  return (
    <>
      <PageHead title={t("incident.title")} sub={t("incident.sub")} />
      {wrong !== null && <Notice kind="late" text={wrong} />}
      <section class="box">
        <header>
          <h2>{t("incident.step-close")}</h2>
          <span class="small">
            {closed === null ? t("incident.is-open") : t("incident.is-closed", { since: momentText(closed) })}
          </span>
        </header>
        <div class="pad">
          <p>{t("incident.close-what")}</p>
          <button
            type="button"
            class={closed === null ? "btn stop" : "btn go"}
            onClick={turn(closed === null ? "close" : "open")}
          >
            {closed === null ? t("incident.close") : t("incident.open")}
          </button>
        </div>
      </section>
      <section class="box">
        <header>
          <h2>{t("incident.step-look")}</h2>
        </header>
        <form
          class="pad"
          onSubmit={(event) => {
            event.preventDefault();
            look();
          }}
        >
          <TextField
            label={t("incident.code")}
            value={asked.value}
            onChange={(value) => (asked.value = value)}
          />
          <button type="submit" class="btn">
            {t("incident.look")}
          </button>
        </form>
      </section>
      {one !== null && <What incident={one} />}
      {one !== null && (
        <section class="box">
          <header>
            <h2>{t("incident.step-away")}</h2>
          </header>
          <div class="pad">
            {one.publicNow || one.state === "published" || one.state === "due" ? (
              <>
                <TextField
                  label={t("move.reason")}
                  value={reason.value}
                  onChange={(value) => (reason.value = value)}
                />
                <button type="button" class="btn stop" onClick={takeAway(one.code)}>
                  {t("incident.take-away", { code: one.code })}
                </button>
              </>
            ) : (
              <p>{t("incident.is-away")}</p>
            )}
          </div>
        </section>
      )}
      {one !== null && (
        <section class="box">
          <header>
            <h2>{t("incident.step-letter")}</h2>
            <span class="small">{t("incident.letter-note")}</span>
          </header>
          <div class="pad">
            <textarea
              class="letter"
              readOnly
              rows={14}
              aria-label={t("incident.step-letter")}
              value={one.letter}
            />
          </div>
        </section>
      )}
    </>
  );
}

function What({ incident }: { readonly incident: Incident }) {
  const { id, name, code, publicNow, traces, times, areas, files, booklets, feeds, printsSince } = incident;
  return (
    <section class="box">
      <header>
        <h2>
          <a href={to("listings", id)}>{name}</a> <span class="ltr num">{code}</span>
        </h2>
        <span class="small">{publicNow ? t("incident.public-now") : t("incident.not-public")}</span>
      </header>
      <dl class="pad incident">
        <Row name={t("incident.seen")}>
          {traces.length === 0
            ? t("incident.seen-nothing")
            : traces.map(({ what, value }) => (
                <div key={`${what} ${value}`}>
                  {tOr(`incident.trace.${what}`, what)}: <bdi>{value}</bdi>
                </div>
              ))}
        </Row>
        <Row name={t("incident.since")}>
          {times.length === 0
            ? t("incident.never")
            : times.map(({ at, what }) => (
                <div key={`${at} ${what}`}>
                  {momentText(at)}: {tOr(`incident.time.${what}`, what)}
                </div>
              ))}
        </Row>
        <Row name={t("incident.areas")}>{areas.join(", ")}</Row>
        <Row name={t("incident.files")}>
          {t("incident.files-count", { n: files.length })}
          {files.length > 0 && (
            <details>
              <summary>{t("incident.show")}</summary>
              {files.map((file) => (
                <div key={file} class="ltr num">
                  {file}
                </div>
              ))}
            </details>
          )}
        </Row>
        <Row name={t("incident.feeds")}>
          {feeds.map((path) => (
            <div key={path} class="ltr num">
              {path}
            </div>
          ))}
        </Row>
        <Row name={t("incident.prints")}>
          {printsSince === null ? t("incident.never") : t("incident.prints-since", { date: printsSince })}
          {booklets.map((path) => (
            <div key={path} class="ltr num">
              {path}
            </div>
          ))}
        </Row>
      </dl>
    </section>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

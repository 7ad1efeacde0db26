import { useSignal } from "@preact/signals";
import type { ListingStanding } from "#server/contract/curate/governance.ts";
import { call, get, post } from "../api.ts";
import { Dialog } from "../components/dialog.tsx";
import { SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { useEditor } from "../editor/context.ts";
import { reasonOf, useLoad } from "../load.ts";
import { mayPublish, person } from "../session.ts";
import { readStanding } from "../standing.ts";
import { dayText, t, tOr } from "../words.ts";
import { ConsentFields } from "./consent-fields.tsx";

type Step = "consent" | "withdraw" | "appeal" | "do-not-list" | "erase";

/** By what right a listing is in the directory: consent, checklist, papers, appeals. */
export function StandingPanel() {
  const model = useEditor();
  const path = `/api/governance/listings/${encodeURIComponent(model.id)}`;
  const revision = `${model.detail.value?.state ?? ""} ${model.detail.value?.revision ?? 0}`;
  const found = useLoad(`standing ${model.id} ${revision}`, () => get<ListingStanding>(path));
  const chosen = useSignal<Step | null>(null);
  const standing = found.value.value;
  const detail = model.detail.value;
  if (standing === null || detail === null) return null;
  const done = () => {
    chosen.value = null;
    found.reload();
    void Promise.all([model.load(), readStanding()]);
  };
  const button = (step: Step, label: string, stop = false) => (
    <button type="button" class={stop ? "btn stop" : "btn"} onClick={() => (chosen.value = step)}>
      {label}
    </button>
  );
  return (
    <details class="box pad standing">
      <summary>
        <h2>{t("standing.title")}</h2>
      </summary>
      {standing.waits !== null && (
        <Notice
          kind="warm"
          text={
            standing.waits.mine ? t("standing.waits-mine") : t("standing.waits", { who: standing.waits.by })
          }
        />
      )}
      <Facts standing={standing} />
      <Papers standing={standing} path={path} onDone={done} />
      <p class="acts">
        {standing.consent?.state !== "given" && button("consent", t("standing.consent.add"))}
        {standing.consent?.state === "given" &&
          mayPublish() &&
          button("withdraw", t("standing.consent.withdraw"), true)}
        {button("appeal", t("standing.appeal"))}
        {!standing.doNotList && mayPublish() && button("do-not-list", t("standing.do-not-list"), true)}
        {standing.doNotList &&
          person()?.role === "admin" &&
          button("do-not-list", t("standing.do-not-list-off"))}
        {detail.state === "archived" &&
          person()?.role === "admin" &&
          button("erase", t("standing.erase"), true)}
      </p>
      {chosen.value !== null && (
        <StepDialog
          step={chosen.value}
          path={path}
          organization={detail.organizationId}
          off={standing.doNotList}
          onDone={done}
          onClose={() => (chosen.value = null)}
        />
      )}
    </details>
  );
}

function Facts({ standing }: { readonly standing: ListingStanding }) {
  const { consent, checked, policy, appeals, formerCodes, doNotList } = standing;
  const how = consent === null ? "" : tOr(`how.${consent.how}`, consent.how).toLowerCase();
  return (
    <ul class="facts">
      {doNotList && (
        <li>
          <b class="late">{t("standing.do-not-list-on")}</b>
        </li>
      )}
      <li>
        {consent === null
          ? t("standing.consent.none")
          : t(`standing.consent.${consent.state}`, { role: consent.byRole, date: dayText(consent.at), how })}
      </li>
      <li>
        {checked === null
          ? t("standing.unchecked")
          : t("standing.checked", { version: checked.version, who: checked.by, date: dayText(checked.at) })}
        {policy.reviewLate && (
          <b class="late"> {t("standing.review-late", { date: dayText(policy.nextReview) })}</b>
        )}
      </li>
      {appeals.map(({ id, at, byRole, what, dueOn, outcome, answer }) => (
        <li key={id}>
          {outcome === null
            ? t("standing.appeal-open", { role: byRole, what: `${what} `, date: dayText(dueOn) })
            : t("standing.appeal-done", {
                date: dayText(at),
                outcome: t(`appeal.${outcome}`).toLowerCase(),
                answer: answer ?? "",
              })}
        </li>
      ))}
      {formerCodes.length > 0 && <li>{t("standing.former", { codes: formerCodes.join(", ") })}</li>}
    </ul>
  );
}

interface PapersProps {
  readonly standing: ListingStanding;
  readonly path: string;
  readonly onDone: () => void;
}

function Papers({ standing, path, onDone }: PapersProps) {
  const failed = useSignal<string | null>(null);
  const { criteria } = standing.policy;
  const criterion = useSignal(criteria[0]?.code ?? "");
  const label = (code: string) =>
    criteria.find((one) => one.code === code)?.text ?? tOr(`criterion.${code}`, code);
  const attempt = (what: Promise<unknown>) => {
    failed.value = null;
    what.then(onDone, (error: unknown) => (failed.value = reasonOf(error)));
  };
  const send = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const form = new FormData();
    form.set("file", file);
    form.set("criterion", criterion.value);
    attempt(post(`${path}/evidence`, form));
    input.value = "";
  };
  return (
    <>
      <h3>{t("standing.evidence")}</h3>
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      <ul class="papers">
        {standing.evidence.map(({ id, name, criterion: code, at, by }) => (
          <li key={id}>
            <a href={`/curate${path}/evidence/${id}`} download={name}>
              {name}
            </a>
            <small>
              {label(code)} · {by}, {dayText(at)}
            </small>
            <button
              type="button"
              class="linkish"
              onClick={() => attempt(call("DELETE", `${path}/evidence/${id}`))}
            >
              {t("field.remove")}
            </button>
          </li>
        ))}
      </ul>
      <p class="small">{t("standing.evidence-note")}</p>
      <SelectField
        label={t("standing.evidence-for")}
        value={criterion.value}
        options={criteria.map(({ code }) => [code, label(code)] as const)}
        onChange={(code) => (criterion.value = code)}
      />
      <label class="btn file">
        {t("standing.evidence-add")}
        <input
          type="file"
          class="sr"
          accept="application/pdf,image/png,image/jpeg"
          onChange={(event) => send(event.currentTarget)}
        />
      </label>
    </>
  );
}

interface StepProps {
  readonly step: Step;
  readonly path: string;
  readonly organization: string;
  readonly off: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const TITLES = {
  consent: "standing.consent.add",
  withdraw: "standing.consent.withdraw",
  appeal: "standing.appeal",
  "do-not-list": "standing.do-not-list",
  erase: "standing.erase",
} as const;
const NOTES = {
  withdraw: "standing.consent.withdraw-note",
  "do-not-list": "standing.do-not-list-note",
  erase: "standing.erase-note",
} as const;

function StepDialog({ step, path, organization, off, onDone, onClose }: StepProps) {
  const said = useSignal({ byRole: "", how: "phone" });
  const words = useSignal("");
  const failed = useSignal<string | null>(null);
  const title = step === "do-not-list" && off ? t("standing.do-not-list-off") : t(TITLES[step]);
  const send = (): Promise<unknown> => {
    const own = `/api/governance/organizations/${encodeURIComponent(organization)}/consent`;
    if (step === "consent") return post(own, said.value);
    if (step === "withdraw") return post(`${own}/withdraw`, said.value);
    if (step === "appeal") return post(`${path}/appeals`, { byRole: said.value.byRole, what: words.value });
    if (step === "erase") return post(`${path}/erase`, { reason: words.value });
    return post(`${path}/do-not-list`, { on: !off, reason: words.value });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    send().then(onDone, (error: unknown) => (failed.value = reasonOf(error)));
  };
  const stops = step === "withdraw" || step === "erase" || (step === "do-not-list" && !off);
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="in" onSubmit={submit}>
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        {stops && (
          <p class="note">
            {t(NOTES[step === "withdraw" ? "withdraw" : step === "erase" ? "erase" : "do-not-list"])}
          </p>
        )}
        {(step === "consent" || step === "withdraw") && (
          <ConsentFields value={said.value} onChange={(value) => (said.value = value)} />
        )}
        {step === "appeal" && (
          <TextField
            label={t("standing.role")}
            value={said.value.byRole}
            onChange={(byRole) => (said.value = { ...said.value, byRole })}
          />
        )}
        {step !== "consent" && step !== "withdraw" && (
          <TextField
            label={step === "appeal" ? t("standing.appeal-what") : t("move.reason")}
            value={words.value}
            rows={step === "appeal" ? 3 : 1}
            onChange={(value) => (words.value = value)}
          />
        )}
        <button type="submit" class={stops ? "btn stop" : "btn go"}>
          {title}
        </button>
      </form>
    </Dialog>
  );
}

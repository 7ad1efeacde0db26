import { useSignal } from "@preact/signals";
import type { AccessPage as Access, AccessView } from "#server/contract/curate/restricted.ts";
import type { CuratorView } from "#server/contract/curate/curator.ts";
import { get, post } from "../api.ts";
import { AreaField } from "../components/area-field.tsx";
import { Dialog } from "../components/dialog.tsx";
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { facts, person } from "../session.ts";
import { areaText } from "../values.ts";
import { dayText, t, tOr } from "../words.ts";

/** Who may see the restricted tier: asked for by one person, granted by another, withdrawn by one. */
export function AccessPage() {
  const admin = person()?.role === "admin";
  const found = useLoad("access", () => get<Access>("/api/restricted/access"));
  const people = useLoad("practitioners", async () =>
    admin
      ? (await get<{ curators: readonly CuratorView[] }>("/api/curators")).curators.filter(
          ({ role }) => role === "practitioner",
        )
      : [],
  );
  const failed = useSignal<string | null>(null);
  const asking = useSignal<CuratorView | null>(null);
  const vetting = useSignal<{ id: string; name: string } | null>(null);
  const attempt = (what: Promise<unknown>) => {
    failed.value = null;
    what.then(found.reload, (error: unknown) => (failed.value = reasonOf(error)));
  };
  const page = found.value.value;
  const known = new Map((page?.access ?? []).map((one) => [one.curatorId, one]));
  const bare = (people.value.value ?? []).filter(({ id }) => !known.has(id));
  return (
    <>
      <PageHead title={t("access.title")} sub={t("access.sub")} />
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      {(page?.openings ?? []).map(({ curatorId, name, day, area, opened }) => (
        <Notice
          key={`${curatorId} ${area}`}
          kind="warm"
          text={t("access.opening", { name, area: areaText(area), opened: opened.map(areaText).join(", ") })}
        >
          <p class="acts">
            {([true, false] as const).map((allow) => (
              <button
                key={String(allow)}
                type="button"
                class="btn"
                disabled={!admin}
                onClick={() => attempt(post(`/api/restricted/openings/${curatorId}`, { day, area, allow }))}
              >
                {t(allow ? "access.allow" : "access.refuse")}
              </button>
            ))}
          </p>
        </Notice>
      ))}
      <section class="box">
        {page !== null && known.size + bare.length === 0 && <p class="pad note">{t("access.none")}</p>}
        <ul class="rows">
          {[...known.values()].map((one) => (
            <AccessRow
              key={one.curatorId}
              access={one}
              attempt={attempt}
              onVet={() => (vetting.value = one.organization)}
              onAsk={() =>
                (asking.value = (people.value.value ?? []).find(({ id }) => id === one.curatorId) ?? null)
              }
            />
          ))}
          {bare.map((one) => (
            <li key={one.id}>
              <span class="grow">
                <b>{one.name}</b>
                <small>{one.email}</small>
              </span>
              <span class="state">{t("access.state.none")}</span>
              <button type="button" class="btn" onClick={() => (asking.value = one)}>
                {t("access.ask")}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {asking.value !== null && (
        <AskDialog
          person={asking.value}
          onClose={() => (asking.value = null)}
          onDone={() => {
            asking.value = null;
            found.reload();
          }}
        />
      )}
      {vetting.value !== null && (
        <VetDialog
          organization={vetting.value}
          onClose={() => (vetting.value = null)}
          onDone={found.reload}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly access: AccessView;
  readonly attempt: (what: Promise<unknown>) => void;
  readonly onVet: () => void;
  readonly onAsk: () => void;
}

function AccessRow({ access, attempt, onVet, onAsk }: RowProps) {
  const { curatorId, name, organization, areas, endsOn, askedBy, mine, grantedBy, withdrawnAt, vetted } =
    access;
  const state =
    withdrawnAt !== null
      ? t("access.state.withdrawn")
      : grantedBy === null
        ? t("access.state.waits")
        : t("access.state.granted", { who: grantedBy });
  const path = `/api/restricted/access/${curatorId}`;
  return (
    <li>
      <span class="grow">
        <b>{name}</b>
        <small>
          {organization?.name} · {t(vetted ? "access.vetted" : "access.not-vetted")}
        </small>
        <small>
          {t("access.asked", {
            areas: areas.map(areaText).join(", "),
            date: endsOn === null ? "–" : dayText(endsOn),
            who: askedBy,
          })}
        </small>
      </span>
      <span class="state">{state}</span>
      {organization !== null && (
        <button type="button" class="btn" onClick={onVet}>
          {t("access.vet")}
        </button>
      )}
      {withdrawnAt === null && grantedBy === null && mine && <small>{t("access.mine")}</small>}
      {withdrawnAt === null && grantedBy === null && !mine && (
        <button type="button" class="btn go" onClick={() => attempt(post(`${path}/grant`))}>
          {t("access.grant")}
        </button>
      )}
      {person()?.role === "admin" && (
        <button type="button" class="btn" onClick={onAsk}>
          {t("access.ask")}
        </button>
      )}
      {withdrawnAt === null && (
        <button
          type="button"
          class="btn stop"
          onClick={() => attempt(post(`${path}/withdraw`, { reason: "" }))}
        >
          {t("access.withdraw")}
        </button>
      )}
    </li>
  );
}

interface AskProps {
  readonly person: CuratorView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function AskDialog({ person: who, onClose, onDone }: AskProps) {
  const areas = useSignal<readonly string[]>([]);
  const until = useSignal(who.endsOn ?? "");
  const failed = useSignal<string | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    post(`/api/restricted/access/${who.id}`, { areas: areas.value, endsOn: until.value }).then(
      onDone,
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  return (
    <Dialog title={`${t("access.ask")}: ${who.name}`} onClose={onClose}>
      <form class="in" onSubmit={submit}>
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        <p class="note">{t("access.ask-note")}</p>
        <AreaField
          label={t("restricted.choose")}
          value=""
          none={t("field.choose")}
          onChange={(code) => {
            if (code !== "" && !areas.value.includes(code)) areas.value = [...areas.value, code];
          }}
        />
        <p class="acts">
          {areas.value.map((code) => (
            <button
              key={code}
              type="button"
              class="chip"
              onClick={() => (areas.value = areas.value.filter((one) => one !== code))}
            >
              {areaText(code)} ×
            </button>
          ))}
        </p>
        <TextField
          label={t("access.until")}
          type="date"
          value={until.value}
          onChange={(v) => (until.value = v)}
        />
        <button type="submit" class="btn go" disabled={areas.value.length === 0}>
          {t("access.ask")}
        </button>
      </form>
    </Dialog>
  );
}

interface VetProps {
  readonly organization: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function VetDialog({ organization, onClose, onDone }: VetProps) {
  const seen = useSignal(false);
  const nothing = useSignal(false);
  const called = useSignal("");
  const first = useSignal("");
  const second = useSignal("");
  const said = useSignal<{ kind: "good" | "late"; text: string } | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    post<{ passed: boolean; missing: readonly string[] }>(
      `/api/restricted/organizations/${encodeURIComponent(organization.id)}/vetting`,
      {
        seenInPerson: seen.value,
        vouchedBy: [first.value, second.value].filter((id) => id !== ""),
        calledBack: called.value,
        nothingShared: nothing.value,
      },
    ).then(
      ({ passed, missing }) => {
        const what = missing.map((code) => tOr(`vet.${code}`, code)).join("; ");
        said.value = passed
          ? { kind: "good", text: t("access.vet.passed") }
          : { kind: "late", text: t("access.vet.failed", { what }) };
        onDone();
      },
      (error: unknown) => (said.value = { kind: "late", text: reasonOf(error) }),
    );
  };
  const choices = [
    ["", t("field.choose")] as const,
    ...(facts.value?.organizations ?? [])
      .filter(({ id }) => id !== organization.id)
      .map(({ id, name }) => [id, name] as const),
  ];
  return (
    <Dialog title={t("access.vet-title")} onClose={onClose}>
      <form class="in" onSubmit={submit}>
        <p>
          <b>{organization.name}</b>
        </p>
        {said.value !== null && <Notice kind={said.value.kind} text={said.value.text} />}
        <CheckField label={t("access.vet.seen")} checked={seen.value} onChange={(on) => (seen.value = on)} />
        {!seen.value && (
          <div class="f2">
            <SelectField
              label={t("access.vet.vouched")}
              value={first.value}
              options={choices}
              onChange={(id) => (first.value = id)}
            />
            <SelectField
              label={t("access.vet.vouched")}
              value={second.value}
              options={choices}
              onChange={(id) => (second.value = id)}
            />
          </div>
        )}
        <TextField label={t("access.vet.called")} value={called.value} onChange={(v) => (called.value = v)} />
        <CheckField
          label={t("access.vet.nothing")}
          checked={nothing.value}
          onChange={(on) => (nothing.value = on)}
        />
        <button type="submit" class="btn go">
          {t("access.vet.save")}
        </button>
      </form>
    </Dialog>
  );
}

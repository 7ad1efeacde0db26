import { useSignal } from "@preact/signals";
import { CURATOR_ROLES, type CuratorRole } from "#db/vocabulary.ts";
import type { CuratorView } from "#server/contract/curate/curator.ts";
import { call, get, post } from "../api.ts";
import { SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { facts } from "../session.ts";
import { dayText, t, tOr } from "../words.ts";

/** Accounts, for admins. */
export function People() {
  const list = useLoad("people", () => get<{ curators: readonly CuratorView[] }>("/api/curators"));
  const link = useSignal<string | null>(null);
  const failed = useSignal<string | null>(null);
  const attempt = (what: () => Promise<{ link?: string }>) => {
    link.value = null;
    failed.value = null;
    what().then(
      (answer) => {
        link.value = answer.link ?? null;
        list.reload();
      },
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  return (
    <>
      <PageHead title={t("people.title")} sub={t("people.sub")} />
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      {link.value !== null && (
        <Notice kind="good" text={t("people.link")}>
          <p class="key ltr">{link.value}</p>
        </Notice>
      )}
      <section class="box">
        <ul class="rows">
          {(list.value.value?.curators ?? []).map((one) => (
            <Person key={one.id} person={one} attempt={attempt} />
          ))}
        </ul>
      </section>
      <AddPerson attempt={attempt} />
    </>
  );
}

type Attempt = (what: () => Promise<{ link?: string }>) => void;

function Person({ person, attempt }: { readonly person: CuratorView; readonly attempt: Attempt }) {
  const { id, name, email, role, endsOn, disabled } = person;
  const sure = useSignal(false);
  const more = [
    tOr(`role.${role}`, role),
    endsOn === null ? "" : t("restricted.until", { date: dayText(endsOn) }),
    disabled ? t("people.closed") : "",
  ];
  return (
    <li>
      <span class="grow">
        <b>{name}</b>
        <small>{[email, ...more.filter((word) => word !== "")].join(" · ")}</small>
      </span>
      <button type="button" class="btn" onClick={() => attempt(() => post(`/api/curators/${id}/link`))}>
        {t("people.new-link")}
      </button>
      {facts.value?.mail === true && (
        <button
          type="button"
          class="btn"
          onClick={() => attempt(() => post(`/api/curators/${id}/mail-link`))}
        >
          {t("people.mail-link")}
        </button>
      )}
      <button
        type="button"
        class="btn"
        onClick={() => attempt(() => post(`/api/curators/${id}/disabled`, { disabled: !disabled }))}
      >
        {t(disabled ? "people.open" : "people.close")}
      </button>
      <button
        type="button"
        class="btn stop"
        onClick={() => {
          if (!sure.value) sure.value = true;
          else attempt(() => call("DELETE", `/api/curators/${id}`));
        }}
      >
        {t(sure.value ? "people.remove-sure" : "people.remove")}
      </button>
    </li>
  );
}

function AddPerson({ attempt }: { readonly attempt: Attempt }) {
  const email = useSignal("");
  const name = useSignal("");
  const role = useSignal<CuratorRole>("editor");
  const organization = useSignal("");
  const organizationName = useSignal("");
  const until = useSignal("");
  const onSubmit = (event: Event) => {
    event.preventDefault();
    attempt(() =>
      post("/api/curators", {
        email: email.value,
        role: role.value,
        ...(name.value === "" ? {} : { name: name.value }),
        ...(organization.value === "" ? {} : { organizationId: organization.value }),
        ...(organizationName.value === "" ? {} : { organizationName: organizationName.value }),
        ...(until.value === "" ? {} : { endsOn: until.value }),
      }),
    );
  };
  return (
    <form class="box pad f2" onSubmit={onSubmit}>
      <h2>{t("people.add")}</h2>
      <TextField
        label={t("people.email")}
        type="email"
        value={email.value}
        onChange={(v) => (email.value = v)}
      />
      <TextField label={t("people.name")} value={name.value} onChange={(v) => (name.value = v)} />
      <SelectField
        label={t("people.role")}
        value={role.value}
        options={CURATOR_ROLES.map((code) => [code, tOr(`role.${code}`, code)] as const)}
        onChange={(v) => (role.value = v as CuratorRole)}
      />
      <SelectField
        label={t("people.organization")}
        value={organization.value}
        options={[
          ["", t("people.all-organizations")] as const,
          ...(facts.value?.organizations ?? []).map((one) => [one.id, one.name] as const),
        ]}
        onChange={(v) => (organization.value = v)}
      />
      {role.value === "practitioner" && organization.value === "" && (
        <TextField
          label={t("people.organization-name")}
          value={organizationName.value}
          onChange={(v) => (organizationName.value = v)}
        />
      )}
      <TextField
        label={t("people.until")}
        type="date"
        value={until.value}
        onChange={(v) => (until.value = v)}
      />
      <button type="submit" class="btn go">
        {t("people.add")}
      </button>
    </form>
  );
}

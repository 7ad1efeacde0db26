import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AlikeRow } from "#server/contract/curate/desk.ts";
import { post } from "../api.ts";
import { Dialog } from "../components/dialog.tsx";
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { reasonOf } from "../load.ts";
import { go, to } from "../route.ts";
import { facts } from "../session.ts";
import { languageText, t } from "../words.ts";

/** A name and who runs it make a draft; what looks the same is shown while it is typed. */
export function NewListing({ onClose }: { readonly onClose: () => void }) {
  const known = facts.value?.organizations ?? [];
  const name = useSignal("");
  const organization = useSignal("");
  const organizationName = useSignal("");
  const language = useSignal("en");
  const failed = useSignal<string | null>(null);
  const alike = useSignal<readonly AlikeRow[]>([]);
  const distinct = useSignal(false);
  useEffect(() => {
    if (name.value.trim().length < 4) {
      alike.value = [];
      return undefined;
    }
    const find = () =>
      post<{ rows: readonly AlikeRow[] }>("/api/desk/alike", {
        name: name.value,
        organization: known.find(({ id }) => id === organization.value)?.name ?? organizationName.value,
      }).then(
        ({ rows }) => (alike.value = rows),
        () => undefined,
      );
    const timer = setTimeout(() => void find(), 300);
    return () => clearTimeout(timer);
  }, [name.value, organization.value, organizationName.value]);
  const make = (event: Event) => {
    event.preventDefault();
    post<{ id: string }>("/api/listings", {
      name: name.value,
      language: language.value,
      organization: organization.value === "" ? { name: organizationName.value } : { id: organization.value },
      distinctFrom: alike.value.map(({ id }) => id),
    }).then(
      ({ id }) => {
        onClose();
        go("listings", id);
      },
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  return (
    <Dialog title={t("new.title")} onClose={onClose}>
      <form class="in" onSubmit={make}>
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        <TextField label={t("new.name")} value={name.value} onChange={(v) => (name.value = v)} />
        {alike.value.length > 0 && (
          <Notice kind="warm" text={t("new.double")}>
            <ul>
              {alike.value.map((row) => (
                <li key={row.id}>
                  <a href={to("listings", row.id)}>
                    {row.name}, {row.organization}
                  </a>
                </li>
              ))}
            </ul>
            <CheckField
              label={t("new.distinct")}
              checked={distinct.value}
              onChange={(on) => (distinct.value = on)}
            />
          </Notice>
        )}
        <SelectField
          label={t("new.organization")}
          value={organization.value}
          options={[
            ["", t("new.organization-new")] as const,
            ...known.map(({ id, name: label }) => [id, label] as const),
          ]}
          onChange={(v) => (organization.value = v)}
        />
        {organization.value === "" && (
          <TextField
            label={t("new.organization-name")}
            value={organizationName.value}
            onChange={(v) => (organizationName.value = v)}
          />
        )}
        <SelectField
          label={t("new.language")}
          value={language.value}
          options={(facts.value?.settings.languages ?? ["en"]).map(
            (code) => [code, languageText(code)] as const,
          )}
          onChange={(v) => (language.value = v)}
        />
        <button type="submit" class="btn go" disabled={alike.value.length > 0 && !distinct.value}>
          {t("new.make")}
        </button>
      </form>
    </Dialog>
  );
}

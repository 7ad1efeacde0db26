import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { AlikeRow } from "#server/contract/curate/desk.ts";
import type { CellInput } from "#server/contract/curate/grid.ts";
import { Icon } from "#web/icons/icon.tsx";
import { post } from "../api.ts";
import { Notice } from "../components/notice.tsx";
import { reasonOf } from "../load.ts";
import { to } from "../route.ts";
import { facts } from "../session.ts";
import { t } from "../words.ts";

interface NewInCellProps {
  readonly cell: CellInput;
  /** The language that the name is written in. */
  readonly language: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** How long typing rests before likely doubles are looked for, in milliseconds. */
const REST = 300;

/** A name, which kind of help, and a number, typed in place; what looks the same is said under the field. */
export function NewInCell({ cell, language, onClose, onDone }: NewInCellProps) {
  const name = useSignal("");
  const service = useSignal("");
  const phone = useSignal("");
  const alike = useSignal<AlikeRow | null>(null);
  const failed = useSignal<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const kinds = (facts.value?.terms ?? []).filter(
    ({ need, alsoIn }) => need === cell.need || alsoIn.includes(cell.need),
  );
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (name.value.trim().length < 4) {
      alike.value = null;
      return undefined;
    }
    const timer = setTimeout(() => {
      post<{ rows: readonly AlikeRow[] }>("/api/desk/alike", { name: name.value, number: phone.value }).then(
        ({ rows }) => (alike.value = rows[0] ?? null),
        () => undefined,
      );
    }, REST);
    return () => clearTimeout(timer);
  }, [name.value, phone.value]);
  const add = async (event: Event) => {
    event.preventDefault();
    failed.value = null;
    try {
      await post("/api/grid", {
        ...cell,
        language,
        name: name.value,
        service: service.value,
        phone: phone.value.trim() === "" ? null : phone.value,
      });
      onDone();
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  const likely = alike.value;
  return (
    <form class="new" onSubmit={(event) => void add(event)}>
      <input
        ref={first}
        aria-label={t("grid.name")}
        placeholder={t("grid.name")}
        lang={language}
        value={name.value}
        autocomplete="off"
        onInput={(event) => (name.value = event.currentTarget.value)}
      />
      <input
        class="num ltr"
        aria-label={t("grid.phone")}
        placeholder={t("grid.phone")}
        value={phone.value}
        autocomplete="off"
        inputMode="tel"
        onInput={(event) => (phone.value = event.currentTarget.value)}
      />
      <select
        aria-label={t("grid.service")}
        value={service.value}
        onChange={(event) => (service.value = event.currentTarget.value)}
      >
        <option value="">{t("grid.service")}</option>
        {kinds.map(({ code, name: label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
      <span class="acts">
        <button type="submit" class="btn go" disabled={name.value.trim() === "" || service.value === ""}>
          {t("grid.add")}
        </button>
        <button type="button" class="linkish small" onClick={onClose}>
          {t("app.close")}
        </button>
      </span>
      {likely !== null && (
        <p class="dup" role="status">
          <Icon name="stack" />
          <span>
            {t("grid.double", { name: likely.name })} <a href={to("listings", likely.id)}>{t("grid.open")}</a>
          </span>
        </p>
      )}
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
    </form>
  );
}

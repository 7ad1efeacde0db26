import { useSignal } from "@preact/signals";
import type { MyAccess, RestrictedArea } from "#server/contract/curate/restricted.ts";
import { get, post } from "../api.ts";
import { SelectField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { dayText, t } from "../words.ts";
import { receiverText } from "./receiver-text.ts";
import { RestrictedEntry } from "./restricted-entry.tsx";

/** A practitioner opens a whole area. It lies in this window alone and is gone when the page is left. */
export function RestrictedPage() {
  const mine = useLoad("access", () => get<MyAccess>("/api/restricted"));
  const area = useSignal("");
  const opened = useSignal<RestrictedArea | null>(null);
  const failed = useSignal<string | null>(null);
  const access = mine.value.value;
  const open = (event: Event) => {
    event.preventDefault();
    failed.value = null;
    post<RestrictedArea>("/api/restricted/open", { area: area.value || access?.areas[0]?.code }).then(
      (found) => {
        opened.value = found;
        mine.reload();
      },
      (error: unknown) => {
        failed.value = reasonOf(error);
        mine.reload();
      },
    );
  };
  const nameOf = (code: string) => access?.areas.find((one) => one.code === code)?.name ?? code;
  const today = (access?.today ?? [])
    .filter(({ state }) => state === "opened")
    .map((one) => nameOf(one.area));
  // What was just tried says why; looking up the areas again then fails for the same reason.
  const wrong = failed.value ?? mine.failed.value;
  return (
    <>
      <PageHead
        title={t("restricted.title")}
        sub={
          access?.endsOn == null
            ? t("restricted.sub")
            : t("restricted.until", { date: dayText(access.endsOn) })
        }
      />
      {wrong !== null && <Notice kind="late" text={wrong} />}
      {access !== null && access.why !== "granted" && (
        <Notice kind="warm" text={t(`restricted.why.${access.why}`)} />
      )}
      {access?.open === true && opened.value === null && (
        <form class="box pad in" onSubmit={open}>
          <p class="note">{t("restricted.note")}</p>
          <SelectField
            label={t("restricted.choose")}
            value={area.value}
            options={access.areas.map(({ code, name }) => [code, name] as const)}
            onChange={(code) => (area.value = code)}
          />
          <p class="acts">
            <button type="submit" class="btn go">
              {t("restricted.open")}
            </button>
          </p>
          {today.length > 0 && <p class="small">{t("restricted.today", { areas: today.join(", ") })}</p>}
        </form>
      )}
      {opened.value !== null && (
        <OpenedArea
          area={opened.value}
          name={nameOf(opened.value.area)}
          onClose={() => (opened.value = null)}
        />
      )}
    </>
  );
}

interface OpenedProps {
  readonly area: RestrictedArea;
  readonly name: string;
  readonly onClose: () => void;
}

function OpenedArea({ area, name, onClose }: OpenedProps) {
  const { receiver, listings } = area;
  return (
    <section class="box pad opened">
      <header>
        <h2>{name}</h2>
        <button type="button" class="btn" onClick={() => window.print()}>
          {t("restricted.print")}
        </button>
        <button type="button" class="btn" onClick={onClose}>
          {t("restricted.close")}
        </button>
      </header>
      <p class="receiver">{receiverText(receiver)}</p>
      {listings.length === 0 ? (
        <p class="note">{t("restricted.nothing")}</p>
      ) : (
        listings.map((listing) => <RestrictedEntry key={listing.id} listing={listing} />)
      )}
    </section>
  );
}

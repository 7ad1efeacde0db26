import type { CountedGap, GapNotePage as Page } from "#server/contract/curate/gap-note.ts";
import { get } from "../api.ts";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { useLoad } from "../load.ts";
import { to } from "../route.ts";
import { humanized, listLabel, monthText, t } from "../words.ts";
import { GapNoteForm } from "./gap-note-form.tsx";

/** A practitioner notes what is missing; those who look after the list read what was noted. */
export function GapNotePage() {
  const page = useLoad("gap-notes", () => get<Page>("/api/gap-notes"));
  const view = page.value.value;
  return (
    <>
      <PageHead title={t("gap-note.title")} sub={t("gap-note.sub")}>
        <a class="btn" href={to("find")}>
          {t("nav.find")}
        </a>
      </PageHead>
      {page.failed.value !== null && <Notice kind="late" text={page.failed.value} />}
      {view !== null && (
        <section class="box">
          <GapNoteForm
            areas={view.areas}
            start={{ need: "housing", service: null, area: "", group: "everyone" }}
            onSent={page.reload}
          />
        </section>
      )}
      {view?.notes != null && view.notes.length > 0 && <Notes notes={view.notes} areas={view.areas} />}
    </>
  );
}

/** What was noted, for those who look after the list: the newest month first. */
function Notes({ notes, areas }: { readonly notes: readonly CountedGap[]; readonly areas: Page["areas"] }) {
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  return (
    <section class="box pad">
      <h2>{t("gap-note.noted")}</h2>
      <ul>
        {notes.map(({ month, need, service, area, group, times }) => (
          <li key={[month, need, service, area, group].join(" ")}>
            {[
              monthText(month),
              nameOf(area),
              humanized(need),
              service === null ? t("gap-note.any") : humanized(service),
              listLabel("group", group),
              t("gap-note.times", { n: times }),
            ].join(" · ")}
          </li>
        ))}
      </ul>
    </section>
  );
}

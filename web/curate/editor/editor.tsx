import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { route } from "../route.ts";
import { readStanding } from "../standing.ts";
import { valueText } from "../values.ts";
import { fieldLabel, momentText, t, tOr } from "../words.ts";
import { EditorContext, useEditor } from "./context.ts";
import { EditorModel } from "./model.ts";
import { MovePanel } from "./move-panel.tsx";
import { PARTS, type Part, partOf } from "./parts.ts";
import { PreviewPanel } from "./preview-panel.tsx";
import { StandingPanel } from "../standing/standing-panel.tsx";
import { PartSection } from "./part-section.tsx";

/** How often the editor looks whether somebody else changed the listing, in milliseconds. */
const LOOK_AGAIN = 15_000;

/** One page for one service. */
export function Editor({ id }: { readonly id: string }) {
  const model = useMemo(() => new EditorModel(id), [id]);
  const [, , asked] = route.value;
  useEffect(() => {
    void model.load().then(async () => {
      await model.bringBack();
      void model.look();
      if (asked !== undefined) requestAnimationFrame(() => document.getElementById(asked)?.scrollIntoView());
    });
    const timer = setInterval(() => void model.load(), LOOK_AGAIN);
    const guard = (event: BeforeUnloadEvent) => {
      if (model.notKept.peek() > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", guard);
    return () => {
      clearInterval(timer);
      window.removeEventListener("beforeunload", guard);
    };
  }, [model]);
  const changes = model.changes.value;
  useEffect(() => {
    const timer = setTimeout(() => void model.look(), 500);
    const keeping = setTimeout(() => void model.keep(), 250);
    return () => {
      clearTimeout(timer);
      clearTimeout(keeping);
    };
  }, [changes, model]);
  if (model.detail.value === null)
    return model.failed.value === null ? (
      <p class="note">{t("app.loading")}</p>
    ) : (
      <Notice
        kind="late"
        text={model.failed.value}
        action={t("app.retry")}
        onAction={() => void model.load()}
      />
    );
  return (
    <EditorContext.Provider value={model}>
      <EditorHead />
      <div class="ed">
        <Contents />
        <div>
          <Messages />
          {PARTS.map((part) => (
            <PartSection key={part} part={part} />
          ))}
        </div>
        <aside class="prev">
          <MovePanel />
          <StandingPanel />
          <PreviewPanel />
        </aside>
      </div>
    </EditorContext.Provider>
  );
}

function EditorHead() {
  const model = useEditor();
  const detail = model.detail.value;
  const n = model.unsaved.value;
  const said = useComputed(() => {
    if (model.saving.value) return t("editor.saving");
    if (model.unsaved.value > 0) return t("editor.unsaved", { n: model.unsaved.value });
    return model.savedAt.value === null
      ? ""
      : t("editor.saved", { time: momentText(model.savedAt.value).split(", ")[1] ?? "" });
  });
  const save = () => void model.save().then(readStanding);
  return (
    <PageHead
      title={detail?.name ?? ""}
      sub={
        <>
          <span class="ltr num">{detail?.code}</span> · {tOr(`state.${detail?.state ?? ""}`, "")}
          {detail?.publicState === "going-out" && ` · ${t("public.going-out")}`}
          {detail?.publicState === "still-public" && <b class="late"> · {t("public.still-public")}</b>}
        </>
      }
    >
      <span class="saved" role="status">
        {said.value}
      </span>
      <button type="button" class="btn" disabled={!model.mayUndo} onClick={() => model.undo()}>
        {t("editor.undo")}
      </button>
      <button type="button" class="btn go" disabled={n === 0 || model.saving.value} onClick={save}>
        {t("editor.save")}
      </button>
    </PageHead>
  );
}

function Contents() {
  const model = useEditor();
  const [, , asked] = route.value;
  const here = useSignal<Part>(PARTS.find((part) => part === asked) ?? "what");
  const open = model.open();
  return (
    <nav class="toc" aria-label={t("part.label")}>
      {PARTS.map((part) => {
        const n = open.filter((term) => partOf(term) === part).length;
        return (
          <button
            key={part}
            type="button"
            aria-current={here.value === part ? "true" : undefined}
            onClick={() => {
              here.value = part;
              const there = document.getElementById(part);
              there?.scrollIntoView();
              // The next Tab leads to the first field of the part, not through all that stand before it.
              there?.querySelector("h2")?.focus({ preventScroll: true });
            }}
          >
            {t(`part.${part}`)}
            {n > 0 && <i title={t("facet.open", { n })}>{n}</i>}
          </button>
        );
      })}
    </nav>
  );
}

/** Why it was not saved: each field by its name, with the way to the first of them. */
function Failed() {
  const model = useEditor();
  const { failed, wrong } = model;
  if (failed.value === null) return null;
  const fields = Object.entries(wrong.value).map(([field, why]) => `${fieldLabel(field)}: ${why}`);
  if (fields.length === 0) return <Notice kind="late" text={failed.value} />;
  return (
    <Notice
      kind="late"
      text={t("editor.not-saved", { fields: fields.join("; ") })}
      action={t("editor.go-there")}
      onAction={() => document.querySelector<HTMLElement>('.ed [aria-invalid="true"]')?.focus()}
    />
  );
}

/** What others did meanwhile, what went wrong, and what has to be decided. */
function Messages() {
  const model = useEditor();
  return (
    <>
      <Failed />
      {model.broughtBack.value !== null && (
        <Notice
          kind="warm"
          text={t("editor.brought-back", { date: momentText(model.broughtBack.value) })}
          action={t("editor.forget")}
          onAction={() => model.forget()}
        />
      )}
      {model.notKept.value > 0 && (
        <Notice kind="warm" text={t("editor.not-kept", { n: model.notKept.value })} />
      )}
      {model.proposed.value && <Notice kind="good" text={t("editor.proposed")} />}
      {model.others.value.map(({ by, fields }) => (
        <Notice
          key={`${by} ${fields.join()}`}
          kind="warm"
          text={t("editor.others", { who: by, fields: fields.map(fieldLabel).join(", ") })}
          action={t("editor.see")}
          onAction={() => {
            model.others.value = [];
            document.getElementById("history")?.scrollIntoView();
          }}
        />
      ))}
      {model.conflicts.value.map(({ field, theirs, by }) => (
        <section key={field} class="box pad clash" role="alert">
          <h2>{t("editor.conflict", { who: nameOf(model, by), field: fieldLabel(field) })}</h2>
          <p>
            <b>{t("editor.conflict.theirs")}:</b> {valueText(field, theirs)}
          </p>
          <p>
            <b>{t("editor.conflict.mine")}:</b> {valueText(field, model.value(field))}
          </p>
          <p class="acts">
            <button type="button" class="btn" onClick={() => void model.settle(field, false)}>
              {t("editor.conflict.take-theirs")}
            </button>
            <button type="button" class="btn go" onClick={() => void model.settle(field, true)}>
              {t("editor.conflict.keep-mine")}
            </button>
          </p>
        </section>
      ))}
    </>
  );
}

/** History names people; a conflict brings an id, so the newest entry of another's hand is looked up. */
function nameOf(model: EditorModel, id: string): string {
  return model.detail.value?.names[id] ?? id;
}

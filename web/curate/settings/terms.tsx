import { useSignal } from "@preact/signals";
import { NEEDS } from "#db/vocabulary.ts";
import type { TermView } from "#server/contract/curate/settings.ts";
import { call, get, post } from "../api.ts";
import { Dialog } from "../components/dialog.tsx";
import { SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { facts, readFacts } from "../session.ts";
import { humanized, languageText, t } from "../words.ts";

/** The kinds of help under each need: what they are called here, and those that this directory added. */
export function Terms() {
  const loaded = useLoad("terms", () => get<{ terms: readonly TermView[] }>("/api/settings/terms"));
  const open = useSignal<TermView | "new" | null>(null);
  const terms = loaded.value.value?.terms ?? [];
  const done = () => {
    open.value = null;
    loaded.reload();
    void readFacts().catch(() => undefined);
  };
  return (
    <section class="box">
      <header>
        <h2>{t("terms.title")}</h2>
        <button type="button" class="btn" onClick={() => (open.value = "new")}>
          {t("terms.add")}
        </button>
      </header>
      {loaded.failed.value !== null && <Notice kind="late" text={loaded.failed.value} />}
      {NEEDS.map((need) => (
        <details key={need}>
          <summary class="pad">
            {humanized(need)} <small>{terms.filter((term) => term.need === need).length}</small>
          </summary>
          <ul class="rows">
            {terms
              .filter((term) => term.need === need)
              .map((term) => (
                <li key={term.code}>
                  <span class="grow">
                    <b>{term.name}</b>
                    <small>
                      {term.description}
                      {term.own && ` · ${t("terms.own")}`} · {t("terms.used", { n: term.used })}
                    </small>
                  </span>
                  <button type="button" class="btn" onClick={() => (open.value = term)}>
                    {t("terms.rename")}
                  </button>
                </li>
              ))}
          </ul>
        </details>
      ))}
      {open.value === "new" && <NewTerm onClose={() => (open.value = null)} onDone={done} />}
      {open.value !== null && open.value !== "new" && (
        <OneTerm term={open.value} onClose={() => (open.value = null)} onDone={done} />
      )}
    </section>
  );
}

interface DialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function NewTerm({ onClose, onDone }: DialogProps) {
  const need = useSignal<string>(NEEDS[0]);
  const label = useSignal("");
  const about = useSignal("");
  const failed = useSignal<string | null>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    const code = label.value
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, "-")
      .replaceAll(/^-+|-+$/gu, "");
    try {
      await post("/api/settings/terms", { code, need: need.value, label: label.value, about: about.value });
      onDone();
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  return (
    <Dialog title={t("terms.add")} onClose={onClose}>
      <form class="in" onSubmit={(event) => void add(event)}>
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        <SelectField
          label={t("gaps.need")}
          value={need.value}
          options={NEEDS.map((code) => [code, humanized(code)] as const)}
          onChange={(code) => (need.value = code)}
        />
        <TextField label={t("terms.label")} value={label.value} onChange={(v) => (label.value = v)} />
        <TextField label={t("terms.about")} value={about.value} onChange={(v) => (about.value = v)} />
        <button type="submit" class="btn go">
          {t("grid.add")}
        </button>
      </form>
    </Dialog>
  );
}

function OneTerm({ term, onClose, onDone }: DialogProps & { readonly term: TermView }) {
  const names = useSignal(term.names);
  const failed = useSignal<string | null>(null);
  const set = (language: string, part: { label?: string; about?: string }) => {
    const before = names.value[language] ?? { label: "", about: "" };
    names.value = { ...names.value, [language]: { ...before, ...part } };
  };
  const act = async (run: () => Promise<unknown>) => {
    try {
      await run();
      onDone();
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  const keep = (event: Event) => {
    event.preventDefault();
    const given = Object.fromEntries(
      Object.entries(names.value).map(([language, name]) => [
        language,
        name.label.trim() === "" ? null : { label: name.label, about: name.about || term.description },
      ]),
    );
    void act(() => post(`/api/settings/terms/${term.code}`, { names: given }));
  };
  return (
    <Dialog title={term.name} onClose={onClose}>
      <form class="in" onSubmit={keep}>
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        <p class="note">{t("terms.note")}</p>
        {(facts.value?.settings.languages ?? ["en"]).map((language) => (
          <div key={language} class="f2">
            <TextField
              label={t("field.in-language", { field: t("terms.label"), language: languageText(language) })}
              lang={language}
              value={names.value[language]?.label ?? ""}
              onChange={(label) => set(language, { label })}
            />
            <TextField
              label={t("field.in-language", { field: t("terms.about"), language: languageText(language) })}
              lang={language}
              value={names.value[language]?.about ?? ""}
              onChange={(about) => set(language, { about })}
            />
          </div>
        ))}
        <div class="acts">
          <button type="submit" class="btn go">
            {t("settings.keep")}
          </button>
          {term.own && term.used === 0 && (
            <button
              type="button"
              class="btn stop"
              onClick={() => void act(() => call("DELETE", `/api/settings/terms/${term.code}`))}
            >
              {t("field.remove")}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { BookletWish } from "#server/contract/bundle.ts";
import { PAPERS } from "#server/contract/edition.ts";
import type { BookletsView } from "#server/contract/curate/booklets.ts";
import { endonym } from "#web/i18n/endonyms.ts";
import { languageOf } from "#web/local-language.ts";
import { get } from "../api.ts";
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { dayText, t } from "../words.ts";

const named = (lang: string) => endonym(lang) ?? lang;

/** Ready booklets: which are there, which were taken away and wait, and making one in this browser. */
export function BookletsPage() {
  const found = useLoad("booklets", () => get<BookletsView>("/api/booklets"));
  const view = found.value.value;
  return (
    <>
      <PageHead title={t("booklets.title")} sub={t("booklets.sub")} />
      {found.failed.value !== null && <Notice kind="late" text={found.failed.value} />}
      {view !== null && <Making view={view} onDone={found.reload} />}
    </>
  );
}

function Making({ view, onDone }: { readonly view: BookletsView; readonly onDone: () => void }) {
  const { booklets, missed, areas, languages } = view;
  const first = areas.find(({ code }) => code.includes("-"))?.code ?? areas[0]?.code ?? "";
  const wish = useSignal<BookletWish>({
    area: first,
    languages: [languageOf(first) ?? languages[0] ?? "en"],
    paper: "a4",
    large: false,
    generalOnly: false,
  });
  const site = useSignal(window.location.origin);
  const going = useSignal<string | null>(null);
  const said = useSignal<string | null>(null);
  const failed = useSignal<string | null>(null);
  const control = useSignal<AbortController | null>(null);
  useEffect(() => () => control.peek()?.abort(new Error("left")), [control]);
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.names["en"] ?? code;
  const describe = (one: BookletWish) =>
    `${nameOf(one.area)} · ${one.languages.map(named).join(", ")} · ${t(`booklets.paper.${one.paper}`)}${one.large ? ` · ${t("booklets.large")}` : ""}${one.generalOnly ? ` · ${t("booklets.generalOnly")}` : ""}`;

  const make = async (one: BookletWish) => {
    const mine = new AbortController();
    control.value = mine;
    failed.value = null;
    said.value = null;
    going.value = t("booklets.begin");
    try {
      // The compiler's side of the office comes when somebody makes a booklet.
      const { makeBooklet } = await import("./make-booklet.ts");
      const pages = await makeBooklet(one, site.peek(), {
        signal: mine.signal,
        onProgress: (progress) => {
          going.value =
            progress.stage === "loading"
              ? t("booklets.loading", { n: Math.round(progress.share * 100) })
              : t("booklets.drawing");
        },
      });
      said.value = t("booklets.done", { what: describe(one), n: pages });
      onDone();
    } catch (error) {
      if (!mine.signal.aborted) failed.value = reasonOf(error);
    }
    going.value = null;
  };

  const change = (part: Partial<BookletWish>) => (wish.value = { ...wish.peek(), ...part });
  const [main = "en", second = ""] = wish.value.languages;
  const spoken = languages.map((lang) => [lang, named(lang)] as const);
  return (
    <>
      {missed.length > 0 && (
        <section class="box">
          <header>
            <h2>{t("booklets.missed")}</h2>
          </header>
          <p class="pad note">{t("booklets.missed-why")}</p>
          <ul class="rows">
            {missed.map((one) => (
              <li key={describe(one)}>
                <span class="grow">{describe(one)}</span>
                <button
                  type="button"
                  class="btn"
                  disabled={going.value !== null}
                  onClick={() => void make(one)}
                >
                  {t("booklets.again")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="box">
        <header>
          <h2>{t("booklets.make")}</h2>
        </header>
        <div class="pad">
          <SelectField
            label={t("booklets.area")}
            value={wish.value.area}
            options={areas.map(({ code }) => [code, nameOf(code)])}
            onChange={(area) => change({ area })}
          />
          <SelectField
            label={t("booklets.language")}
            value={main}
            options={spoken}
            onChange={(lang) =>
              change({ languages: second === "" || second === lang ? [lang] : [lang, second] })
            }
          />
          <SelectField
            label={t("booklets.second")}
            value={second}
            options={[["", t("booklets.none")], ...spoken.filter(([lang]) => lang !== main)]}
            onChange={(lang) => change({ languages: lang === "" ? [main] : [main, lang] })}
          />
          <SelectField
            label={t("booklets.paper")}
            value={wish.value.paper}
            options={PAPERS.map((paper) => [paper, t(`booklets.paper.${paper}`)])}
            onChange={(value) => change({ paper: PAPERS.find((paper) => paper === value) ?? "a4" })}
          />
          {(["large", "generalOnly"] as const).map((kind) => (
            <CheckField
              key={kind}
              label={t(`booklets.${kind}`)}
              checked={wish.value[kind]}
              onChange={(checked) => change({ [kind]: checked })}
            />
          ))}
          <TextField
            label={t("booklets.site")}
            type="url"
            value={site.value}
            onChange={(value) => (site.value = value)}
          />
          <p class="note">{t("booklets.how")}</p>
          {going.value === null ? (
            <button type="button" class="btn go" onClick={() => void make(wish.peek())}>
              {t("booklets.make-this")}
            </button>
          ) : (
            <>
              <p role="status">{going.value}</p>
              <button type="button" class="btn" onClick={() => control.peek()?.abort(new Error("stopped"))}>
                {t("booklets.stop")}
              </button>
            </>
          )}
          {said.value !== null && <Notice kind="good" text={said.value} />}
          {failed.value !== null && <Notice kind="late" text={failed.value} />}
        </div>
      </section>
      <section class="box">
        <header>
          <h2>{t("booklets.ready")}</h2>
        </header>
        {booklets.length === 0 && <p class="pad note">{t("booklets.none-ready")}</p>}
        <ul class="rows">
          {booklets.map((one) => (
            <li key={one.url}>
              <span class="grow">
                <b>{describe(one)}</b>
                <small>{t("booklets.of", { date: dayText(one.madeOn), n: one.pages })}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

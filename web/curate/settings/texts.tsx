import { useSignal } from "@preact/signals";
import { EVERYWHERE, TEXT_PAGES, type TextPage } from "#db/vocabulary.ts";
import type { TextLine } from "#server/contract/curate/settings.ts";
import type { TextRecord } from "#server/contract/public-text.ts";
import { TextBody } from "#web/components/text-body.tsx";
import { ApiError, get, post } from "../api.ts";
import { SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { go, route, to } from "../route.ts";
import { facts, mayPublish } from "../session.ts";
import { dayText, humanized, languageText, t } from "../words.ts";
import { Terms } from "./terms.tsx";

/** Pages of words by page and language, and the kinds of help. */
export function TextsPage() {
  const [, page, country, language] = route.value;
  if (page !== undefined && country !== undefined && language !== undefined)
    return (
      <OneText
        key={`${page} ${country} ${language}`}
        page={page as TextPage}
        country={country}
        language={language}
      />
    );
  return <Overview />;
}

function Overview() {
  const loaded = useLoad("texts", () => get<{ texts: readonly TextLine[] }>("/api/settings/texts"));
  const country = useSignal(EVERYWHERE);
  const texts = loaded.value.value?.texts ?? [];
  const languages = facts.value?.settings.languages ?? [];
  const countries = facts.value?.settings.countries ?? [];
  return (
    <>
      <PageHead title={t("texts.title")} sub={t("texts.sub")} />
      {loaded.failed.value !== null && <Notice kind="late" text={loaded.failed.value} />}
      <div class="f3">
        <SelectField
          label={t("texts.country")}
          value={country.value}
          options={[
            [EVERYWHERE, t("texts.everywhere")] as const,
            ...countries.map((code) => [code, nameOf(code)] as const),
          ]}
          onChange={(code) => (country.value = code)}
        />
      </div>
      <div class="box scroll" tabIndex={0} role="region" aria-label={t("texts.title")}>
        <table class="gaps states">
          <thead>
            <tr>
              <th scope="col">{t("texts.page")}</th>
              {languages.map((code) => (
                <th key={code} scope="col">
                  {languageText(code)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {TEXT_PAGES.map((page) => (
              <tr key={page}>
                <th scope="row">{humanized(page)}</th>
                {languages.map((code) => {
                  const line = texts.find(
                    (one) => one.page === page && one.country === country.value && one.language === code,
                  );
                  const standing = line?.standing ?? "missing";
                  return (
                    <td key={code} class={standing}>
                      <a href={to("texts", page, country.value, code)}>
                        {t(`texts.standing.${standing}`)}
                        {line?.checkedOn != null && (
                          <small>
                            {dayText(line.checkedOn)}, {line.checkedBy}
                          </small>
                        )}
                      </a>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayPublish() && <Terms />}
    </>
  );
}

const nameOf = (code: string): string => facts.value?.areas.find((one) => one.code === code)?.name ?? code;

interface OneTextProps {
  readonly page: TextPage;
  readonly country: string;
  readonly language: string;
}

/** One page of words: written at the start side, as people will read it at the end side. */
function OneText({ page, country, language }: OneTextProps) {
  const key = new URLSearchParams({ page, country, language }).toString();
  const loaded = useLoad(key, () => readOr(key, { page, country, language }));
  const typed = useSignal<Partial<TextRecord>>({});
  const said = useSignal<{ readonly kind: "late" | "good"; readonly text: string } | null>(null);
  const stands = loaded.value.value;
  if (stands === null) return <p class="note">{loaded.failed.value ?? t("app.loading")}</p>;
  const text = { ...stands, ...typed.value };
  const moved = Object.keys(typed.value).length > 0;
  const set = (part: Partial<TextRecord>) => {
    typed.value = { ...typed.value, ...part };
  };
  const act = async (path: string, body: unknown, leave = false) => {
    try {
      await post(path, body);
      typed.value = {};
      said.value = { kind: "good", text: t("account.saved") };
      if (leave) go("texts");
      else loaded.reload();
    } catch (error) {
      said.value = { kind: "late", text: reasonOf(error) };
    }
  };
  const { date: _date, checked: _checked, ...writable } = text;
  return (
    <>
      <PageHead
        title={humanized(page)}
        sub={`${country === EVERYWHERE ? t("texts.everywhere") : nameOf(country)} · ${languageText(language)}`}
      >
        <a class="btn" href={to("texts")}>
          {t("texts.back")}
        </a>
      </PageHead>
      {said.value !== null && <Notice kind={said.value.kind} text={said.value.text} />}
      <div class="sides">
        <form
          class="box pad in"
          onSubmit={(event) => {
            event.preventDefault();
            void act("/api/settings/texts", writable);
          }}
        >
          <TextField
            label={t("texts.heading")}
            lang={language}
            value={text.title}
            onChange={(v) => set({ title: v })}
          />
          <TextField
            label={t("texts.body")}
            lang={language}
            rows={16}
            value={text.body}
            onChange={(v) => set({ body: v })}
          />
          <p class="small">{t("texts.markup")}</p>
          <div class="f2">
            <TextField
              label={t("texts.source")}
              value={text.source?.name ?? ""}
              onChange={(name) =>
                set({ source: name === "" ? null : { name, url: text.source?.url ?? null } })
              }
            />
            <TextField
              type="url"
              label={t("texts.source-url")}
              value={text.source?.url ?? ""}
              placeholder="https://"
              onChange={(url) =>
                set({ source: { name: text.source?.name ?? "", url: url.trim() === "" ? null : url.trim() } })
              }
            />
            <SelectField
              label={t("list.state")}
              value={text.state}
              options={(["published", "draft"] as const).map(
                (state) => [state, t(`texts.state.${state}`)] as const,
              )}
              onChange={(state) => set({ state: state === "draft" ? "draft" : "published" })}
            />
          </div>
          {mayPublish() && (
            <div class="acts">
              <button type="submit" class="btn go" disabled={!moved}>
                {t("settings.keep")}
              </button>
              {!moved && stands.title !== "" && !stands.checked && (
                <button
                  type="button"
                  class="btn"
                  onClick={() => void act("/api/settings/texts/checked", { page, country, language })}
                >
                  {t("translate.check")}
                </button>
              )}
              {stands.title !== "" && !(country === EVERYWHERE && language === "en") && (
                <button
                  type="button"
                  class="linkish"
                  onClick={() => void act("/api/settings/texts/removed", { page, country, language }, true)}
                >
                  {t("texts.remove")}
                </button>
              )}
            </div>
          )}
        </form>
        <section class="box pad words" lang={language} dir="auto" aria-label={t("texts.preview")}>
          <p class="small">
            {t("texts.preview")}
            {stands.date !== "" && ` · ${dayText(stands.date)}`}
          </p>
          <h2>{text.title}</h2>
          <TextBody body={text.body} quoted />
        </section>
      </div>
    </>
  );
}

/** The page as it stands; an empty one where nobody has written it, with the English beside to start from. */
async function readOr(query: string, key: OneTextProps): Promise<TextRecord> {
  try {
    return await get<TextRecord>(`/api/settings/texts/one?${query}`);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
    return { ...key, title: "", body: "", checked: false, date: "", source: null, state: "published" };
  }
}

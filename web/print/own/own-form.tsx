import type { Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { PAPERS } from "#server/contract/edition.ts";
import type { AreaView } from "#server/contract/listing-view.ts";
import { FORM_TITLES } from "#server/edition/forms/titles.ts";
import { type FormWords, formWords } from "#server/edition/forms/words.ts";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Switch } from "#web/components/switch.tsx";
import { endonym } from "#web/i18n/endonyms.ts";
import type { MessageKey } from "#web/i18n/words.ts";
import { FILE_KINDS, hasPages } from "./file-kinds.ts";
import { canStaple, HELPERS, type OwnChoice, type OwnThing, PEOPLE } from "./order.ts";

interface OwnFormProps {
  readonly choice: Signal<OwnChoice>;
  readonly areas: readonly AreaView[];
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** No name: a form history would keep it. */
function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select autocomplete="off" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Titles of the forms that no message names, in English. */
const TITLES: Readonly<Record<string, string>> = FORM_TITLES;

/** The practitioners' own texts in a language; none until they have come, or where they do not come. */
function useFormWords(lang: string): FormWords {
  const [here, setHere] = useState<FormWords>({});
  useEffect(() => {
    let wanted = true;
    void formWords(lang)
      .catch(() => ({}))
      .then((words) => {
        if (wanted) setHere(words);
      });
    return () => {
      wanted = false;
    };
  }, [lang]);
  return here;
}

function Things({ choice }: Pick<OwnFormProps, "choice">) {
  const { words } = useSite();
  const translated = useFormWords(words.lang);
  const now = choice.value;
  const one = (thing: OwnThing) => {
    const title = TITLES[thing];
    return (
      <label key={thing} class="own__thing">
        <input
          type="radio"
          autocomplete="off"
          checked={now.thing === thing}
          onChange={() => (choice.value = { ...now, thing })}
        />
        {title === undefined
          ? words.t(`print.own-thing.${thing}` as MessageKey)
          : (translated[title] ?? <span lang="en">{title}</span>)}
      </label>
    );
  };
  return (
    <>
      <fieldset>
        <legend>{words.t("print.own-what")}</legend>
        {PEOPLE.map(one)}
      </fieldset>
      <details open={HELPERS.some((thing) => thing === now.thing)}>
        <summary>{words.t("print.own-helpers")}</summary>
        <fieldset>
          <legend class="sr">{words.t("print.own-helpers")}</legend>
          {HELPERS.map(one)}
        </fieldset>
      </details>
    </>
  );
}

/** Where, what, on which paper, in which languages, and how. */
export function OwnForm({ choice, areas }: OwnFormProps) {
  const site = useSite();
  const { words, languages } = site;
  const now = choice.value;
  const change = (part: Partial<OwnChoice>) => (choice.value = { ...now, ...part });
  const spoken = languages.map((lang) => ({ value: lang, label: endonym(lang) ?? lang }));
  const papers = PAPERS.filter((paper) => paper !== "a5-on-a4" || canStaple(now.thing));
  return (
    <div class="own__form">
      <Select
        label={words.t("print.worksheet-area")}
        value={now.area}
        options={areas.map(({ code, country, name }) => ({
          value: code,
          label:
            code === country
              ? name.text
              : words.t("place.area-with-country", {
                  area: name.text,
                  country: areaNameIn(site, country) ?? country,
                }),
        }))}
        onChange={(area) => change({ area })}
      />
      <Things choice={choice} />
      <Select
        label={words.t("print.own-kind")}
        value={now.kind}
        options={FILE_KINDS.map((kind) => ({ value: kind, label: words.t(`print.own-kind.${kind}`) }))}
        onChange={(value) => change({ kind: FILE_KINDS.find((kind) => kind === value) ?? "pdf" })}
      />
      {now.kind === "pdf" && (
        <Select
          label={words.t("print.own-paper")}
          value={papers.includes(now.paper) ? now.paper : "a4"}
          options={papers.map((paper) => ({ value: paper, label: words.t(`print.own-paper.${paper}`) }))}
          onChange={(value) => change({ paper: PAPERS.find((paper) => paper === value) ?? "a4" })}
        />
      )}
      <Select
        label={words.t("site.language")}
        value={now.main}
        options={spoken}
        onChange={(main) => change({ main })}
      />
      <Select
        label={words.t("print.own-second")}
        value={now.second}
        options={[
          { value: "", label: words.t("print.own-none") },
          ...spoken.filter(({ value }) => value !== now.main),
        ]}
        onChange={(second) => change({ second })}
      />
      <div class="own__switches">
        {hasPages(now.kind) && (
          <>
            <Switch
              label={words.t("print.own-large")}
              on={now.large}
              onChange={(large) => change({ large })}
            />
            <Switch label={words.t("print.own-bw")} on={now.bw} onChange={(bw) => change({ bw })} />
          </>
        )}
        {/* Who wished for that help alone on screen is not asked whether the paper may name any other. */}
        {!site.generalOnly && (
          <Switch
            label={words.t("print.only-general")}
            on={now.generalOnly}
            onChange={(generalOnly) => change({ generalOnly })}
          />
        )}
      </div>
    </div>
  );
}

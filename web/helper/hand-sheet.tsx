import { useSignal } from "@preact/signals";
import type { AppState } from "#web/app/state.ts";
import { interfaceLanguage } from "#web/i18n/languages.ts";
import { languageOf } from "#web/local-language.ts";
import { deviceSourceOf } from "#web/print/own/device-source-of.ts";
import { MakeFile } from "#web/print/own/make-file.tsx";
import { Pick } from "./chips.tsx";
import { Said } from "#web/components/phrase.tsx";
import { ReadOut } from "#web/components/read-out.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { Item } from "#web/models/helper-model.ts";
import { speakable } from "#web/words/speakable.ts";
import type { Tools } from "./tools.ts";
import { Fit } from "./why-list.tsx";

interface HandSheetProps {
  readonly state: AppState;
  readonly tools: Tools;
}

function Rows({ tools, items }: { readonly tools: Tools; readonly items: readonly Item[] }) {
  const { words } = useSite();
  return (
    <ul class="onsheet">
      {items.map((item) => (
        <li key={item.facts.code}>
          <span>
            <Said phrase={item.item.card?.name ?? { text: item.facts.code, lang: words.lang }} />
          </span>
          <Fit item={item} />
          <button type="button" class="aslink" onClick={() => tools.model.pick(item.facts.code)}>
            {words.t("helper.take-out")}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What always stands with a hand-over, on paper and read out (R32, R33, R48). */
const RIGHTS = [
  "print.right.choose",
  "print.right.any-time",
  "print.right.told",
  "print.right.interpreter",
  "print.right.police",
  "print.right.back",
] as const;

/** What a second language may be: those that have words, the place's own first. */
function secondLanguages(languages: readonly string[], own: string, area: string): readonly string[] {
  const local = languageOf(area);
  const others = languages.filter((lang) => lang !== own);
  return local !== null && others.includes(local)
    ? [local, ...others.filter((lang) => lang !== local)]
    : others;
}

interface PaperProps extends HandSheetProps {
  readonly area: string;
  readonly own: readonly string[];
  readonly relatives: readonly string[];
}

/** The sheet as it will be printed: in one language or two side by side, for one place or two. */
function Paper({ state, tools, area, own, relatives }: PaperProps) {
  const { words, languages } = useSite();
  const second = useSignal("");
  const form = useSignal<"referral" | "cards">("referral");
  const later = tools.laterArea.value;
  return (
    <>
      <div class="handsheet__options">
        <Pick
          label={words.t("helper.paper")}
          value={form.value}
          options={[
            { value: "referral", label: words.t("print.referral-title") },
            { value: "cards", label: words.t("print.useful-numbers") },
          ]}
          onPick={(chosen) => (form.value = chosen === "cards" ? "cards" : "referral")}
        />
        <Pick
          label={words.t("helper.two-languages")}
          value={second.value}
          options={[
            { value: "", label: words.t("helper.one-language") },
            ...secondLanguages(languages, words.lang, later ?? area).map((lang) => ({
              value: lang,
              label: interfaceLanguage(lang)?.endonym ?? lang,
              lang,
            })),
          ]}
          onPick={(lang) => (second.value = lang)}
        />
      </div>
      <MakeFile
        read={deviceSourceOf(state)}
        startWorker={tools.office?.startWorker}
        order={{
          wishes: {
            form: form.value,
            paper: "a4",
            large: false,
            bw: false,
            children: false,
            generalOnly: state.search.generalOnly.value,
          },
          areas: [area],
          languages: second.value === "" ? [words.lang] : [words.lang, second.value],
          later,
          shortlist: own,
          needs: tools.model.lines.value.map(({ need }) => need),
          relatives,
        }}
      />
    </>
  );
}

/** Handing over: what stands on the sheet, to take out again; then paper, code, or reading out. */
export function HandSheet({ state, tools }: HandSheetProps) {
  const { words } = useSite();
  const { model } = tools;
  const area = state.search.place.value?.area ?? null;
  const all = model.sheet.value.flatMap(({ code, helpFor }) => {
    const item = model.itemOf(code);
    return item === null ? [] : [{ item, helpFor }];
  });
  const own = all.filter(({ helpFor }) => helpFor === "person").map(({ item }) => item);
  const relatives = all.filter(({ helpFor }) => helpFor !== "person").map(({ item }) => item);
  // Rights first, then each place: for somebody who would rather hear it than hold it.
  const rights = RIGHTS.map((key) => ({ text: words.t(key), lang: words.lang }));
  const codes = (items: readonly Item[]) => items.map(({ facts }) => facts.code);
  return (
    <div class="handsheet">
      <div class="bar">
        <h2 tabIndex={-1}>{words.t("print.referral-title")}</h2>
        <button type="button" class="btn" onClick={() => model.show("find")}>
          <Icon name="arrow-left" flip />
          {words.t("helper.back")}
        </button>
      </div>
      {all.length === 0 && <p class="statenote">{words.t("helper.sheet-empty")}</p>}
      {model.isProposal.value && all.length > 0 && <p class="note">{words.t("helper.proposed")}</p>}
      <Rows tools={tools} items={own} />
      {relatives.length > 0 && <h3>{words.t("helper.relatives")}</h3>}
      <Rows tools={tools} items={relatives} />
      <ReadOut parts={[rights, ...[...own, ...relatives].map(({ item }) => speakable(words, item))]} />
      {area !== null && all.length > 0 && (
        <Paper state={state} tools={tools} area={area} own={codes(own)} relatives={codes(relatives)} />
      )}
    </div>
  );
}

import { useSignal } from "@preact/signals";
import type { AppState } from "#web/app/state.ts";
import { deviceSourceOf } from "#web/print/own/device-source-of.ts";
import { MakeFile } from "#web/print/own/make-file.tsx";
import { Pick } from "./chips.tsx";
import { Said } from "#web/components/phrase.tsx";
import { ReadOut } from "#web/components/read-out.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { Item } from "#web/models/helper-model.ts";
import { speakable } from "#web/words/speakable.ts";
import { SecondLanguage } from "./second-language.tsx";
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

const codes = (items: readonly Item[]) => items.map(({ facts }) => facts.code);

interface PaperProps extends HandSheetProps {
  readonly area: string;
  readonly own: readonly Item[];
  readonly relatives: readonly Item[];
}

/** Cards hold numbers alone: what has none is said, so that nobody believes it is on the card. */
function WithoutNumber({ items }: { readonly items: readonly Item[] }) {
  const { words } = useSite();
  const names = items
    .filter(({ item }) => item.detail?.contacts.some(({ channel }) => channel === "phone") !== true)
    .map(({ item, facts }) => item.card?.name.text ?? facts.code);
  if (names.length === 0) return null;
  return <p class="note nonumber">{words.t("helper.no-number", { names: names.join(", ") })}</p>;
}

/** The sheet as it will be printed: in one language or two side by side, for one place or two. */
function Paper({ state, tools, area, own, relatives }: PaperProps) {
  const { words } = useSite();
  const second = tools.second.value;
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
        <SecondLanguage tools={tools} area={area} />
      </div>
      {form.value === "cards" && <WithoutNumber items={[...own, ...relatives]} />}
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
          languages: second === "" || second === words.lang ? [words.lang] : [words.lang, second],
          later,
          shortlist: codes(own),
          // Who takes over on the way stands under going home, whatever else they do.
          needs: [
            ...tools.model.lines.value.map(({ need }) => need),
            ...(tools.model.crosses.value ? (["return"] as const) : []),
          ],
          relatives: codes(relatives),
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
        <Paper state={state} tools={tools} area={area} own={own} relatives={relatives} />
      )}
    </div>
  );
}

import type { AppState } from "#web/app/state.ts";
import { Said } from "#web/components/phrase.tsx";
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

/** Rights first, then each place in short sentences: for somebody who would rather hear it than hold it. */
function ReadAll({ items }: { readonly items: readonly Item[] }) {
  const { words } = useSite();
  return (
    <details class="readout">
      <summary>
        <Icon name="users" />
        <span>
          <b>{words.t("listen.read-out")}</b>
          <span class="note">{words.t("listen.read-out-lead")}</span>
        </span>
        <Icon name="caret-down" class="cd" />
      </summary>
      <ol>
        {RIGHTS.map((key) => (
          <li key={key}>{words.t(key)}</li>
        ))}
      </ol>
      {items.map(({ facts, item }) => (
        <ol key={facts.code}>
          {speakable(words, item).map((line) => (
            <li key={line.text}>
              <Said phrase={line} />
            </li>
          ))}
        </ol>
      ))}
    </details>
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

/** Handing over: what stands on the sheet, to take out again; then paper, code, or reading out. */
export function HandSheet({ tools }: HandSheetProps) {
  const { words } = useSite();
  const { model } = tools;
  const all = model.sheet.value.flatMap(({ code, helpFor }) => {
    const item = model.itemOf(code);
    return item === null ? [] : [{ item, helpFor }];
  });
  const own = all.filter(({ helpFor }) => helpFor === "person").map(({ item }) => item);
  const relatives = all.filter(({ helpFor }) => helpFor !== "person").map(({ item }) => item);
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
      <ReadAll items={[...own, ...relatives]} />
    </div>
  );
}

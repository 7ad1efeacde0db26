import { useSignal } from "@preact/signals";
import { type Need, SERVICES_BY_NEED } from "#db/vocabulary.ts";
import type { NeedResults } from "#server/domain/situation/group-by-need.ts";
import { SET_BACKS, type SetBack, type Stage, STAGES } from "#server/domain/situation/wanted.ts";
import { NEEDS_ON_SCREEN } from "#web/components/need-order.ts";
import { useSite } from "#web/components/site-context.ts";
import { Switch } from "#web/components/switch.tsx";
import { Icon } from "#web/icons/icon.tsx";
import { NeedIcon } from "#web/icons/need-icon.tsx";
import { Chip, Pick } from "./chips.tsx";
import { PresetList } from "./preset-list.tsx";
import type { Tools } from "./tools.ts";

const count = (results: NeedResults<unknown> | undefined) =>
  results === undefined ? null : results.general.length + results.specific.length;

/** Sub-services of a need: nothing ticked means everything for the need. */
function Parts({ tools, need }: { readonly tools: Tools; readonly need: Need }) {
  const { words } = useSite();
  const open = useSignal(false);
  const { model, names } = tools;
  const labels = names.value;
  if (labels === null) return null;
  return (
    <>
      <button
        type="button"
        class="parts"
        aria-expanded={open.value}
        aria-label={`${words.t("helper.parts")}: ${words.t(`need.${need}`)}`}
        onClick={() => (open.value = !open.value)}
      >
        {words.t("helper.parts")}
        <Icon name="caret-down" />
      </button>
      {open.value && (
        <div class="opts">
          {SERVICES_BY_NEED[need]
            .filter((code) => code !== "practitioner-support")
            .map((code) => (
              <Chip
                key={code}
                label={labels.label(code)}
                on={model.wanted.value.services.includes(code)}
                onPress={() => model.toggleService(code)}
              />
            ))}
        </div>
      )}
    </>
  );
}

function NeedRow({ tools, need }: { readonly tools: Tools; readonly need: Need }) {
  const { words } = useSite();
  const { model } = tools;
  const on = model.wanted.value.needs.includes(need);
  const found = count(model.results.value.find(({ line }) => line.need === need));
  return (
    <li class={on ? "is-on" : undefined}>
      <label class="needrow">
        <input type="checkbox" autocomplete="off" checked={on} onChange={() => model.toggleNeed(need)} />
        <NeedIcon need={need} />
        <span>{words.t(`need.${need}`)}</span>
        {found !== null && <b>{found}</b>}
      </label>
      {on && <Parts tools={tools} need={need} />}
    </li>
  );
}

/** What is needed: needs together, or a stage, or a set-back that stands for some. */
export function NeedsPanel({ tools }: { readonly tools: Tools }) {
  const { words } = useSite();
  const { model } = tools;
  const { stage, setBack } = model.wanted.value;
  const none = { value: "", label: words.t("helper.none") };
  return (
    <section>
      <h2>{words.t("helper.needs")}</h2>
      <ul class="sl">
        {NEEDS_ON_SCREEN.map((need) => (
          <NeedRow key={need} tools={tools} need={need} />
        ))}
      </ul>
      <Pick
        label={words.t("helper.stage")}
        value={stage ?? ""}
        options={[
          none,
          ...(Object.keys(STAGES) as Stage[]).map((code) => ({
            value: code,
            label: words.t(`stage.${code}`),
          })),
        ]}
        onPick={(code) => model.lookFrom((code || null) as Stage | null, setBack)}
      />
      <p class="small">{words.t("helper.stage-what")}</p>
      <Pick
        label={words.t("helper.set-back")}
        value={setBack ?? ""}
        options={[
          none,
          ...(Object.keys(SET_BACKS) as SetBack[]).map((code) => ({
            value: code,
            label: words.t(`set-back.${code}`),
          })),
        ]}
        onPick={(code) => model.lookFrom(stage, (code || null) as SetBack | null)}
      />
      <Switch label={words.t("helper.harder")} on={model.harder.value} onChange={model.onlyHarder} />
      <PresetList tools={tools} />
    </section>
  );
}

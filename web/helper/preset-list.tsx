import { useEffect } from "preact/hooks";
import type { Wanted } from "#server/domain/situation/wanted.ts";
import { useSite } from "#web/components/site-context.ts";
import type { Words } from "#web/i18n/words.ts";
import type { ServiceNames } from "#web/i18n/service-names.ts";
import { Icon } from "#web/icons/icon.tsx";
import { kept } from "#web/keep/keep-model.ts";
import { dropPreset, isSame, keepPreset, presets, readPresets } from "#web/keep/kept-presets.ts";
import type { Tools } from "./tools.ts";

/** A preset is called by what is in it, so that nobody can give it the name of a person. */
function presetName(words: Words, names: ServiceNames | null, wanted: Wanted): string {
  return [
    ...wanted.needs.map((need) => words.t(`need.${need}`)),
    ...wanted.services.map((code) => names?.label(code) ?? code),
    ...(wanted.stage === null ? [] : [words.t(`stage.${wanted.stage}`)]),
    ...(wanted.setBack === null ? [] : [words.t(`set-back.${wanted.setBack}`)]),
  ].join(" · ");
}

/** Kept choices to start from, and keeping this one. Only where a copy of the site is kept on the device already. */
export function PresetList({ tools }: { readonly tools: Tools }) {
  const { words } = useSite();
  const { model, names } = tools;
  const has = kept.value !== null;
  useEffect(() => {
    if (has) void readPresets();
  }, [has]);
  if (!has) return null;
  const wanted = model.wanted.value;
  const isNew = model.lines.value.length > 0 && !presets.value.some((one) => isSame(one, wanted));
  if (!isNew && presets.value.length === 0) return null;
  return (
    <div class="presets">
      <h3>{words.t("helper.presets")}</h3>
      {presets.value.length > 0 && (
        <ul>
          {presets.value.map((one) => {
            const name = presetName(words, names.value, one);
            return (
              <li key={JSON.stringify(one)}>
                <button
                  type="button"
                  class="aslink"
                  aria-pressed={isSame(one, wanted)}
                  onClick={() => model.want(one)}
                >
                  {name}
                </button>
                <button
                  type="button"
                  class="x"
                  aria-label={`${words.t("kept.remove")}: ${name}`}
                  onClick={() => void dropPreset(one)}
                >
                  <Icon name="trash" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {isNew && (
        <>
          <button type="button" class="btn" onClick={() => void keepPreset(wanted)}>
            <Icon name="device-mobile" />
            {words.t("helper.preset-keep")}
          </button>
          <p class="small">{words.t("helper.preset-what")}</p>
        </>
      )}
    </div>
  );
}

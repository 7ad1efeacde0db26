import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { AFFILIATION_KINDS, type Affiliation } from "#server/contract/affiliation.ts";
import { policyInForce } from "#server/contract/inclusion-policy.ts";
import { RENAMED_KEYS } from "#server/contract/renamed-keys.ts";
import english from "#web/i18n/messages/en/needs.json" with { type: "json" };
import results from "#web/i18n/messages/en/results.json" with { type: "json" };
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { dayText, humanized, languageText, t, tOr } from "../words.ts";
import { codeFor } from "./affiliation-code.ts";
import type { SettingsModel } from "./settings-model.ts";

interface Props {
  readonly model: SettingsModel;
}

interface ListProps<T> {
  readonly items: readonly T[];
  readonly add: string;
  readonly blank: T;
  readonly onChange: (items: T[]) => void;
  readonly children: (item: T, change: (part: Partial<T>) => void) => ComponentChildren;
}

/** A list of small forms, each of which can go. */
function ListOf<T extends object>({ items, add, blank, onChange, children }: ListProps<T>) {
  return (
    <>
      {items.map((item, at) => (
        <div key={at} class="inset">
          <div class="f2">
            {children(item, (part) =>
              onChange(items.map((one, i) => (i === at ? { ...one, ...part } : one))),
            )}
          </div>
          <button type="button" class="linkish" onClick={() => onChange(items.filter((_, i) => i !== at))}>
            {t("field.remove")}
          </button>
        </div>
      ))}
      <button type="button" class="btn" onClick={() => onChange([...items, blank])}>
        {add}
      </button>
    </>
  );
}

/** Further names of places, as people call them. */
export function AliasFields({ model }: Props) {
  const country = model.value("countries")[0] ?? "";
  return (
    <>
      <p class="note">{t("settings.aliases.note")}</p>
      <ListOf
        items={model.value("placeAliases")}
        add={t("settings.aliases.add")}
        blank={{ country, area: "", name: "", alias: "" }}
        onChange={(list) => model.set("placeAliases", list)}
      >
        {(one, change) => (
          <>
            <TextField
              label={t("settings.aliases.alias")}
              value={one.alias}
              onChange={(alias) => change({ alias })}
            />
            <TextField
              label={t("settings.aliases.name")}
              value={one.name}
              onChange={(name) => change({ name })}
            />
            <TextField
              label={t("settings.aliases.area")}
              value={one.area}
              placeholder="KH-1"
              onChange={(area) =>
                change({ area: area.trim().toUpperCase(), country: area.trim().slice(0, 2).toUpperCase() })
              }
            />
          </>
        )}
      </ListOf>
    </>
  );
}

/** What people here call an area, by language. */
export function AreaNameFields({ model }: Props) {
  const chosen = useSignal("");
  const names = model.value("areaNames");
  const all = model.view.value?.areas ?? [];
  const shown = [...new Set([...Object.keys(names), ...(chosen.value === "" ? [] : [chosen.value])])];
  return (
    <>
      <SelectField
        label={t("settings.areaNames.choose")}
        value={chosen.value}
        options={[["", t("field.choose")] as const, ...all.map(({ code, usual }) => [code, usual] as const)]}
        onChange={(code) => (chosen.value = code)}
      />
      {shown.map((code) => (
        <div key={code} class="inset">
          <h3>{all.find((one) => one.code === code)?.usual ?? code}</h3>
          <div class="f2">
            {model.value("languages").map((language) => (
              <TextField
                key={language}
                label={languageText(language)}
                lang={language}
                value={names[code]?.[language] ?? ""}
                onChange={(text) => {
                  const { [language]: _gone, ...others } = names[code] ?? {};
                  const own = text === "" ? others : { ...others, [language]: text };
                  const { [code]: _area, ...rest } = names;
                  model.set("areaNames", Object.keys(own).length === 0 ? rest : { ...rest, [code]: own });
                }}
              />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

const USUAL: Readonly<Record<string, string>> = { ...english, ...results };

/** Needs and columns in words of the deployment, a language at a time. Left empty: the usual words. */
export function WordFields({ model }: Props) {
  const language = useSignal(model.value("languages")[0] ?? "en");
  const words = model.value("words");
  const own = words[language.value] ?? {};
  return (
    <>
      <p class="note">{t("settings.words.note")}</p>
      <SelectField
        label={t("field.language")}
        value={language.value}
        options={model.value("languages").map((code) => [code, languageText(code)] as const)}
        onChange={(code) => (language.value = code)}
      />
      <div class="f2">
        {RENAMED_KEYS.filter((key) => !key.endsWith(".about")).map((key) => (
          <TextField
            key={`${language.value} ${key}`}
            label={tOr(`settings.word.${key}`, labelOf(key))}
            lang={language.value}
            value={own[key] ?? ""}
            placeholder={USUAL[key] ?? ""}
            onChange={(text) => {
              const { [key]: _gone, ...others } = own;
              const next = text === "" ? others : { ...others, [key]: text };
              const { [language.value]: _language, ...rest } = words;
              model.set("words", Object.keys(next).length === 0 ? rest : { ...rest, [language.value]: next });
            }}
          />
        ))}
      </div>
    </>
  );
}

/** `need.legal.hint` → "Legal, hint". */
function labelOf(key: string): string {
  const [, code = "", part] = key.split(".");
  return part === undefined ? humanized(code) : `${humanized(code)}, ${part}`;
}

/** Versions of the inclusion policy: those that were in force are read, the next one is written. */
export function PolicyFields({ model }: Props) {
  const policies = model.value("policies");
  const kept = model.view.value?.settings.policies.length ?? policies.length;
  const now = policyInForce(policies);
  const change = (part: Partial<typeof now>) =>
    model.set("policies", [...policies.slice(0, -1), { ...now, ...part }]);
  const isNew = policies.length > kept;
  return (
    <>
      <ol class="rows">
        {policies.map(({ version, from, nextReview, criteria }) => (
          <li key={version}>
            <span class="grow">
              <b>{t("settings.policy.version", { version })}</b>
              <small>{t("settings.policy.since", { day: dayText(from), n: criteria.length })}</small>
            </span>
            <span class="small">{t("settings.policy.review", { day: dayText(nextReview) })}</span>
          </li>
        ))}
      </ol>
      <TextField
        type="date"
        label={t("settings.policy.nextReview")}
        value={now.nextReview}
        onChange={(nextReview) => change({ nextReview })}
      />
      {isNew ? (
        <>
          <TextField
            label={t("settings.policy.name")}
            value={now.version}
            onChange={(version) => change({ version })}
          />
          <TextField
            type="date"
            label={t("settings.policy.from")}
            value={now.from}
            onChange={(from) => change({ from })}
          />
          <ListOf
            items={now.criteria}
            add={t("settings.policy.add")}
            blank={{ code: `own-${now.criteria.length + 1}`, text: "" }}
            onChange={(criteria) => change({ criteria })}
          >
            {(one, set) => (
              <TextField
                label={t("settings.policy.criterion")}
                value={one.text ?? tOr(`criterion.${one.code}`, one.code)}
                onChange={(text) => set({ text })}
              />
            )}
          </ListOf>
        </>
      ) : (
        <button
          type="button"
          class="btn"
          onClick={() => {
            const today = new Date().toISOString().slice(0, 10);
            const next = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
            model.set("policies", [
              ...policies,
              {
                ...now,
                version: `${policies.length + 1} (${today.slice(0, 7)})`,
                from: today,
                nextReview: next,
                note: null,
              },
            ]);
          }}
        >
          {t("settings.policy.new")}
        </button>
      )}
      <CheckField
        label={t("settings.two")}
        note={t("settings.two.note")}
        checked={model.value("twoPersonPublishing")}
        onChange={(on) => model.set("twoPersonPublishing", on)}
      />
    </>
  );
}

/** Networks, standards and codes of conduct that organisations here may belong to or keep. */
export function AffiliationFields({ model }: Props) {
  const list = model.value("affiliations");
  const stored = model.view.value?.settings.affiliations ?? [];
  return (
    <>
      <p class="note">{t("settings.affiliations.note")}</p>
      <ListOf<Affiliation>
        items={list}
        add={t("settings.affiliations.add")}
        blank={{ code: "", kind: "network", name: "", url: null, focalPoint: null }}
        onChange={(next) => model.set("affiliations", next)}
      >
        {(one, change) => (
          <>
            <SelectField
              label={t("settings.affiliations.kind")}
              value={one.kind}
              options={AFFILIATION_KINDS.map(
                (kind) => [kind, t(`settings.affiliations.kind.${kind}`)] as const,
              )}
              onChange={(kind) => change({ kind: AFFILIATION_KINDS.find((k) => k === kind) ?? "network" })}
            />
            <TextField
              label={t("field.name")}
              value={one.name}
              onChange={(name) => change({ name, code: codeFor(one, name, { list, stored }) })}
            />
            <TextField
              type="url"
              label={t("settings.affiliations.url")}
              value={one.url ?? ""}
              placeholder="https://"
              onChange={(url) => change({ url: url.trim() === "" ? null : url.trim() })}
            />
            <TextField
              label={t("settings.affiliations.focal")}
              value={one.focalPoint ?? ""}
              onChange={(text) => change({ focalPoint: text === "" ? null : text })}
            />
          </>
        )}
      </ListOf>
    </>
  );
}

import { PROVIDER_TYPES, SCOPES, SERVICE_STATUSES } from "#db/vocabulary.ts";
import { CheckField, NumberField, SelectField, TextField } from "../components/field.tsx";
import { listLabel, type OfficeKey, t } from "../words.ts";
import { facts } from "../session.ts";
import { useEditor } from "./context.ts";

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** What the listing is, who runs it, where its facts come from. */
export function OwnFields() {
  const model = useEditor();
  const held = (model.value("held") ?? []) as readonly string[];
  const source = model.detail.value?.language ?? "en";
  return (
    <>
      {held.length > 0 && (
        <div class="live warm">
          <div>
            <b>{t("field.held")}</b> {held.join("; ")}
          </div>
          <button type="button" class="linkish" onClick={() => model.set("held", [])}>
            {t("field.held.clear")}
          </button>
        </div>
      )}
      <div class="f2">
        <SelectField
          label={t("field.scope")}
          value={model.text("scope")}
          options={[
            ["", t("field.scope.none")] as const,
            ...SCOPES.map((code) => [code, t(`field.scope.${code}`)] as const),
          ]}
          onChange={(value) => model.set("scope", orNull(value))}
        />
        <SelectField
          label={t("field.status")}
          value={model.text("status")}
          options={SERVICE_STATUSES.map((code) => [code, listLabel("status", code)] as const)}
          onChange={(value) => model.set("status", value)}
        />
        <TextField
          label={t("field.organization")}
          value={model.text(`organization:name:${source}`)}
          lang={source}
          onChange={(value) => model.set(`organization:name:${source}`, orNull(value))}
        />
        <SelectField
          label={t("field.organization:providerType")}
          value={model.text("organization:providerType")}
          options={[
            ["", t("field.choose")] as const,
            ...PROVIDER_TYPES.map((code) => [code, listLabel("provider", code)] as const),
          ]}
          onChange={(value) => model.set("organization:providerType", orNull(value))}
        />
        <Plain field="organization:website" type="url" />
        <Plain field="validTo" type="date" />
        <Plain field="sourceName" />
        <Plain field="sourceUrl" type="url" />
        <Plain field="sourceDate" />
      </div>
      <Affiliations />
      <CheckField
        label={t("field.doNotRefer")}
        checked={model.value("doNotRefer") === true}
        onChange={(on) => model.set("doNotRefer", on)}
      />
      <CheckField
        label={t("field.doNotList")}
        checked={model.value("doNotList") === true}
        onChange={(on) => model.set("doNotList", on)}
      />
      <TextField
        label={t("field.privateNote")}
        rows={2}
        value={model.text("privateNote")}
        onChange={(value) => model.set("privateNote", orNull(value))}
      />
    </>
  );
}

/** What the organisation belongs to and keeps, of those that the settings list; nothing where they list none. */
function Affiliations() {
  const model = useEditor();
  const known = facts.value?.affiliations ?? [];
  const held = (model.value("organization:affiliations") ?? []) as readonly string[];
  if (known.length === 0) return null;
  return (
    <fieldset class="in">
      <legend>{t("field.organization:affiliations")}</legend>
      {known.map(({ code, name, kind, focalPoint }) => (
        <CheckField
          key={code}
          label={name}
          note={[t(`settings.affiliations.kind.${kind}`), focalPoint]
            .filter((part) => part !== null)
            .join(" · ")}
          checked={held.includes(code)}
          onChange={(on) =>
            model.set(
              "organization:affiliations",
              on ? [...held, code].sort() : held.filter((one) => one !== code),
            )
          }
        />
      ))}
    </fieldset>
  );
}

interface PlainProps {
  readonly field: "organization:website" | "validTo" | "sourceName" | "sourceUrl" | "sourceDate";
  readonly type?: "text" | "url" | "date";
}

function Plain({ field, type = "text" }: PlainProps) {
  const model = useEditor();
  return (
    <TextField
      label={t(`field.${field}`)}
      type={type}
      value={model.text(field)}
      wrong={model.wrong.value[field] ?? null}
      onChange={(value) => model.set(field, orNull(value))}
    />
  );
}

const AGES = ["minimumAge", "maximumAge", "maxChildAge", "boysMaxAge", "maxMonthsSince"] as const;

/** Ages, in years, and how long ago it may be. */
export function WhoFields() {
  const model = useEditor();
  return (
    <div class="f2">
      {AGES.map((field) => {
        const value = model.value(field);
        return (
          <NumberField
            key={field}
            label={t(`field.${field}` satisfies OfficeKey)}
            value={typeof value === "number" ? value : null}
            placeholder={t("field.no-limit")}
            wrong={model.wrong.value[field] ?? null}
            onChange={(typed) => model.set(field, typed)}
          />
        );
      })}
    </div>
  );
}

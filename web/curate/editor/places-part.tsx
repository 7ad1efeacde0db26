import { useSignal } from "@preact/signals";
import type { Privacy } from "#db/vocabulary.ts";
import type { PlaceForm } from "#server/contract/curate/listing-form.ts";
import { Icon } from "#web/icons/icon.tsx";
import { post } from "../api.ts";
import { AreaField } from "../components/area-field.tsx";
import { CheckField, NumberField, TextField } from "../components/field.tsx";
import { readStanding } from "../standing.ts";
import { t } from "../words.ts";
import { useEditor } from "./context.ts";
import { Schedules } from "./schedules-field.tsx";

const SIGN = { public: "map-pin", "area-only": "map-trifold", withheld: "lock-simple" } as const;

/** The places where it is given, each with who may see its address. */
export function PlacesPart() {
  const model = useEditor();
  const fields = model.fields("place:");
  const add = () => {
    const fresh: PlaceForm = {
      name: {},
      lines: {},
      city: {},
      directions: {},
      postalCode: null,
      area: (model.value("areas") as readonly string[] | null)?.[0] ?? null,
      latitude: null,
      longitude: null,
      privacy: "withheld",
      residential: false,
      timeZone: null,
      schedules: [],
      position: fields.length,
    };
    model.set(`place:${crypto.randomUUID()}`, fresh);
  };
  return (
    <>
      {fields.map((field) => (
        <Place key={field} field={field} />
      ))}
      <button type="button" class="btn" onClick={add}>
        {t("place.add")}
      </button>
    </>
  );
}

const TEXTS = ["name", "lines", "city", "directions"] as const;

function Place({ field }: { readonly field: string }) {
  const model = useEditor();
  const place = model.value(field) as PlaceForm;
  const language = model.detail.value?.language ?? "en";
  const set = (change: Partial<PlaceForm>) => model.set(field, { ...place, ...change });
  const put = (name: (typeof TEXTS)[number]) => (text: string) => {
    const { [language]: _old, ...rest } = place[name];
    set({ [name]: text.trim() === "" ? rest : { ...rest, [language]: text } });
  };
  return (
    <fieldset class="inset place">
      <legend>{place.name[language] ?? Object.values(place.name)[0] ?? t("place.title")}</legend>
      <PrivacyChoice field={field} place={place} onChange={(privacy) => set({ privacy })} />
      <div class="f2">
        {TEXTS.map((name) => (
          <TextField
            key={name}
            label={t(`place.${name}`)}
            lang={language}
            value={place[name][language] ?? Object.values(place[name])[0] ?? ""}
            onChange={put(name)}
          />
        ))}
        <TextField
          label={t("place.postalCode")}
          value={place.postalCode ?? ""}
          onChange={(text) => set({ postalCode: text === "" ? null : text })}
        />
        <AreaField
          label={t("place.area")}
          value={place.area ?? ""}
          none={t("field.choose")}
          onChange={(code) => set({ area: code === "" ? null : code })}
        />
        <NumberField
          label={t("place.latitude")}
          decimals
          value={place.latitude}
          onChange={(latitude) => set({ latitude })}
        />
        <NumberField
          label={t("place.longitude")}
          decimals
          value={place.longitude}
          onChange={(longitude) => set({ longitude })}
        />
      </div>
      <CheckField
        label={t("place.residential")}
        checked={place.residential}
        onChange={(residential) => set({ residential })}
      />
      <Schedules value={place.schedules} onChange={(next) => set({ schedules: [...next] })} />
      <button type="button" class="linkish" onClick={() => model.set(field, null)}>
        {t("place.elsewhere")}
      </button>
    </fieldset>
  );
}

interface PrivacyChoiceProps {
  readonly field: string;
  readonly place: PlaceForm;
  readonly onChange: (privacy: Privacy) => void;
}

/** Who may see the address. Less is a choice; more is asked for, and a second person agrees. */
function PrivacyChoice({ field, place, onChange }: PrivacyChoiceProps) {
  const model = useEditor();
  const id = field.slice("place:".length);
  const asking = useSignal(false);
  const why = useSignal("");
  const saved = model.detail.value?.form[field] as PlaceForm | undefined;
  const choices: readonly Privacy[] =
    saved?.privacy === "public" ? ["public", "area-only", "withheld"] : ["area-only", "withheld"];
  const ask = (event: Event) => {
    event.preventDefault();
    post(`/api/desk/addresses/${encodeURIComponent(id)}/ask`, { reason: why.value }).then(
      () => {
        asking.value = false;
        void readStanding().catch(() => undefined);
      },
      () => undefined,
    );
  };
  return (
    <>
      <div class="seg" role="radiogroup" aria-label={t("place.privacy")}>
        {choices.map((code) => (
          <label key={code} class={place.privacy === code ? "on" : ""}>
            <input
              type="radio"
              name={`${field}:privacy`}
              checked={place.privacy === code}
              onChange={() => onChange(code)}
            />
            <b>
              <Icon name={SIGN[code]} />
              {t(`place.privacy.${code}`)}
            </b>
            <small>{t(`place.privacy.${code}.note`)}</small>
          </label>
        ))}
      </div>
      {saved !== undefined && saved.privacy !== "public" && !asking.value && (
        <button type="button" class="linkish" onClick={() => (asking.value = true)}>
          {t("place.ask")}
        </button>
      )}
      {asking.value && (
        <form class="in-line" onSubmit={ask}>
          <TextField label={t("place.ask.why")} value={why.value} onChange={(text) => (why.value = text)} />
          <button type="submit" class="btn">
            {t("place.ask")}
          </button>
        </form>
      )}
    </>
  );
}

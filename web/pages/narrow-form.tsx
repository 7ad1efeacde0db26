import type { AreaView } from "#server/contract/listing-view.ts";
import { GENDERS } from "#web/models/answers.ts";
import type { Query } from "#server/domain/query.ts";
import { FormToken } from "#web/components/form-token.tsx";
import { baseOf } from "#web/components/paths.ts";
import { PRIVATE_INPUT } from "#web/components/private-input.ts";
import { SCOPE_WORDS } from "#web/components/scope-group.tsx";
import { useSite } from "#web/components/site-context.ts";
import { languageName } from "#web/i18n/language-names.ts";
import type { MessageKey } from "#web/i18n/words.ts";
import { SCOPES } from "#db/vocabulary.ts";

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Select({ name, label, chosen, options }: SelectProps) {
  const { words } = useSite();
  return (
    <label>
      <span>{label}</span>
      <select name={name} autocomplete="off">
        <option value="">{words.t("questions.skip")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Conditions as the search reads them, each a sentence to tick. */
const TICKS: readonly (readonly [name: string, query: keyof Query, label: MessageKey])[] = [
  ["no_documents", "noDocuments", "question.papers-said-no"],
  ["without_staying", "withoutStaying", "question.stay-said-no"],
  ["no_cooperation", "noCooperation", "question.police-said-no"],
  ["no_identification", "noIdentification", "question.identification-said-no"],
  ["direct", "direct", "question.direct-said"],
];

function Ticks({ query }: { readonly query: Query | null }) {
  const { words } = useSite();
  return (
    <fieldset>
      <legend>{words.t("questions.lead")}</legend>
      {TICKS.map(([name, field, label]) => (
        <label key={name} class="tick">
          <input type="checkbox" name={name} value="1" autocomplete="off" checked={query?.[field] === true} />
          <span>{words.t(label)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface NarrowFormProps {
  readonly area: AreaView;
  readonly query: Query | null;
  /** Languages that are spoken in the area, by code. */
  readonly spoken: readonly string[];
}

/** Narrows the page without a script: by POST to a fixed path, so that the answers stand in no address. */
export function NarrowForm({ area, query, spoken }: NarrowFormProps) {
  const { words, generalOnly } = useSite();
  return (
    <form
      class="narrowform"
      method="post"
      action={`${baseOf(words.lang, generalOnly)}/narrow`}
      autocomplete="off"
    >
      <h2>{words.t("questions.narrow")}</h2>
      <FormToken />
      <input type="hidden" name="area" value={area.code} />
      <div class="narrowform__fields">
        <Select
          name="language"
          label={words.t("question.language")}
          chosen={query?.languages?.[0]}
          options={spoken.map((value) => ({ value, label: languageName(words, value) }))}
        />
        <Select
          name="gender"
          label={words.t("question.gender")}
          chosen={query?.gender}
          options={GENDERS.map((value) => ({ value, label: words.t(`gender.${value}`) }))}
        />
        <label>
          <span>{words.t("question.age-number")}</span>
          <input type="text" name="age" inputmode="numeric" value={query?.age ?? ""} {...PRIVATE_INPUT} />
        </label>
        {!generalOnly && (
          <Select
            name="scope"
            label={words.t("scope.groups")}
            chosen={query?.scope}
            options={SCOPES.map((value) => ({ value, label: words.t(SCOPE_WORDS[value].name) }))}
          />
        )}
        <Ticks query={query} />
      </div>
      <button type="submit" class="btn go">
        {words.t("questions.narrow")}
      </button>
    </form>
  );
}

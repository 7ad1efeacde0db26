import type { ComponentChildren } from "preact";
import { FACETS } from "#db/vocabulary.ts";
import { Tri } from "../components/tri.tsx";
import { codeLabel, facetLabel, t } from "../words.ts";
import { AreasField, ServicesField } from "./codes-fields.tsx";
import { CallPanel } from "./call-panel.tsx";
import { ContactsPart } from "./contacts-part.tsx";
import { useEditor } from "./context.ts";
import { CostsField, DocumentsField } from "./costs-fields.tsx";
import { HistoryList } from "./history-list.tsx";
import { LanguagesField } from "./languages-field.tsx";
import { NotesPart } from "./notes-part.tsx";
import { OwnFields, WhoFields } from "./own-fields.tsx";
import { FACETS_OF, type Part, TEXTS_OF } from "./parts.ts";
import { PlacesPart } from "./places-part.tsx";
import { SchedulesField } from "./schedules-field.tsx";
import { TextsField } from "./texts-field.tsx";

/** What a part holds beside its questions and texts. */
const EXTRA: Readonly<Partial<Record<Part, () => ComponentChildren>>> = {
  what: () => (
    <>
      <OwnFields />
      <ServicesField />
    </>
  ),
  who: () => <WhoFields />,
  in: () => (
    <>
      <ContactsPart />
      <NotesPart />
      <CostsField />
      <DocumentsField />
    </>
  ),
  where: () => (
    <>
      <AreasField />
      <PlacesPart />
    </>
  ),
  when: () => <SchedulesField field="schedules" />,
  languages: () => <LanguagesField />,
  checked: () => <CallPanel />,
  history: () => <HistoryList />,
};

/** One part of the page: its own fields, its texts, its questions. */
export function PartSection({ part }: { readonly part: Part }) {
  return (
    <section class="box pad part" id={part}>
      <h2 tabIndex={-1}>{t(`part.${part}`)}</h2>
      <p class="note">
        {t(`part.${part}.note`)} {FACETS_OF[part] !== undefined && t("tri.keys")}
      </p>
      {part !== "what" && EXTRA[part]?.()}
      {(TEXTS_OF[part] ?? []).map((text) => (
        <TextsField key={text} text={text} />
      ))}
      {part === "what" && EXTRA.what?.()}
      {(FACETS_OF[part] ?? []).map((facet) => (
        <FacetGroup key={facet} facet={facet} />
      ))}
    </section>
  );
}

/** The questions of a facet: open when one is answered or matters, folded when nobody knows anything of it. */
function FacetGroup({ facet }: { readonly facet: keyof typeof FACETS }) {
  const model = useEditor();
  const terms = FACETS[facet].map((code) => `${facet}:${code}`);
  const open = new Set(model.open());
  const answered = terms.filter((term) => model.answer(term) !== null).length;
  const flagged = terms.filter((term) => open.has(term)).length;
  return (
    <details class="facet" open={answered > 0 || flagged > 0}>
      <summary>
        <h3>{facetLabel(facet)}</h3>
        <small>{t("facet.answered", { n: answered, all: terms.length })}</small>
        {flagged > 0 && <i class="flag">{t("facet.open", { n: flagged })}</i>}
      </summary>
      {terms.map((term) => (
        <Tri
          key={term}
          name={term}
          label={codeLabel(term)}
          value={model.answer(term)}
          flagged={open.has(term)}
          onChange={(value) => model.set(`answer:${term}`, value)}
        />
      ))}
    </details>
  );
}

import type { AreaView } from "#server/contract/listing-view.ts";
import type { MatchedListing, NeedColumns } from "#server/contract/page.ts";
import { localized } from "#web/components/localized.ts";
import { useSite } from "#web/components/site-context.ts";
import { dateText } from "#web/i18n/dates.ts";
import { languageName } from "#web/i18n/language-names.ts";
import type { MessageKey } from "#web/i18n/words.ts";
import { NeedIcon } from "#web/icons/need-icon.tsx";
import { monthsAfter } from "./dates.ts";
import { SheetEntry } from "./sheet-entry.tsx";

/** How long a sheet may be relied on before it is printed again. */
const MONTHS = 3;
/** Lines to write on where nothing is listed, and for notes. */
const DOTTED = 2;
const NOTES = 6;

export interface AreaSheetProps {
  readonly area: AreaView;
  readonly needs: readonly NeedColumns[];
  /** ISO date. */
  readonly printedOn: string;
  readonly version: string;
  /** Leaves the second group out, with every word of it. */
  readonly generalOnly?: boolean;
}

function Dotted({ lines }: { readonly lines: number }) {
  return (
    <>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </>
  );
}

function Cell({ items }: { readonly items: readonly MatchedListing[] }) {
  const { words } = useSite();
  return (
    <td>
      <ul>
        {items.map(({ listing }) => (
          <SheetEntry key={listing.facts.code} listing={listing} />
        ))}
        {items.length === 0 && (
          <li class="blank">
            <span class="sr">{words.t("print.nothing-listed")}</span>
            <Dotted lines={DOTTED} />
          </li>
        )}
      </ul>
    </td>
  );
}

function Head({ area, printedOn, version }: AreaSheetProps) {
  const { words } = useSite();
  const line = words.t("print.line", {
    language: languageName(words, words.lang),
    date: dateText(words, printedOn),
    version: version.slice(0, 8),
  });
  const again = dateText(words, monthsAfter(printedOn, MONTHS));
  return (
    <header class="paper__head">
      <h1 tabIndex={-1}>{words.t("print.title", { place: area.name.text })}</h1>
      <p>
        {line}
        <br />
        <b>{words.t("print.check-again", { date: again })}</b>
      </p>
    </header>
  );
}

const RIGHTS = [
  "print.you-choose-1",
  "print.you-choose-2",
  "print.you-choose-3",
  "print.you-choose-4",
] as const;

function Rights({ country }: { readonly country: string }) {
  const { words, settings } = useSite();
  const numbers = settings.emergency.filter((one) => one.country === country);
  // Police are one choice among others, so they do not stand first.
  const ordered = [...numbers].sort((a, b) => Number(a.kind === "police") - Number(b.kind === "police"));
  return (
    <div class="paper__rights">
      <p>
        <b>{words.t("print.you-choose")}</b> {RIGHTS.map((key) => words.t(key)).join(" ")}
      </p>
      {ordered.length > 0 && (
        <div class="paper__now">
          {words.t("print.danger")}
          {ordered.slice(0, 3).map((one) => (
            <p key={one.number}>
              <b class="num ltr">{one.number}</b>
              <small>{localized(one.label, words.lang)}</small>
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

function Table({ needs, generalOnly = false }: Pick<AreaSheetProps, "needs" | "generalOnly">) {
  const { words } = useSite();
  const column = (title: MessageKey, explained: MessageKey) => (
    <th scope="col">
      {words.t(title)}
      <small>{words.t(explained)}</small>
    </th>
  );
  return (
    <div class="paper__scroll" role="region" aria-label={words.t("print.need")} tabIndex={0}>
      <table>
        <colgroup>
          <col class="n" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.t("print.need")}</th>
            {!generalOnly && column("print.specific", "print.specific-explained")}
            {column("print.general", "print.general-explained")}
          </tr>
        </thead>
        <tbody>
          {needs.map(({ need, general, specific }) => (
            <tr key={need}>
              <th scope="row">
                <NeedIcon need={need} />
                <span>{words.t(`need.${need}`)}</span>
              </th>
              {!generalOnly && <Cell items={specific} />}
              <Cell items={general} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const QUESTIONS: readonly MessageKey[] = [
  "question-to-ask.told",
  "question-to-ask.cost",
  "question-to-ask.leave",
  "question-to-ask.phone",
  "question-to-ask.interpreter",
  "question-to-ask.later",
];

function QuestionsAndNotes() {
  const { words } = useSite();
  return (
    <div class="paper__two">
      <div>
        <h2>{words.t("print.questions")}</h2>
        <ul class="paper__ask">
          {QUESTIONS.map((key) => (
            <li key={key}>{words.t(key)}</li>
          ))}
        </ul>
      </div>
      <div class="paper__notes">
        <h2>{words.t("print.notes")}</h2>
        <Dotted lines={NOTES} />
      </div>
    </div>
  );
}

/**
 * The area sheet (requirements §6.1): three columns, a row for each of the twelve needs in the field's order,
 * printed by the browser. The same on the plain page and in the app.
 */
export function AreaSheet(props: AreaSheetProps) {
  const { words, settings } = useSite();
  const name = localized(settings.runBy, words.lang) ?? settings.publicName;
  return (
    <article class="paper">
      <Head {...props} />
      <Rights country={props.area.country} />
      <Table needs={props.needs} generalOnly={props.generalOnly ?? false} />
      <QuestionsAndNotes />
      <footer class="paper__foot">
        {words.t("print.month-note")} {words.t("print.no-promise")}{" "}
        {settings.demo && `${words.t("print.example")} `}
        {words.t("print.published-by", { name })}
      </footer>
    </article>
  );
}

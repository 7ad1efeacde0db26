import type { ReadyBooklet } from "#server/contract/bundle.ts";
import { useSite } from "#web/components/site-context.ts";
import { dateText } from "#web/i18n/dates.ts";
import { endonym } from "#web/i18n/endonyms.ts";

interface BookletLinksProps {
  readonly booklets: readonly ReadyBooklet[];
  /** Says that a file stays on the device; false: the page around says it. */
  readonly note?: boolean;
}

/** Links to the files: "Ready booklet of 21 Nov 2026, 36 pages". */
export function BookletLinks({ booklets, note = true }: BookletLinksProps) {
  const { words } = useSite();
  if (booklets.length === 0) return null;
  return (
    <section class="ready">
      <h2>{words.t("print.own-ready-title")}</h2>
      {note && <p class="note">{words.t("print.own-stays")}</p>}
      <ul>
        {booklets.map(({ url, languages, paper, madeOn, pages }) => (
          <li key={url}>
            <a href={url} rel="noreferrer noopener" download="numbers.pdf">
              {words.t("print.own-ready", { date: dateText(words, madeOn), n: pages })}
            </a>{" "}
            {languages.map((lang) => (
              <span key={lang} lang={lang}>
                {endonym(lang)}{" "}
              </span>
            ))}
            {words.t(`print.own-paper.${paper}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

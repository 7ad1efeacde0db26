import type { ListingFacts } from "#server/contract/listing.ts";
import { Icon } from "#web/icons/icon.tsx";
import { hoursLine } from "#web/words/hours.ts";
import { exceptionLines, weekLines } from "#web/words/opening-days.ts";
import { useSite } from "./site-context.ts";

/** Open now or not, the week in rows, and days that differ. */
export function HoursRow({ facts }: { readonly facts: ListingFacts }) {
  const { words, now } = useSite();
  const moment = now();
  const rows = weekLines(words, facts.opening);
  const today = moment?.toISOString().slice(0, 10) ?? "";
  return (
    <>
      <Icon name="clock" />
      <div>
        {(moment !== null || rows.length === 0) && <b>{hoursLine(words, facts, moment)}</b>}
        <dl class="hours">
          {rows.map(({ days, times }) => (
            <>
              <dt>{days}</dt>
              <dd>{times}</dd>
            </>
          ))}
        </dl>
        {exceptionLines(words, facts.opening, today).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
}

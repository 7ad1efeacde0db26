import type { ListingView } from "#server/contract/listing-view.ts";
import { answers } from "#web/words/answers.ts";
import { howToGetIn } from "#web/words/entry.ts";
import { AnswerList } from "./answer-list.tsx";
import { OwnWords, TextMark } from "./own-words.tsx";
import { type HeadingLevel, Section } from "./section.tsx";
import { useSite } from "./site-context.ts";

interface PartProps {
  readonly listing: ListingView;
  readonly level: HeadingLevel;
}

/** At most this many steps: more are not read. */
const STEPS = 3;

function Steps({ listing }: Pick<PartProps, "listing">) {
  const { words } = useSite();
  const { applicationProcess, whatHappensFirst, waitTime } = listing.detail?.texts ?? {};
  const coded = howToGetIn(words, listing.facts);
  const own = whatHappensFirst?.text.split("\n").filter((line) => line.trim() !== "") ?? [];
  const steps = own.length === 0 ? coded : coded.slice(0, 1);
  return (
    <>
      <ol class="steps">
        {steps.map(({ title, note }) => (
          <li key={title}>
            <b>{title}</b>
            {note}
          </li>
        ))}
        {own.slice(0, STEPS - 1).map((line) => (
          <li key={line} lang={whatHappensFirst?.lang === words.lang ? undefined : whatHappensFirst?.lang}>
            <b>{line}</b>
          </li>
        ))}
      </ol>
      {own.length > 0 && whatHappensFirst !== undefined && <TextMark phrase={whatHappensFirst} />}
      {[applicationProcess, waitTime].map(
        (text) =>
          text !== undefined && (
            <p key={text.text} class="note txt">
              <OwnWords phrase={text} />
            </p>
          ),
      )}
    </>
  );
}

/** Who it is for, and how to get in. */
export function ListingWho({ listing, level }: PartProps) {
  const { words } = useSite();
  const eligibility = listing.detail?.texts.eligibilityDescription;
  return (
    <div class="main">
      <Section level={level} title={words.t("listing.who")}>
        <AnswerList sentences={answers(words, listing.facts)} />
        {eligibility !== undefined && (
          <p class="note txt">
            <OwnWords phrase={eligibility} />
          </p>
        )}
      </Section>
      <Section level={level} title={words.t("listing.how")}>
        <Steps listing={listing} />
      </Section>
    </div>
  );
}

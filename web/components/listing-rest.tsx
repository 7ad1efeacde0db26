import type { ListingView, Phrase } from "#server/contract/listing-view.ts";
import type { ListingText } from "#server/contract/listing.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";
import { costSentences } from "#web/words/cost-sentences.ts";
import { whatToBring } from "#web/words/papers.ts";
import { whatYouCanSay } from "#web/words/phrases.ts";
import { beforeYouSayYes } from "#web/words/rules.ts";
import { toldNotes } from "#web/words/told.ts";
import { Affiliations } from "./affiliations.tsx";
import { AnswerList } from "./answer-list.tsx";
import { Relied } from "./relied.tsx";
import { OwnWords } from "./own-words.tsx";
import { type HeadingLevel, Heading, Section } from "./section.tsx";
import { Speech } from "./speech.tsx";
import { useSite } from "./site-context.ts";
import { TellUs } from "./tell-us.tsx";

interface PartProps {
  readonly listing: ListingView;
  readonly level: HeadingLevel;
}

/** The listing's own words, under what the coded facts say. */
function Own({ texts }: { readonly texts: readonly (Phrase | undefined)[] }) {
  return (
    <>
      {texts.map(
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

function BringAndCost({ listing, level }: PartProps) {
  const { words } = useSite();
  const { facts, detail } = listing;
  const named = detail?.requiredDocuments ?? [];
  return (
    <section class="sec pair">
      <div>
        <Heading level={level}>{words.t("listing.bring")}</Heading>
        {whatToBring(words, facts, named.length > 0).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {named.length > 0 && (
          <ul class="points">
            {named.map((paper) => (
              <li key={paper.text}>
                <OwnWords phrase={paper} />
              </li>
            ))}
          </ul>
        )}
        <Own texts={[detail?.texts.documentsDescription]} />
      </div>
      <div>
        <Heading level={level}>{words.t("listing.cost")}</Heading>
        {costSentences(words, facts, detail?.costs).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <Own
          texts={[
            ...(detail?.costs ?? []).map((cost) => cost.description ?? undefined),
            detail?.texts.feesDescription,
          ]}
        />
      </div>
    </section>
  );
}

/** Texts that have a heading of their own, in the order in which they are read. */
const FURTHER: readonly (readonly [ListingText, MessageKey])[] = [
  ["forChildren", "listing.for-children"],
  ["travel", "listing.travel"],
  ["culture", "listing.culture"],
  ["followUp", "listing.follow-up"],
  ["complaints", "listing.complain"],
];

/** What to bring, what it costs, before you say yes, who will be told, what you can say. */
export function ListingRest({ listing, level }: PartProps) {
  const { words, local, office } = useSite();
  const { facts, detail } = listing;
  const texts = detail?.texts ?? {};
  const [first] = detail?.contacts ?? [];
  const told = (one: Words) =>
    toldNotes(one, first ?? { tells: {}, whoAnswers: null }, texts.whoIsTold !== undefined);
  return (
    <div class="main rest">
      <BringAndCost listing={listing} level={level} />
      <Section level={level} title={words.t("listing.before-yes")}>
        <AnswerList sentences={beforeYouSayYes(words, facts)} />
        <Own texts={[texts.rules, texts.limits, texts.accessLater]} />
      </Section>
      <Section level={level} title={words.t("listing.told")}>
        {texts.whoIsTold !== undefined && (
          <p class="txt">
            <OwnWords phrase={texts.whoIsTold} />
          </p>
        )}
        {told(words).map(({ text }, index) => (
          <p key={text} class={texts.whoIsTold === undefined ? "txt" : "note txt"}>
            <Relied say={(one) => told(one)[index]?.text ?? ""} />
          </p>
        ))}
      </Section>
      <Section level={level} title={words.t("listing.say")}>
        <Speech phrases={whatYouCanSay(words, facts, local(facts))} />
      </Section>
      {FURTHER.map(([name, title]) => {
        const text = texts[name];
        return (
          text !== undefined && (
            <Section key={name} level={level} title={words.t(title)}>
              <p class="txt">
                <OwnWords phrase={text} />
              </p>
            </Section>
          )
        );
      })}
      <Affiliations of={detail?.affiliations} level={level} />
      {office !== true && <TellUs code={facts.code} level={level} />}
    </div>
  );
}

import { toAsk } from "#server/domain/situation/questions.ts";
import type { Situation } from "#server/domain/situation/situation.ts";
import { ContactNotes } from "#web/components/contact-notes.tsx";
import { ContactWay } from "#web/components/contact-way.tsx";
import { Said } from "#web/components/phrase.tsx";
import { useSite } from "#web/components/site-context.ts";
import type { Item } from "#web/models/helper-model.ts";
import { howToGetIn } from "#web/words/entry.ts";
import { openQuestions } from "#web/words/answers.ts";
import { beforeYouSayYes } from "#web/words/rules.ts";
import { toldNotes } from "#web/words/told.ts";
import { whyText } from "#web/words/why.ts";
import type { Words } from "#web/i18n/words.ts";
import { languagesLine } from "#web/words/languages.ts";
import type { Tools } from "./tools.ts";

/** More are not asked in one call. */
const MOST = 7;

/** The situation's own questions first, then what anybody must know there; each once. */
export function questionsFor(words: Words, item: Item, situation: Situation): readonly string[] {
  const { own } = toAsk(item.facts, item.match);
  const always = [
    ...beforeYouSayYes(words, item.facts).flatMap(({ question }) => question ?? []),
    ...openQuestions(words, item.facts),
  ];
  return [...new Set([...own.map((why) => whyText(words, why, item.facts, situation)), ...always])].slice(
    0,
    MOST,
  );
}

interface BriefProps {
  readonly tools: Tools;
  readonly item: Item;
  readonly situation: Situation;
}

/** Before a call: what happens, what to say, what to ask, then who will be told, and the number last. */
export function Brief({ tools, item, situation }: BriefProps) {
  const { words, local } = useSite();
  const { facts, item: listing } = item;
  const { detail } = listing;
  const Beside = tools.office?.Beside;
  const steps = detail?.texts.whatHappensFirst ?? detail?.texts.applicationProcess;
  const opening = facts.needs.includes("counselling") ? "phrases.talk" : "phrases.come";
  const there = local(facts);
  const questions = questionsFor(words, item, situation);
  return (
    <div class="brief">
      <h4>{words.t("helper.what-happens")}</h4>
      <ol>
        {howToGetIn(words, facts)
          .slice(0, steps === undefined ? 3 : 1)
          .map(({ title, note }) => (
            <li key={title}>
              {title}
              {note !== null && `. ${note}`}
            </li>
          ))}
        {steps?.text.split("\n").map((line) => (
          <li key={line}>
            <Said phrase={{ text: line, lang: steps.lang }} />
          </li>
        ))}
      </ol>
      <h4>{words.t("helper.say-first")}</h4>
      <p>
        {words.t(opening)}
        {there !== null && there.lang !== words.lang && (
          <span class="there" lang={there.lang} dir={there.dir}>
            {there.t(opening)}
          </span>
        )}
      </p>
      <p class="note">{languagesLine(words, facts)}</p>
      {questions.length > 0 && (
        <>
          <h4>{words.t("helper.ask")}</h4>
          <ul class="points">
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{words.t("listing.told")}</h4>
      {(detail?.contacts ?? []).length === 0 && (
        <ContactNotes notes={(one) => toldNotes(one, { tells: {}, whoAnswers: null })} />
      )}
      {(detail?.contacts ?? []).map((contact) => (
        <ContactWay
          key={`${contact.channel} ${contact.value}`}
          contact={contact}
          told={detail?.texts.whoIsTold ?? null}
          care={detail?.texts.contactCare ?? null}
        />
      ))}
      {Beside !== undefined && <Beside tools={tools} code={facts.code} />}
    </div>
  );
}

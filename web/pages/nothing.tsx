import type { ComponentChildren } from "preact";
import { NO_NUMBERS } from "#web/components/listing-card.tsx";
import { saidText } from "#web/components/question-options.ts";
import { Cards } from "#web/components/result-groups.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { alternativesOf } from "#web/models/alternatives.ts";
import { NO_ANSWERS, type Question } from "#web/models/answers.ts";
import type { SearchModel } from "#web/models/search-model.ts";

export interface NothingFitsProps {
  readonly search: SearchModel;
  readonly onOpen: (code: string) => void;
}

/** Single answers that would help, each with its count; other needs after them. At most three. */
function Tries({ search }: Pick<NothingFitsProps, "search">) {
  const { words } = useSite();
  const { without, needs } = alternativesOf(search);
  const label = (question: Question) =>
    words.t("nothing.without", { answer: saidText(words, question, search.answers.value) ?? "" });
  const rows = [
    ...without.map(({ question, count }) => ({
      icon: "list-checks" as IconName,
      text: label(question),
      count,
      go: () => search.answer({ [question]: NO_ANSWERS[question] }),
    })),
    ...needs.map(({ need, count }) => ({
      icon: "magnifying-glass" as IconName,
      text: words.t(`need.${need}`),
      count,
      go: () => search.chooseNeed(need),
    })),
  ].slice(0, 3);
  return (
    <ul class="try">
      {rows.map(({ icon, text, count, go }) => (
        <li key={text}>
          <button type="button" onClick={go}>
            <Icon name={icon} />
            {text}
            <b>{words.t("results.count", { n: count })}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Group(props: { icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <section class="grp">
      <h2>
        <Icon name={props.icon} />
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

/** Never "0 results": what one answer less would bring, what fits later, and help by phone. */
export function NothingFits({ search, onOpen }: NothingFitsProps) {
  const { words } = useSite();
  const { misfits } = search.found.value;
  const { remote } = alternativesOf(search);
  const cards = { numbers: NO_NUMBERS, query: search.query.value, onOpen };
  const byWords = search.wanted.value !== "";
  return (
    <>
      <section class="nothing">
        <div>
          <h2>{words.t(byWords ? "nothing.words" : "nothing.title")}</h2>
          <p class="note">{words.t(byWords ? "nothing.words-what" : "nothing.lead")}</p>
        </div>
        <Tries search={search} />
      </section>
      <div class="otherways">
        {misfits.length > 0 && (
          <Group icon="clock" title={words.t("fit.no")}>
            <Cards items={misfits} {...cards} />
          </Group>
        )}
        {remote.length > 0 && (
          <Group icon="phone" title={words.t("nothing.by-phone")}>
            <Cards items={remote} {...cards} />
          </Group>
        )}
      </div>
    </>
  );
}

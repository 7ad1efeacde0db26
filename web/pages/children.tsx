import type { Need } from "#db/vocabulary.ts";
import type { ListingView } from "#server/contract/listing-view.ts";
import { AnswerList } from "#web/components/answer-list.tsx";
import { NEEDS_ON_SCREEN } from "#web/components/need-order.ts";
import { Said } from "#web/components/phrase.tsx";
import { SiteLink } from "#web/components/site-link.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { NeedIcon } from "#web/icons/need-icon.tsx";

interface ChildrenProps {
  /** Name of the chosen place; null: none yet. */
  readonly place: string | null;
  /** Lines for children in the place's list. */
  readonly lines: readonly ListingView[];
  readonly onOpen: (code: string) => void;
  readonly onNeed: (need: Need) => void;
}

function Lines({ lines, onOpen }: Pick<ChildrenProps, "lines" | "onOpen">) {
  return (
    <ul class="entries">
      {lines.map(({ facts, card, detail }) => (
        <li key={facts.code}>
          <button type="button" class="rowlink" onClick={() => onOpen(facts.code)}>
            <Icon name="phone" />
            <span>
              <b>{card === null ? facts.code : <Said phrase={card.name} />}</b>
              <span class="ltr num">{detail?.contacts[0]?.value}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What each place says first, as questions, because no place was looked at yet. */
function First() {
  const { words } = useSite();
  const topics = ["alone", "told", "parent"] as const;
  return (
    <section>
      <h2>{words.t("child.first")}</h2>
      <AnswerList
        sentences={topics.map((topic) => ({ state: "ask", topic, text: words.t(`child.${topic}.ask`) }))}
      />
    </section>
  );
}

/**
 * The way for children: who to call on top, then what they need in their words. It has no address and nothing of it is
 * kept; it says nothing about a family.
 */
export function Children({ place, lines, onOpen, onNeed }: ChildrenProps) {
  const { words } = useSite();
  return (
    <main class="plain children" id="main">
      <h1 tabIndex={-1}>{words.t("child.title")}</h1>
      <p class="note">{words.t("print.children-lead")}</p>
      <section>
        <h2>{words.t("child.call")}</h2>
        <Lines lines={lines} onOpen={onOpen} />
        {place === null && <p class="note">{words.t("child.no-line")}</p>}
        <p class="acts">
          <SiteLink to="emergency" class="btn">
            <Icon name="phone" />
            {words.t("home.emergency-numbers")}
          </SiteLink>
          <SiteLink to="place" class="btn">
            <Icon name="map-pin" />
            {place ?? words.t("home.choose-place")}
          </SiteLink>
        </p>
      </section>
      <ul class="tiles">
        {NEEDS_ON_SCREEN.map((need) => (
          <li key={need}>
            <button type="button" class="tile" onClick={() => onNeed(need)}>
              <NeedIcon need={need} />
              <span>
                <b>{words.t(`print.child.${need}`)}</b>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <First />
    </main>
  );
}

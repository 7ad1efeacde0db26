import type { ComponentChildren } from "preact";
import type { ListingView } from "#server/contract/listing-view.ts";
import { nearestElsewhere, type OneLess, waysRound } from "#server/domain/situation/alternatives.ts";
import type { NeedResults } from "#server/domain/situation/group-by-need.ts";
import { useSite } from "#web/components/site-context.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { languageNames } from "#web/i18n/language-names.ts";
import type { Words } from "#web/i18n/words.ts";
import type { HelperModel } from "#web/models/helper-model.ts";
import { markText } from "#web/words/why.ts";
import { CardList } from "./card-list.tsx";
import type { Tools } from "./tools.ts";

interface WaysRoundProps {
  readonly tools: Tools;
  readonly results: NeedResults<ListingView>;
  /** Of the second place. */
  readonly later: boolean;
  readonly onPlace: (area: string) => void;
}

/** What was said, as it is ticked. */
function saidText(words: Words, what: OneLess["what"], model: HelperModel): string {
  const { languages, gender, age } = model.situation.value;
  switch (what) {
    case "forms":
      return words.t("mark.form");
    case "harder":
      return words.t("helper.harder");
    case "direct":
      return words.t("question.direct-said");
    case "languages":
      return languageNames(words, languages).join(", ");
    case "gender":
      return gender === null ? "" : words.t(`gender.${gender}`);
    case "age":
      return words.t("question.age-said", { n: age ?? 0 });
    default:
      return markText(words, what);
  }
}

function leaveOut(model: HelperModel, what: OneLess["what"]): void {
  if (what === "harder") model.onlyHarder(false);
  else if (what === "languages") model.say({ languages: [], direct: false });
  else if (what === "forms") model.say({ forms: [] });
  else if (what === "direct") model.say({ direct: false });
  else if (what === "gender" || what === "age") model.say({ [what]: null });
  else model.toggleMark(what);
}

function Way(props: { icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <section class="grp">
      <h3>
        <Icon name={props.icon} />
        {props.title}
      </h3>
      {props.children}
    </section>
  );
}

/** Never an empty page: one thing less, the same need, the nearest places, help by phone, those who know more. */
export function WaysRound({ tools, results, later, onPlace }: WaysRoundProps) {
  const { words, areas } = useSite();
  const { model } = tools;
  const finding = (later ? model.laterFinding.value : null) ?? model.finding.value;
  const candidates = later ? model.laterCandidates.value : model.candidates.value;
  const ways = waysRound(candidates, results.line, finding);
  const elsewhere = nearestElsewhere(areas, finding.where.areas?.[0] ?? "");
  return (
    <div class="waysround">
      <section class="nothing">
        <div>
          <h3>{words.t("nothing.title")}</h3>
          <p class="note">{words.t("nothing.lead")}</p>
        </div>
        <ul class="try">
          {ways.oneLess.slice(0, 3).map(({ what, count }) => (
            <li key={what}>
              <button type="button" onClick={() => leaveOut(model, what)}>
                <Icon name="list-checks" />
                {words.t("nothing.without", { answer: saidText(words, what, model) })}
                <b>{words.t("results.count", { n: count })}</b>
              </button>
            </li>
          ))}
          {elsewhere.map(({ code, name }) => (
            <li key={code}>
              <button type="button" onClick={() => onPlace(code)}>
                <Icon name="map-pin" />
                <span>
                  {words.t("nothing.elsewhere")}: {name.text}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {ways.sameNeed.length > 0 && (
        <Way icon="magnifying-glass" title={words.t("helper.same-need")}>
          <CardList tools={tools} items={ways.sameNeed} results={results} />
        </Way>
      )}
      {ways.sameNeed.length === 0 && ways.remote.length > 0 && (
        <Way icon="phone" title={words.t("nothing.by-phone")}>
          <CardList tools={tools} items={ways.remote} results={results} />
        </Way>
      )}
      {ways.general.length > 0 && (
        <Way icon="info" title={words.t("helper.guides")}>
          <CardList tools={tools} items={ways.general} results={results} />
        </Way>
      )}
    </div>
  );
}

import { useSignal } from "@preact/signals";
import type { Item } from "#web/models/helper-model.ts";
import { nearestAlternative, whatWouldChange } from "#server/domain/situation/alternatives.ts";
import type { NeedResults } from "#server/domain/situation/group-by-need.ts";
import type { ListingView } from "#server/contract/listing-view.ts";
import { CardFacts } from "#web/components/card-facts.tsx";
import { ListingBy } from "#web/components/listing-by.tsx";
import { Said } from "#web/components/phrase.tsx";
import { Pin } from "#web/components/pin.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { staffMarks } from "#web/words/staff.ts";
import { changeText } from "#web/words/why.ts";
import { Brief } from "./brief.tsx";
import type { Tools } from "./tools.ts";
import { Fit, WhyList } from "./why-list.tsx";

interface HelperCardProps {
  readonly tools: Tools;
  readonly item: Item;
  /** Of the need it stands under: where the nearest other is looked for. */
  readonly results: NeedResults<ListingView> | null;
}

/** What would change a no, and the nearest other of the same need. */
function Instead({ tools, item, results }: HelperCardProps) {
  const { words } = useSite();
  const nearest = results === null ? null : nearestAlternative(item, results);
  const situation = tools.model.situation.value;
  return (
    <div class="instead">
      {whatWouldChange(item.match).map((change) => {
        const text = changeText(words, change, item.facts, situation);
        return <p key={text}>{text}</p>;
      })}
      {nearest !== null && (
        <p>
          <button type="button" class="aslink" onClick={() => (tools.opened.value = nearest.facts.code)}>
            {words.t("helper.nearest", { name: nearest.item.card?.name.text ?? nearest.facts.code })}
          </button>
        </p>
      )}
    </div>
  );
}

/** Two ticks: on the sheet, and beside the others. */
function Ticks({ tools, item }: Pick<HelperCardProps, "tools" | "item">) {
  const { words } = useSite();
  const { model } = tools;
  const { code } = item.facts;
  const on = model.sheet.value.some((one) => one.code === code);
  const beside = model.compared.value.includes(code);
  return (
    <div class="ticks">
      <button type="button" class="tick" aria-pressed={on} onClick={() => model.pick(code)}>
        <Icon name={on ? "check" : "printer"} />
        {words.t(on ? "helper.put-on" : "helper.put")}
      </button>
      <button type="button" class="tick" aria-pressed={beside} onClick={() => model.compare(code)}>
        <Icon name={beside ? "check" : "list-checks"} />
        {words.t("helper.compare")}
      </button>
    </div>
  );
}

/** A listing with every reason, who works there, and what to know before a call. */
export function HelperCard({ tools, item, results }: HelperCardProps) {
  const { words } = useSite();
  const unfolded = useSignal(false);
  const { facts, item: listing, match } = item;
  const situation = tools.model.situation.value;
  const staff = staffMarks(words, facts);
  return (
    <li class="card helpcard">
      <Pin facts={facts} number={0} fit={match.fit} />
      <div>
        <h4 class="name">
          <button type="button" class="open" onClick={() => (tools.opened.value = facts.code)}>
            {listing.card === null ? facts.code : <Said phrase={listing.card.name} />}
          </button>
        </h4>
        <ListingBy listing={listing} />
      </div>
      {match.reasons.length > 0 && (
        <p class="why">
          <Fit item={item} />
        </p>
      )}
      <WhyList item={item} situation={situation} />
      {match.fit === "no" && <Instead tools={tools} item={item} results={results} />}
      <CardFacts item={{ listing, match: { ...match, reasons: [] } }} />
      {staff.length > 0 && <p class="staff">{staff.join(" · ")}</p>}
      <details
        class="before"
        open={unfolded.value}
        onToggle={(event) => (unfolded.value = event.currentTarget.open)}
      >
        <summary>
          <Icon name="phone" />
          {words.t("helper.before-call")}
          {tools.office?.has(facts.code) === true && <small>{tools.office.moreLabel}</small>}
        </summary>
        {unfolded.value && <Brief tools={tools} item={item} situation={situation} />}
      </details>
      <Ticks tools={tools} item={item} />
    </li>
  );
}

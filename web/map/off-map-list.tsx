import { FitLabel } from "#web/components/fit-label.tsx";
import { Said } from "#web/components/phrase.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import type { Words } from "#web/i18n/words.ts";
import type { MapEntry, OffMap, OnMap } from "./sort-onto-map.ts";

interface OffMapListProps {
  readonly offMap: OnMap["offMap"];
  readonly onChoose: (code: string) => void;
}

const ORDER: readonly OffMap[] = ["kept-private", "visits", "phone", "not-known"];
const SIGN = {
  "kept-private": "lock-simple",
  visits: "path",
  phone: "phone",
  "not-known": "question",
} as const satisfies Record<OffMap, IconName>;

function titleOf(words: Words, why: OffMap, n: number): string {
  if (why === "kept-private") return words.t("results.private", { n });
  const title = {
    visits: "results.visits-no-pin",
    phone: "results.phone-no-pin",
    "not-known": "where.unknown",
  } as const;
  return `${words.t(title[why])} (${n})`;
}

function Row({ entry, onChoose }: { readonly entry: MapEntry; readonly onChoose: (code: string) => void }) {
  const { listing, match } = entry.item;
  return (
    <li>
      <FitLabel match={match} facts={listing.facts} query={null} />
      <button type="button" class="linkish" onClick={() => onChoose(entry.code)}>
        {listing.card === null ? entry.code : <Said phrase={listing.card.name} />}
      </button>
    </li>
  );
}

/** What has no mark on the map, and why: it helps as much as what has one. */
export function OffMapList({ offMap, onChoose }: OffMapListProps) {
  const { words } = useSite();
  return (
    <div class="offmap">
      {ORDER.filter((why) => offMap[why].length > 0).map((why) => (
        <details key={why} class={`nopoint nopoint--${why}`}>
          <summary>
            <Icon name={SIGN[why]} />
            <span>{titleOf(words, why, offMap[why].length)}</span>
            <Icon name="caret-down" />
          </summary>
          <ul>
            {offMap[why].map((entry) => (
              <Row key={entry.code} entry={entry} onChoose={onChoose} />
            ))}
          </ul>
          {why === "kept-private" && <p class="small">{words.t("results.private-what")}</p>}
        </details>
      ))}
    </div>
  );
}

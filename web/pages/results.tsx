import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { AnswerBar } from "#web/components/answer-bar.tsx";
import { GroupJump } from "#web/components/group-jump.tsx";
import { type LoadMap, MapSlot } from "#web/components/map-slot.tsx";
import { Misfits } from "#web/components/misfits.tsx";
import { numbersOf, ResultGroup } from "#web/components/result-groups.tsx";
import { ResultsHead } from "#web/components/results-head.tsx";
import { useSite } from "#web/components/site-context.ts";
import { countOf } from "#web/models/find-listings.ts";
import type { NothingFitsProps } from "./nothing.tsx";
import type { SearchModel } from "#web/models/search-model.ts";

interface ResultsProps {
  readonly search: SearchModel;
  /** Name of the chosen place. */
  readonly placeName: string;
  readonly loadMap: LoadMap | null;
  readonly mapOpen: boolean;
  readonly onOpen: (code: string) => void;
  readonly onQuestions: () => void;
  /** What stands there when nothing fits. It comes with the later screens. */
  readonly Nothing: ComponentType<NothingFitsProps>;
}

function Columns({
  search,
  placeName,
  loadMap,
  mapOpen,
  onOpen,
}: Omit<ResultsProps, "onQuestions" | "Nothing">) {
  const found = search.found.value;
  const group = { found, query: search.query.value, onOpen };
  const place = search.place.value;
  const look = ["cols", search.generalOnly.value ? "is-general" : "", loadMap === null ? "is-plain" : ""];
  return (
    <div class={look.filter((name) => name !== "").join(" ")}>
      <ResultGroup scope="general" {...group} />
      {!search.generalOnly.value && <ResultGroup scope="trafficking-specific" {...group} />}
      {loadMap !== null && place !== null && (
        <MapSlot
          load={loadMap}
          open={mapOpen}
          place={place}
          placeName={placeName}
          items={[...found.general, ...found.specific, ...found.starters]}
          numbers={numbersOf(found)}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}

/** Two groups, always both, and the map beside them. Never "0 results". */
export function Results(props: ResultsProps) {
  const { words } = useSite();
  const { search, placeName, onOpen, onQuestions, Nothing } = props;
  const why = useSignal(false);
  const found = search.found.value;
  const starters = (scope: string) =>
    found.starters.filter(({ listing }) => listing.facts.scope === scope).length;
  const nothing = countOf(found) === 0;
  return (
    <main id="main">
      <ResultsHead search={search} placeName={placeName}>
        <AnswerBar
          answers={search.answers.value}
          spoken={search.spoken.value}
          onAnswer={search.answer}
          onMore={onQuestions}
        />
      </ResultsHead>
      {nothing && <Nothing search={search} onOpen={onOpen} />}
      {!nothing && !search.generalOnly.value && (
        <GroupJump
          counts={{
            general: found.general.length + starters("general"),
            "trafficking-specific": found.specific.length + starters("trafficking-specific"),
          }}
        />
      )}
      {!nothing && <Columns {...props} />}
      {!nothing && <Misfits search={search} open={why} onOpen={onOpen} />}
      {!nothing && <p class="order small results-order">{words.t("results.order")}</p>}
    </main>
  );
}

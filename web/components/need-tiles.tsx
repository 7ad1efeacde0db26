import type { Need } from "#db/vocabulary.ts";
import { NeedIcon } from "#web/icons/need-icon.tsx";
import { NEEDS_ON_SCREEN } from "./need-order.ts";
import { pathOf } from "./paths.ts";
import { useSite } from "./site-context.ts";

function Tile({ need }: { readonly need: Need }) {
  const { words } = useSite();
  return (
    <>
      <NeedIcon need={need} />
      <span>
        <b>{words.t(`need.${need}`)}</b>
        <small>{words.t(`need.${need}.hint`)}</small>
      </span>
    </>
  );
}

interface NeedTilesProps {
  /** Null where there is no script: then each tile leads to the list of places. */
  readonly onChoose: ((need: Need) => void) | null;
}

/** The twelve needs. The whole tile is the link. */
export function NeedTiles({ onChoose }: NeedTilesProps) {
  const { words, generalOnly } = useSite();
  return (
    <ul class="tiles">
      {NEEDS_ON_SCREEN.map((need) => (
        <li key={need}>
          {onChoose === null ? (
            <a class="tile" href={pathOf(words.lang, "place", generalOnly)}>
              <Tile need={need} />
            </a>
          ) : (
            <button type="button" class="tile" onClick={() => onChoose(need)}>
              <Tile need={need} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { Said } from "#web/components/phrase.tsx";
import { fitText } from "#web/words/reason.ts";
import type { LandMap } from "./leaflet-map.ts";
import type { MapMark } from "./marks.ts";
import { NumberPin } from "./number-pin.tsx";
import type { MapEntry } from "./sort-onto-map.ts";

interface MapMarksProps {
  readonly land: LandMap;
  readonly marks: readonly MapMark[];
  readonly chosen: string | null;
  /** Key of the mark whose list is open. */
  readonly opened: string | null;
  readonly onPress: (mark: MapMark) => void;
}

/** How many numbers a plate names before it counts the rest. */
const NAMED = 3;

/** The name of a listing for those who do not see its number's shape: "Lantern Tree talking room, Fits". */
function EntryName({ entry }: { readonly entry: MapEntry }) {
  const { words } = useSite();
  const { listing, match } = entry.item;
  return (
    <span class="sr">
      {" "}
      {listing.card === null ? entry.code : <Said phrase={listing.card.name} />}
      {match.reasons.length > 0 && `, ${fitText(words, match)}`};
    </span>
  );
}

function Plate({ mark, chosen }: { readonly mark: MapMark; readonly chosen: string | null }) {
  const site = useSite();
  const { words } = site;
  const what = mark.addressNotShown
    ? words.t("map.address-not-shown")
    : ((mark.area === null ? null : areaNameIn(site, mark.area)) ??
      words.t("results.count", { n: mark.entries.length }));
  const shown = mark.short ? [] : mark.entries.slice(0, NAMED);
  const rest = mark.entries.length - shown.length;
  return (
    <>
      {shown.map((entry) => (
        <NumberPin key={entry.code} entry={entry} look={entry.code === chosen ? "small now" : "small"} />
      ))}
      {mark.short && <Icon name="house" />}
      {rest > 0 && <b aria-hidden="true">{mark.short ? rest : `+${rest}`}</b>}
      <span class={mark.short ? "sr" : "plate__what"}>{what}</span>
    </>
  );
}

function Face({ mark, chosen }: { readonly mark: MapMark; readonly chosen: string | null }) {
  const { words } = useSite();
  const [first] = mark.entries;
  if (mark.kind === "plate") return <Plate mark={mark} chosen={chosen} />;
  if (mark.kind === "cluster") {
    return (
      <span class="cluster">
        <Icon name="stack" />
        <span aria-hidden="true">{mark.entries.length}</span>
        <span class="sr">{words.t("map.several", { n: mark.entries.length })}:</span>
      </span>
    );
  }
  return first === undefined ? null : <NumberPin entry={first} look={first.code === chosen ? "now" : ""} />;
}

/** Pins, clusters and plates as buttons, in the order of the list. */
export function MapMarks({ land, marks, chosen, opened, onPress }: MapMarksProps) {
  return (
    <>
      {marks.map((mark) => {
        const [x, y] = land.markAt(mark.point);
        const now = mark.entries.some(({ code }) => code === chosen);
        const list = mark.entries.length > 1 && mark.opensAt === null;
        return (
          <button
            key={mark.key}
            type="button"
            class={`mark ${mark.kind}${now ? " is-now" : ""}`}
            data-codes={mark.entries.map(({ code }) => code).join(" ")}
            style={{ left: `${x}px`, top: `${y}px` }}
            aria-pressed={mark.kind === "pin" ? now : undefined}
            aria-expanded={list ? opened === mark.key : undefined}
            onFocus={() => land.isShown(mark.point) || land.centre(mark.point)}
            onClick={() => onPress(mark)}
          >
            <Face mark={mark} chosen={chosen} />
            {mark.entries.map((entry) => (
              <EntryName key={entry.code} entry={entry} />
            ))}
          </button>
        );
      })}
    </>
  );
}

import type { AreaView } from "#server/contract/listing-view.ts";
import { Icon } from "#web/icons/icon.tsx";
import { languageOf } from "#web/local-language.ts";
import { areaPath } from "./paths.ts";
import { useSite } from "./site-context.ts";

interface AreaListProps {
  readonly areas: readonly AreaView[];
  /** Name in the writing of the place itself, by area. */
  readonly localName?: (area: string) => string | null;
  readonly current?: string | null;
  /** Null where there is no script: each row is a link. */
  readonly onChoose: ((area: AreaView) => void) | null;
}

function Row({ area, localName, current }: Omit<AreaListProps, "areas" | "onChoose"> & { area: AreaView }) {
  const local = localName?.(area.code) ?? null;
  return (
    <>
      <span class="t" lang={area.name.lang}>
        {area.name.text}
      </span>
      {local !== null && local !== area.name.text && (
        <span class="local" lang={languageOf(area.code) ?? undefined}>
          {local}
        </span>
      )}
      {current === area.code && <Icon name="check" />}
    </>
  );
}

/** Areas to choose from: buttons with a script, links without one. */
export function AreaList({ areas, onChoose, ...rest }: AreaListProps) {
  const { words, generalOnly } = useSite();
  return (
    <ul class="pick">
      {areas.map((area) => {
        const current = rest.current === area.code ? "true" : undefined;
        return (
          <li key={area.code}>
            {onChoose === null ? (
              <a href={areaPath(words.lang, area.code, generalOnly)} aria-current={current}>
                <Row area={area} {...rest} />
              </a>
            ) : (
              <button type="button" aria-current={current} onClick={() => onChoose(area)}>
                <Row area={area} {...rest} />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

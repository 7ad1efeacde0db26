import type { Need } from "#db/vocabulary.ts";

interface NeedIconProps {
  readonly need: Need;
  readonly class?: string;
}

/** The pictogram of a need. Works in black on white at 8 mm: the tint is a second tone, never the meaning. */
export function NeedIcon({ need, class: extra }: NeedIconProps) {
  return (
    <svg class={extra === undefined ? "pict" : `pict ${extra}`} viewBox="0 0 256 256" aria-hidden="true">
      <use href={`#n-${need}`} />
    </svg>
  );
}

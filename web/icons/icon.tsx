import type { CONTROL_PATHS } from "./control-paths.ts";

export type IconName = keyof typeof CONTROL_PATHS;

interface IconProps {
  readonly name: IconName;
  /** Mirrored in right-to-left pages: arrows and the leave sign. */
  readonly flip?: boolean;
  readonly class?: string;
}

/**
 * A sign beside words. Never alone: screen readers do not see it. It points at the one drawing on the page
 * (`signs.ts`), so that no sign is sent twice.
 */
export function Icon({ name, flip = false, class: extra }: IconProps) {
  const classes = ["ic", flip ? "flip" : "", extra ?? ""].filter((one) => one !== "").join(" ");
  return (
    <svg class={classes} viewBox="0 0 256 256" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

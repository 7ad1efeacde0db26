import { CONTROL_PATHS } from "./control-paths.ts";
import { NEED_PATHS } from "./need-paths.ts";

/** Id of the element that holds the drawings of a page. */
export const SIGNS_ID = "signs";

/** A drawing: its paths, and which of them is the second tone. */
interface Sign {
  readonly line: string;
  readonly tint: string | null;
}

/** Every sign by the id that `Icon` and `NeedIcon` point at. */
export const SIGNS: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ...Object.entries(CONTROL_PATHS).map(([name, line]): [string, Sign] => [`i-${name}`, { line, tint: null }]),
  ...Object.entries(NEED_PATHS).map(([need, sign]): [string, Sign] => [`n-${need}`, sign]),
]);

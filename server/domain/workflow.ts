import type { CurationState } from "#db/vocabulary.ts";

/** One step of the workflow. */
export interface Move {
  readonly to: CurationState;
  /** The least role that may take it. */
  readonly who: "editor" | "publisher";
  /** Whether a reason must be said. */
  readonly reason: boolean;
  /** Whether the public sees the listing before and not after: the published side goes first. */
  readonly takesAway: boolean;
}

const move = (to: CurationState, who: Move["who"], reason = false, takesAway = false): Move => ({
  to,
  who,
  reason,
  takesAway,
});
const back = move("draft", "editor", true);
const publish = move("published", "publisher");
const archive = (takesAway: boolean) => move("archived", "publisher", true, takesAway);
const suspend = (takesAway: boolean) => move("suspended", "editor", true, takesAway);

/**
 * Which steps lead on from a state (curation: workflow). Anybody who edits may suspend at once when there is a
 * concern; coming back takes a publisher. `due` is set by the clock alone.
 */
export const MOVES: Readonly<Record<CurationState, readonly Move[]>> = {
  draft: [move("in-review", "editor"), publish, suspend(false), archive(false)],
  "in-review": [publish, back, suspend(false), archive(false)],
  published: [suspend(true), move("hidden", "publisher", true, true), archive(true)],
  due: [suspend(true), move("hidden", "publisher", true, true), archive(true)],
  hidden: [publish, back, suspend(false), archive(false)],
  archived: [move("draft", "publisher", true)],
  suspended: [move("in-review", "publisher", true), archive(false)],
};

/** The step from a state to another; null: there is none. */
export function moveTo(from: CurationState, to: CurationState): Move | null {
  return MOVES[from].find((candidate) => candidate.to === to) ?? null;
}

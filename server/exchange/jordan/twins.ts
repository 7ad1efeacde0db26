/** The English and the Arabic entry of one service, and where they say different things. */
import type { ProblemList } from "../problem-list.ts";
import type { Activity } from "./activity.ts";
import { meanings, type Question, QUESTIONS } from "./coded-values.ts";

export interface Twin {
  /** Stable: the source's id and kind of activity, and a count only where both stand twice. */
  sourceId: string;
  en: Activity;
  ar?: Activity;
}

/**
 * Pairs the entries by id and position. Ids that stand twice are told apart by the kind of activity, so that a
 * record keeps its id when others come or go.
 */
export function pairTwins(
  english: readonly Activity[],
  arabic: readonly Activity[],
  problems: ProblemList,
): Twin[] {
  const waiting = new Map<string, Activity[]>();
  for (const item of arabic) waiting.set(item.id, [...(waiting.get(item.id) ?? []), item]);
  const times = new Map<string, number>();
  for (const item of english) times.set(item.id, (times.get(item.id) ?? 0) + 1);
  const used = new Map<string, number>();

  const twins = english.map((en): Twin => {
    const base = `${en.id}-${en.activity}`;
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    const sourceId = count === 1 ? base : `${base}-${count}`;
    if ((times.get(en.id) ?? 0) > 1) {
      problems.add(
        "note",
        "repeated-id",
        { ...en.where, column: "id" },
        `The id ${en.id} stands on several entries; they are kept apart.`,
        sourceId,
      );
    }
    const candidates = waiting.get(en.id) ?? [];
    const at = Math.max(
      0,
      candidates.findIndex((item) => item.activity === en.activity),
    );
    const [ar] = candidates.splice(at, 1);
    if (arabic.length > 0 && !ar) {
      problems.add(
        "note",
        "no-twin",
        en.where,
        "This entry has no Arabic twin; it comes in with English texts alone.",
        sourceId,
      );
    }
    return ar ? { sourceId, en, ar } : { sourceId, en };
  });
  for (const item of [...waiting.values()].flat()) {
    problems.add(
      "error",
      "no-twin",
      item.where,
      `There is no English entry with the id ${item.id}; its codes cannot be read.`,
    );
  }
  return twins;
}

/** Questions whose answers mean different things in the two languages, with both texts. */
export function differences(twin: Twin): { question: Question; en: string; ar: string }[] {
  const { ar } = twin;
  if (!ar) return [];
  return (Object.keys(QUESTIONS) as Question[]).flatMap((question) => {
    const [en, other] = [twin.en.answers[question] ?? [], ar.answers[question] ?? []];
    const [left, right] = [meanings("en", en), meanings("ar", other)];
    const same = left.size === right.size && [...left].every((meaning) => right.has(meaning));
    return same ? [] : [{ question, en: en.join(", "), ar: other.join(", ") }];
  });
}

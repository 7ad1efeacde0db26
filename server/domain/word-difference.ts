/** A stretch of a text: the same in both, or there now and not before. */
export interface Stretch {
  readonly text: string;
  readonly isNew: boolean;
}

/** Words with the space after them; writings without spaces go by sign, so that a change is not a whole line. */
const partsOf = (text: string): string[] =>
  /\s/u.test(text.trim()) ? (text.match(/\s*\S+/gu) ?? []) : [...text];

/** Longer texts are compared as a whole: the table of a comparison grows with the square. */
const MOST = 600;

/** What is new in `after` against `before`, word by word (longest common run of words). */
export function wordDifference(before: string, after: string): readonly Stretch[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old.length > MOST || now.length > MOST) return [{ text: after, isNew: before !== after }];
  const same = commonLengths(old, now);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (j < now.length) {
    const word = now[j] ?? "";
    if (i < old.length && isSame(old[i], word)) {
      push(found, word, false);
      i += 1;
      j += 1;
    } else if (i < old.length && (same[i + 1]?.[j] ?? 0) >= (same[i]?.[j + 1] ?? 0)) i += 1;
    else {
      push(found, word, true);
      j += 1;
    }
  }
  return found;
}

const isSame = (a: string | undefined, b: string): boolean => a?.trim() === b.trim();

function push(found: Stretch[], text: string, isNew: boolean): void {
  const last = found.at(-1);
  if (last?.isNew === isNew) found[found.length - 1] = { text: last.text + text, isNew };
  else found.push({ text, isNew });
}

/** How long the longest common run is from each pair of places on. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] = isSame(old[i], now[j] ?? "")
        ? (table[i + 1]?.[j + 1] ?? 0) + 1
        : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

/**
 * Numbers for codes, the same in all cells that a process has open: a search asks once whether a code is wanted and
 * counts into one column, however many cells have it. What is numbered is the vocabulary of a directory (services,
 * languages, areas), so the list stays small.
 */
export interface CodeNumbers {
  /** Numbers of codes, given when they are first seen. */
  of(codes: readonly string[]): Uint32Array;
  codeOf(number: number): string;
  /** How many there are. */
  size(): number;
  /** All numbers, in the code-point order of their codes. */
  inOrder(): readonly number[];
}

function createCodeNumbers(): CodeNumbers {
  const numbers = new Map<string, number>();
  const codes: string[] = [];
  let ordered: readonly number[] = [];
  return {
    of: (wanted) =>
      Uint32Array.from(wanted, (code) => {
        const known = numbers.get(code);
        if (known !== undefined) return known;
        numbers.set(code, codes.length);
        codes.push(code);
        return codes.length - 1;
      }),
    codeOf: (number) => codes[number] ?? "",
    size: () => codes.length,
    inOrder() {
      if (ordered.length !== codes.length)
        ordered = codes
          .map((code, number) => ({ code, number }))
          .sort((a, b) => (a.code < b.code ? -1 : 1))
          .map(({ number }) => number);
      return ordered;
    },
  };
}

export const SERVICE_NUMBERS = createCodeNumbers();
export const LANGUAGE_NUMBERS = createCodeNumbers();
export const AREA_NUMBERS = createCodeNumbers();

/** Whether the code of a number is wanted; each is asked once a search. */
export type CodeTest = (number: number) => boolean;

/** Remembers what `wanted` answered for each code. */
export function createCodeTest(numbers: CodeNumbers, wanted: (code: string) => boolean): CodeTest {
  // 0: not asked yet, 1: wanted, 2: not wanted.
  let known = new Uint8Array(numbers.size());
  return (number) => {
    if (number >= known.length) {
      const more = new Uint8Array(Math.max(numbers.size(), number + 1));
      more.set(known);
      known = more;
    }
    if (known[number] === 0) known[number] = wanted(numbers.codeOf(number)) ? 1 : 2;
    return known[number] === 1;
  };
}

import { servesArea } from "./area-served.ts";
import { distanceKm } from "./distance.ts";
import { fold, foldWords } from "./fold.ts";

/** A listing as the scorer compares it: names in every writing there is, numbers as digits. */
export interface Comparable {
  readonly id: string;
  readonly names: readonly string[];
  readonly organizations: readonly string[];
  readonly numbers: readonly string[];
  /** Degrees. Private points may be compared: the answer stays in the back office. */
  readonly points: readonly (readonly [number, number])[];
  readonly services: readonly string[];
  readonly areas: readonly string[];
}

export interface Likeness {
  /** 0 to 1. */
  readonly score: number;
  /** Why, in the order of weight. */
  readonly signs: readonly ("name" | "number" | "place" | "organization" | "services")[];
}

/** From here on two listings are shown as probably the same. */
export const PROBABLY_SAME = 0.75;
/** Closer than this is the same place, in km (curation: 100 m). */
const SAME_PLACE_KM = 0.1;

/** The last eight digits: the same number with and without its country. */
export function numberKey(number: string): string | null {
  const digits = fold(number).replace(/\D/gu, "");
  return digits.length < 6 ? null : digits.slice(-8);
}

/** Pairs of letters of a folded text; of one-letter texts the letter. */
function pairsOf(text: string): readonly string[] {
  const letters = [...fold(text)];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i] ?? ""}${letter}`);
}

/** How alike two names are, 0 to 1 (Dice over pairs of letters, or one name's words all standing in the other). */
export function nameLikeness(a: string, b: string): number {
  if (fold(a) === fold(b)) return 1;
  const left = pairsOf(a);
  const right = [...pairsOf(b)];
  let common = 0;
  for (const pair of left) {
    const at = right.indexOf(pair);
    if (at < 0) continue;
    right.splice(at, 1);
    common += 1;
  }
  const dice = (2 * common) / Math.max(1, left.length + pairsOf(b).length);
  const words = [a, b].map((name) =>
    foldWords(name)
      .split(" ")
      .filter((word) => word.length > 2),
  );
  const [fewer = [], more = []] = words.sort((x, y) => x.length - y.length);
  const inside = fewer.length > 1 && fewer.every((word) => more.includes(word));
  return inside ? Math.max(dice, 0.85) : dice;
}

/** Writing systems of the lists that this product meets; anything else counts as one more. */
const SCRIPTS = [
  "Latin",
  "Arabic",
  "Thai",
  "Lao",
  "Khmer",
  "Myanmar",
  "Han",
  "Cyrillic",
  "Devanagari",
  "Bengali",
].map((script) => new RegExp(`\\p{Script=${script}}`, "u"));

/** Whether two lists of names have no writing system in common: then they cannot be compared letter by letter. */
function inOtherLetters(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const scriptsOf = (names: readonly string[]) =>
    SCRIPTS.map((script) => names.some((name) => script.test(name)));
  const [left, right] = [scriptsOf(a), scriptsOf(b)];
  return left.some(Boolean) && right.some(Boolean) && !left.some((has, at) => has && right[at]);
}

const best = (a: readonly string[], b: readonly string[]): number =>
  Math.max(0, ...a.flatMap((one) => b.map((other) => nameLikeness(one, other))));

/**
 * How likely two listings are the same service written twice. A name alone is never enough unless it is equal and
 * so is the organisation: providers with several sites share names, numbers and kinds of help. Names in letters that
 * cannot be compared speak neither for nor against; then the same organisation or number, the same place and the same
 * help together do.
 */
export function likeness(a: Comparable, b: Comparable): Likeness {
  const signs: Likeness["signs"][number][] = [];
  const name = best(a.names, b.names);
  const organization = best(a.organizations, b.organizations);
  const keys = new Set(b.numbers.flatMap((number) => numberKey(number) ?? []));
  const number = a.numbers.some((one) => keys.has(numberKey(one) ?? ""));
  const near = a.points.some((one) => b.points.some((other) => distanceKm(one, other) <= SAME_PLACE_KM));
  const apart = a.points.length > 0 && b.points.length > 0 && !near;
  const shared = a.services.some((code) => b.services.includes(code));
  // One provider's services share its number, its place and half of their names; their help tells them apart.
  const otherHelp = a.services.length > 0 && b.services.length > 0 && !shared;
  const elsewhere =
    a.areas.length > 0 && b.areas.length > 0 && !a.areas.some((area) => servesArea(b.areas, area));
  if (name >= 0.8) signs.push("name");
  if (number) signs.push("number");
  if (near) signs.push("place");
  if (organization >= 0.85) signs.push("organization");
  if (shared) signs.push("services");
  if (inOtherLetters(a.names, b.names)) {
    const who = number || organization >= 0.85;
    const twins = who && near && shared ? 0.8 : who && (near || (number && shared)) && !otherHelp ? 0.6 : 0;
    return { score: elsewhere || apart ? 0 : twins, signs };
  }
  const score =
    0.5 * name +
    (number ? 0.25 : 0) +
    (near ? 0.15 : 0) +
    (organization >= 0.85 ? 0.2 : 0) +
    (shared ? 0.1 : 0) -
    (apart ? 0.3 : 0) -
    (elsewhere ? 0.3 : 0) -
    (otherHelp ? 0.35 : 0) -
    (name < 0.7 ? 0.2 : 0);
  return { score: Math.max(0, Math.min(1, score)), signs };
}

/**
 * Pairs that are probably the same, the likeliest first. Only those are compared that share a number, a name's
 * beginning, or a place: the rest cannot reach the bar.
 */
export function findDuplicates(
  listings: readonly Comparable[],
): readonly { readonly a: string; readonly b: string; readonly likeness: Likeness }[] {
  const blocks = new Map<string, Comparable[]>();
  for (const listing of listings) {
    for (const key of blockKeys(listing)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [listing]);
      else block.push(listing);
    }
  }
  const found = new Map<string, { a: string; b: string; likeness: Likeness }>();
  for (const block of blocks.values()) {
    for (const [i, one] of block.entries()) {
      for (const other of block.slice(i + 1)) {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const key = `${a.id} ${b.id}`;
        if (a.id === b.id || found.has(key)) continue;
        const result = likeness(a, b);
        if (result.score >= PROBABLY_SAME) found.set(key, { a: a.id, b: b.id, likeness: result });
      }
    }
  }
  return [...found.values()].sort((x, y) => y.likeness.score - x.likeness.score || x.a.localeCompare(y.a));
}

function blockKeys({ names, numbers, points }: Comparable): ReadonlySet<string> {
  return new Set([
    ...numbers.flatMap((number) => {
      const key = numberKey(number);
      return key === null ? [] : [`n ${key}`];
    }),
    ...names.flatMap((name) => {
      const words = foldWords(name)
        .split(" ")
        .filter((word) => word.length > 2);
      return [`f ${fold(name).slice(0, 5)}`, ...words.slice(0, 3).map((word) => `w ${word}`)];
    }),
    ...points.map(([latitude, longitude]) => `p ${latitude.toFixed(3)} ${longitude.toFixed(3)}`),
  ]);
}

/** What helps when something does not fit: what would change it, the nearest that does, and ways when nothing is there. */
import { distanceKm } from "../distance.ts";
import { compareMatches } from "../match/match.ts";
import {
  type Candidate,
  type Finding,
  groupByNeed,
  type Matched,
  type NeedResults,
} from "./group-by-need.ts";
import type { SituationMatch, Why } from "./reason.ts";
import type { Mark, Situation } from "./situation.ts";
import type { WantedLine } from "./wanted.ts";

/** What would have to be otherwise: an age that comes by itself, an interpreter, or one thing less asked. */
export type Change =
  | { readonly kind: "later"; readonly from: number }
  | { readonly kind: "interpreter" }
  | { readonly kind: "without"; readonly reason: Why };

/** For each reason against it. All of them would have to change. */
export function whatWouldChange({ reasons }: Pick<SituationMatch, "reasons">): readonly Change[] {
  return reasons
    .filter(({ answer }) => answer === "no")
    .map((reason): Change => {
      if (reason.code === "too-young") return { kind: "later", from: Number(reason.values?.["from"]) };
      if (reason.code === "language-through-interpreter") return { kind: "interpreter" };
      return { kind: "without", reason };
    });
}

/**
 * The nearest of the same need that fits or may fit: fits before questions, then what shares most of its sub-services,
 * then the neutral order. Null where nothing does.
 */
export function nearestAlternative<T>(
  misfit: Matched<T>,
  { general, specific }: Pick<NeedResults<T>, "general" | "specific">,
): Matched<T> | null {
  const shared = ({ facts }: Matched<T>) =>
    facts.services.filter((code) => misfit.facts.services.includes(code)).length;
  const rank = { fits: 0, ask: 1, no: 2 };
  const [nearest] = [...general, ...specific].sort(
    (a, b) => rank[a.match.fit] - rank[b.match.fit] || shared(b) - shared(a) || compareMatches(a, b),
  );
  return nearest ?? null;
}

/** One thing less asked, and how many that would bring. */
export interface OneLess {
  readonly what: Mark | "languages" | "direct" | "gender" | "age" | "forms" | "harder";
  readonly count: number;
}

export interface Ways<T> {
  readonly oneLess: readonly OneLess[];
  /** Everything else for the same need, where sub-services were asked for. */
  readonly sameNeed: readonly Matched<T>[];
  /** By phone, by video, or coming to the person: from anywhere. */
  readonly remote: readonly Matched<T>[];
  /** Those who know what else there is. */
  readonly general: readonly Matched<T>[];
}

const REMOTE = ["phone", "video", "home-visit", "mobile-team"] as const;
const GUIDES = ["service-information", "case-manager", "needs-assessment", "service-referral"];
const FEW = 4;

function without(situation: Situation, what: Exclude<OneLess["what"], "harder">): Situation {
  if (what === "languages") return { ...situation, languages: [], direct: false };
  if (what === "direct") return { ...situation, direct: false };
  if (what === "gender" || what === "age") return { ...situation, [what]: null };
  if (what === "forms") return { ...situation, forms: [] };
  return { ...situation, marks: situation.marks.filter((mark) => mark !== what) };
}

function said(situation: Situation): readonly Exclude<OneLess["what"], "harder">[] {
  return [
    ...(situation.direct ? (["direct"] as const) : []),
    ...(situation.languages.length > 0 ? (["languages"] as const) : []),
    ...(situation.gender === null ? [] : (["gender"] as const)),
    ...(situation.age === null ? [] : (["age"] as const)),
    ...(situation.forms.length > 0 ? (["forms"] as const) : []),
    ...situation.marks,
  ];
}

/** The ways round a need for which nothing fits: never an empty page. */
export function waysRound<T>(
  candidates: readonly Candidate<T>[],
  line: WantedLine,
  finding: Finding,
): Ways<T> {
  const find = (lines: readonly WantedLine[], changed: Partial<Finding> = {}) =>
    groupByNeed(candidates, lines, { ...finding, ...changed }).flatMap(({ general, specific }) => [
      ...general,
      ...specific,
    ]);
  const oneLess: OneLess[] = said(finding.situation).map((what) => ({
    what,
    count: find([line], { situation: without(finding.situation, what) }).length,
  }));
  if (finding.harder) oneLess.unshift({ what: "harder", count: find([line], { harder: false }).length });
  const sameNeed = line.services.length === 0 ? [] : find([{ need: line.need, services: [] }]);
  const anyNeed = find([{ need: line.need, services: [] }], { harder: false });
  const isRemote = ({ facts }: Matched<T>) =>
    REMOTE.some((way) => facts.answers["delivery"]?.[way] === "yes");
  const guides = find([{ need: "case-management", services: GUIDES }], { harder: false });
  return {
    oneLess: oneLess.filter(({ count }) => count > 0),
    sameNeed: sameNeed.slice(0, FEW),
    remote: anyNeed.filter(isRemote).slice(0, FEW),
    general: guides.slice(0, FEW),
  };
}

/** An area of the list, as far as nearness goes. */
export interface AreaPoint {
  readonly code: string;
  readonly point: readonly [number, number];
  readonly listings: number;
}

/** The nearest other areas that list something, over their fixed points; at most three. Countries are no neighbours. */
export function nearestElsewhere<A extends AreaPoint>(areas: readonly A[], from: string): readonly A[] {
  const here = areas.find(({ code }) => code === from);
  if (here === undefined) return [];
  return areas
    .filter(({ code, listings }) => code !== from && code.includes("-") && listings > 0)
    .map((area) => ({ area, km: distanceKm(here.point, area.point) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, 3)
    .map(({ area }) => area);
}

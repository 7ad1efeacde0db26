import { action, batch, computed, createModel, signal, type ReadonlySignal } from "@preact/signals";
import type { Need } from "#db/vocabulary.ts";
import type { ListingView } from "#server/contract/listing-view.ts";
import { acrossBorder, isAcrossBorder, whoMeets } from "#server/domain/situation/across-border.ts";
import {
  type Candidate,
  type Finding,
  forHelpers,
  groupByNeed,
  type Matched,
} from "#server/domain/situation/group-by-need.ts";
import { matchSituation } from "#server/domain/situation/match-situation.ts";
import { proposeShortlist } from "#server/domain/situation/shortlist.ts";
import { type HelpFor, type Mark, NO_SITUATION, type Situation } from "#server/domain/situation/situation.ts";
import {
  needOfService,
  NOTHING_WANTED,
  type SetBack,
  type Stage,
  type Wanted,
  wantedLines,
} from "#server/domain/situation/wanted.ts";
import type { Entry } from "./directory-model.ts";
import type { ChosenPlace } from "./search-model.ts";

/** How many stand beside each other at most. */
export const MOST_COMPARED = 4;

export type HelperView = "find" | "compare" | "sheet";
export type Item = Matched<ListingView>;

/** A listing that was put on the sheet, and whom it is for: relatives have a section of their own (R62). */
interface Picked {
  readonly code: string;
  readonly helpFor: HelpFor;
}

/** What the tools read of the visit around them. */
export interface HelperAround {
  readonly entries: ReadonlySignal<readonly Entry[]>;
  readonly place: ReadonlySignal<ChosenPlace | null>;
  /** Listings of the second place; empty while none is chosen. */
  readonly laterEntries: ReadonlySignal<readonly Entry[]>;
  readonly laterArea: ReadonlySignal<string | null>;
  readonly generalOnly: ReadonlySignal<boolean>;
}

function toCandidates(entries: readonly Entry[]): readonly Candidate<ListingView>[] {
  return entries.map(({ view }) => ({
    facts: view.facts,
    name: view.card?.name.text ?? "",
    item: view,
  }));
}

function whereOf(place: ChosenPlace | null): Finding["where"] {
  if (place === null) return {};
  return { areas: [place.area], ...(place.point === null ? {} : { near: { point: place.point } }) };
}

/**
 * Helping somebody: what is wanted, the situation, what fits in one place or two, what is compared, what goes on paper.
 * A situation, never a case: all of it is in memory, gone with the page or with one press.
 */
export const HelperModel = createModel((around: HelperAround) => {
  const wanted = signal<Wanted>(NOTHING_WANTED);
  const situation = signal<Situation>(NO_SITUATION);
  const harder = signal(false);
  const view = signal<HelperView>("find");
  const compared = signal<readonly string[]>([]);
  /** Null: nobody has chosen yet, and the sheet is a proposal. */
  const picked = signal<readonly Picked[] | null>(null);

  const lines = computed(() => wantedLines(wanted.value));
  const candidates = computed(() => toCandidates(around.entries.value));
  const finding = computed<Finding>(() => ({
    where: whereOf(around.place.value),
    situation: situation.value,
    generalOnly: around.generalOnly.value,
    harder: harder.value,
  }));
  const results = computed(() => groupByNeed(candidates.value, lines.value, finding.value));
  const laterCandidates = computed(() => toCandidates(around.laterEntries.value));
  const laterFinding = computed<Finding | null>(() => {
    const area = around.laterArea.value;
    return area === null ? null : { ...finding.value, where: { areas: [area] } };
  });
  const laterResults = computed(() =>
    laterFinding.value === null ? [] : groupByNeed(laterCandidates.value, lines.value, laterFinding.value),
  );
  const helpers = computed(() => forHelpers(candidates.value, { areas: finding.value.where.areas ?? [] }));

  /** Offices between countries, embassies, and who goes along (R59). */
  const crossing = computed(() => {
    const there = laterFinding.value;
    return acrossBorder(
      { candidates: candidates.value, where: finding.value.where },
      there === null ? null : { candidates: laterCandidates.value, where: there.where },
      finding.value,
    );
  });
  /** Another country is planned. */
  const crosses = computed(() => isAcrossBorder(around.place.value?.area, around.laterArea.value));
  const meets = computed(() =>
    whoMeets(laterCandidates.value, around.place.value?.area, around.laterArea.value, finding.value),
  );

  const organizationOf = ({ item }: Item) => item.card?.organization.text ?? item.facts.code;
  /** Over a border nobody is sent without who takes over: the first office between countries. Who meets them the sheet says itself. */
  const onTheWay = computed(() => {
    const first = crossing.value.find(({ role }) => role === "between")?.items[0];
    const fits = first !== undefined && first.match.fit !== "no";
    return crosses.value && lines.value.length > 0 && fits ? [first] : [];
  });
  /** Before anybody chooses: the first of each group for each need, in both places, and who takes over on the way. */
  const proposed = computed(() =>
    [
      ...[
        ...proposeShortlist(results.value, organizationOf),
        ...proposeShortlist(laterResults.value, organizationOf),
      ].flatMap(({ items }) => items),
      ...onTheWay.value,
    ]
      .map(({ facts }) => facts.code)
      .filter((code, at, every) => every.indexOf(code) === at),
  );
  const sheet = computed<readonly Picked[]>(
    () => picked.value ?? proposed.value.map((code) => ({ code, helpFor: situation.value.helpFor })),
  );

  const all = computed(() => {
    const views = new Map<string, ListingView>();
    for (const { view: one } of [...around.laterEntries.value, ...around.entries.value])
      views.set(one.facts.code, one);
    return views;
  });
  /** A listing with its fit in the situation, wherever it is listed; null when it has gone. */
  const itemOf = (code: string): Item | null => {
    const found = all.value.get(code);
    if (found === undefined) return null;
    const { near } = finding.value.where;
    return {
      facts: found.facts,
      name: found.card?.name.text ?? "",
      item: found,
      match: matchSituation(found.facts, situation.value, near === undefined ? {} : { near }),
    };
  };

  /** Whether a listing is of the second place alone. */
  const isThere = (code: string): boolean =>
    !around.entries.value.some(({ view: one }) => one.facts.code === code) &&
    around.laterEntries.value.some(({ view: one }) => one.facts.code === code);

  const toggled = <T>(list: readonly T[], one: T): readonly T[] =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  const want = action((changed: Partial<Wanted>) => {
    wanted.value = { ...wanted.value, ...changed };
  });
  const toggleNeed = action((need: Need) => {
    const { needs, services } = wanted.value;
    const off = needs.includes(need);
    want({
      needs: toggled(needs, need),
      services: off ? services.filter((code) => needOfService(code) !== need) : services,
    });
  });
  const toggleService = action((code: string) => want({ services: toggled(wanted.value.services, code) }));
  const lookFrom = action((stage: Stage | null, setBack: SetBack | null) => want({ stage, setBack }));
  const say = action((changed: Partial<Situation>) => {
    situation.value = { ...situation.value, ...changed };
  });
  /** Whom the help is for from here on. What was proposed for somebody else stays on the sheet as theirs. */
  const helpSomebody = action((helpFor: HelpFor) => {
    if (helpFor === situation.value.helpFor) return;
    batch(() => {
      if (sheet.value.length > 0) picked.value = sheet.value;
      say({ helpFor });
    });
  });
  const toggleMark = action((mark: Mark) => say({ marks: toggled(situation.value.marks, mark) }));
  const toggleForm = action((form: Situation["forms"][number]) =>
    say({ forms: toggled(situation.value.forms, form) }),
  );
  const onlyHarder = action((only: boolean) => {
    harder.value = only;
  });
  const show = action((next: HelperView) => {
    view.value = next;
  });
  /** Puts a listing beside the others; a fifth is not taken. */
  const compare = action((code: string) => {
    const next = toggled(compared.value, code);
    if (next.length <= MOST_COMPARED) compared.value = next;
    if (next.length === 0 && view.value === "compare") view.value = "find";
  });
  /** Another listing in the column of one that does not fit. */
  const swap = action((code: string, other: string) => {
    compared.value = compared.value.map((one) => (one === code ? other : one));
  });
  /** Puts a listing on the sheet, or takes it off. From then on the sheet is what was chosen. */
  const pick = action((code: string) => {
    const { helpFor } = situation.value;
    picked.value = sheet.value.some((one) => one.code === code)
      ? sheet.value.filter((one) => one.code !== code)
      : [...sheet.value, { code, helpFor }];
  });
  /** Forgets everything that was said and chosen, as closing the page does. */
  const forget = action(() => {
    batch(() => {
      wanted.value = NOTHING_WANTED;
      situation.value = NO_SITUATION;
      harder.value = false;
      view.value = "find";
      compared.value = [];
      picked.value = null;
    });
  });

  return {
    wanted: wanted as ReadonlySignal<Wanted>,
    situation: situation as ReadonlySignal<Situation>,
    harder: harder as ReadonlySignal<boolean>,
    view: view as ReadonlySignal<HelperView>,
    compared: compared as ReadonlySignal<readonly string[]>,
    lines,
    finding,
    candidates,
    laterCandidates,
    laterFinding,
    results,
    laterResults,
    helpers,
    crossing,
    crosses,
    isThere,
    /** Who meets the person in the second place; null: no border lies between. */
    meets,
    /** Codes that stand on the sheet, with whom each is for; proposed ones while nobody has chosen. */
    sheet,
    /** Whether the sheet is a proposal still. */
    isProposal: computed(() => picked.value === null),
    itemOf,
    want,
    toggleNeed,
    toggleService,
    lookFrom,
    say,
    helpSomebody,
    toggleMark,
    toggleForm,
    onlyHarder,
    show,
    compare,
    swap,
    pick,
    forget,
  };
});
export type HelperModel = InstanceType<typeof HelperModel>;

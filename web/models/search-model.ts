import { action, batch, computed, createModel, signal, type ReadonlySignal } from "@preact/signals";
import type { Need } from "#db/vocabulary.ts";
import type { Query } from "#server/domain/query.ts";
import { type AgeSpan, type Answers, isAnswered, NO_ANSWERS, QUESTIONS, toConditions } from "./answers.ts";
import type { Entry } from "./directory-model.ts";
import { findListings } from "./find-listings.ts";
import { languagesIn } from "./languages-in.ts";

/** Where help is wanted: an area, and the point that distances are measured from. */
export interface ChosenPlace {
  readonly area: string;
  /** Of the town or district that was picked; null: the area itself, which has a name in each language. */
  readonly name: string | null;
  /** Null for a whole area: a distance from its middle would mean nothing. */
  readonly point: readonly [number, number] | null;
}

function whereOf(place: ChosenPlace | null): Pick<Query, "areas" | "near"> {
  if (place === null) return {};
  return place.point === null
    ? { areas: [place.area] }
    : { areas: [place.area], near: { point: place.point } };
}

function exactAge(age: AgeSpan | null): Pick<Query, "age"> {
  return age === null || age.from !== age.to ? {} : { age: age.from };
}

export const UNDER_18: AgeSpan = { from: 0, to: 17 };

/**
 * What somebody looks for, and what fits. All of it is in memory: no address, no storage, no request. `now` gives
 * the moment for "open now".
 */
export const SearchModel = createModel(
  (
    entries: ReadonlySignal<readonly Entry[]>,
    now: () => Date = () => new Date(),
    /** Cuts the entries to what "general help only" may show; null while its script is on the way. */
    cut: ReadonlySignal<((entries: readonly Entry[]) => readonly Entry[]) | null> = signal(null),
  ) => {
    const place = signal<ChosenPlace | null>(null);
    const need = signal<Need | null>(null);
    const wanted = signal("");
    const answers = signal<Answers>(NO_ANSWERS);
    const generalOnly = signal(false);
    const child = signal(false);

    const query = computed<Query>(() => ({
      ...toConditions(answers.value, now),
      ...whereOf(place.value),
      ...(need.value === null ? {} : { needs: [need.value] }),
      words: wanted.value,
      child: child.value,
      scope: generalOnly.value ? "general" : undefined,
    }));
    /** Who says "under 18" and no age is asked about none of those years more than another. */
    const years = computed(() => answers.value.age ?? (child.value ? UNDER_18 : null));
    const searched = computed(() =>
      generalOnly.value ? (cut.value?.(entries.value) ?? entries.value) : entries.value,
    );
    const found = computed(() => findListings(searched.value, query.value, years.value));
    const answered = computed(() => QUESTIONS.filter((question) => isAnswered(answers.value, question)));
    const shown = computed<Query>(() => ({ ...query.value, ...exactAge(answers.value.age) }));
    const spoken = computed(() => languagesIn(searched.value, answers.value.languages));

    const answer = action((given: Partial<Answers>) => {
      answers.value = { ...answers.value, ...given };
    });
    const clear = action(() => {
      answers.value = NO_ANSWERS;
    });
    const choosePlace = action((chosen: ChosenPlace) => {
      place.value = chosen;
    });
    const chooseNeed = action((chosen: Need | null) => {
      batch(() => {
        need.value = chosen;
        wanted.value = "";
      });
    });
    const search = action((words: string) => {
      batch(() => {
        need.value = null;
        wanted.value = words;
      });
    });
    const showGeneralOnly = action((only: boolean) => {
      generalOnly.value = only;
    });
    const forChild = action((is: boolean) => {
      child.value = is;
    });
    const listing = (code: string) =>
      searched.value.find(({ view }) => view.facts.code === code || view.facts.formerCodes?.includes(code))
        ?.view ?? null;

    return {
      place: place as ReadonlySignal<ChosenPlace | null>,
      need: need as ReadonlySignal<Need | null>,
      wanted: wanted as ReadonlySignal<string>,
      answers: answers as ReadonlySignal<Answers>,
      generalOnly: generalOnly as ReadonlySignal<boolean>,
      /** The children's way was taken. */
      child: child as ReadonlySignal<boolean>,
      years,
      /** With the age, where one year was said: what reasons may name. */
      query: shown,
      found,
      spoken,
      answered,
      /** For what is worked out beside the search: the listings searched, all conditions, and the clock. */
      entries: searched,
      conditions: query,
      now,
      listing,
      answer,
      clear,
      choosePlace,
      chooseNeed,
      search,
      showGeneralOnly,
      forChild,
    };
  },
);
export type SearchModel = InstanceType<typeof SearchModel>;

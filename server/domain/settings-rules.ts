import { policyInForce } from "#server/contract/inclusion-policy.ts";
import { type EmergencyNumber, INTERFACE_LANGUAGES, type Settings } from "#server/contract/settings.ts";
import type { AreaIndex } from "./areas.ts";
import { bannedWordIn } from "./banned-words.ts";
import { contrast } from "./contrast.ts";
import { stableJson } from "./stable-json.ts";

/** What is wrong, by the name of the setting: one sentence for a person. Empty: nothing. */
export type SettingsFaults = Readonly<Record<string, string>>;

interface Given {
  readonly before: Settings;
  readonly areas: AreaIndex;
  /** ISO date. */
  readonly today: string;
  /** Scheme and host of the back office: leaving must not lead back. */
  readonly origin: string;
  /** Codes of affiliations that an organisation has. */
  readonly affiliationsInUse: ReadonlySet<string>;
}

/** Rules that the contract cannot say: what settings must be true to each other and to what was there before. */
export function settingsFaults(next: Settings, given: Given): SettingsFaults {
  const rules: Readonly<Record<string, string | null>> = {
    countries: countryFault(next, given.areas),
    areas: areaFault(next, given.areas),
    areaNames: Object.keys(next.areaNames).every((code) => given.areas.isKnown(code))
      ? null
      : "One of the areas is not known.",
    languages: languageFault(next),
    checkedLanguages: next.checkedLanguages.every((code) => next.languages.includes(code))
      ? null
      : "A language that is not offered cannot be checked.",
    emergency: next.emergency.every(({ country }) => next.countries.includes(country))
      ? null
      : "A number belongs to a country that the directory is not about.",
    exitTargets: leavingFault(next, given.origin),
    words: wordsFault(next),
    publicName: nameFault(next),
    colours: colourFault(next),
    policies: policyFault(next, given),
    affiliations: affiliationFault(next, given.affiliationsInUse),
  };
  return Object.fromEntries(
    Object.entries(rules).flatMap(([name, fault]) => (fault === null ? [] : [[name, fault]])),
  );
}

function countryFault({ countries, setup }: Settings, areas: AreaIndex): string | null {
  if (countries.some((code) => areas.get(code) === undefined)) return "One of the countries is not known.";
  if (new Set(countries).size !== countries.length) return "A country stands twice.";
  const needed = setup === undefined || setup.answered.includes("country");
  return needed && countries.length === 0 ? "Choose a country." : null;
}

function areaFault({ areas: chosen, countries }: Settings, areas: AreaIndex): string | null {
  if (chosen.some((code) => !areas.isKnown(code))) return "One of the areas is not known.";
  return chosen.every((code) => countries.includes(code.slice(0, 2)))
    ? null
    : "An area lies in a country that the directory is not about.";
}

function languageFault({ languages }: Settings): string | null {
  if (new Set(languages).size !== languages.length) return "A language stands twice.";
  return languages.every((code) => (INTERFACE_LANGUAGES as readonly string[]).includes(code))
    ? null
    : "One of the languages has no words here.";
}

function leavingFault({ exitTargets, countries }: Settings, origin: string): string | null {
  for (const [country, target] of Object.entries(exitTargets)) {
    if (country !== "" && !countries.includes(country))
      return "A target belongs to no country of the directory.";
    if (target === null) continue;
    const url = new URL(target);
    if (url.protocol !== "https:") return "The address must begin with https://.";
    if (url.host === new URL(origin).host) return "Leaving must lead to another site.";
    if (url.username !== "" || url.password !== "") return "The address must hold no name or password.";
  }
  return null;
}

function wordsFault({ words, languages }: Settings): string | null {
  for (const [language, renamed] of Object.entries(words)) {
    if (!languages.includes(language)) return "Words are in a language that is not offered.";
    for (const text of Object.values(renamed)) {
      const banned = bannedWordIn(text);
      if (banned !== null) return `Public pages do not say “${banned}”. Find another word.`;
    }
  }
  return null;
}

/** The name stands in the tab of every page: it may not say why somebody looks. */
function nameFault({ publicName }: Settings): string | null {
  const banned = bannedWordIn(publicName);
  return banned === null ? null : `The name stands on every page. It must not say “${banned}”.`;
}

/** Contrast that the words on and in a colour need (WCAG AA, with room for the softer words beside them). */
const LEAST = { trail: 7, action: 5.5 } as const;

function colourFault({ colours }: Settings): string | null {
  for (const name of ["trail", "action"] as const) {
    const chosen = colours[name];
    if (chosen !== null && contrast(chosen, "#ffffff") < LEAST[name])
      return "White words cannot be read on this colour. Choose a darker one.";
  }
  return null;
}

/** Three years at most until somebody goes through it again (curation: 211 Hudson Valley). */
const MOST_YEARS = 3;

function policyFault({ policies }: Settings, { before, today }: Given): string | null {
  const versions = policies.map(({ version }) => version);
  if (new Set(versions).size !== versions.length) return "This version is there already.";
  // Checklists name a version: what it said may not change. Only its next review moves, with each review.
  const said = ({ nextReview: _nextReview, ...policy }: Settings["policies"][number]) => stableJson(policy);
  const kept = before.policies.every((policy, at) => {
    const now = policies[at];
    return now !== undefined && said(now) === said(policy);
  });
  if (!kept) return "A version that was in force stays as it was. Add a new one.";
  const { from, nextReview } = policyInForce(policies);
  const latest = `${Number((from > today ? from : today).slice(0, 4)) + MOST_YEARS}${today.slice(4)}`;
  if (nextReview <= from) return "The next review comes after its beginning.";
  return nextReview > latest ? `The next review is due within ${MOST_YEARS} years.` : null;
}

function affiliationFault({ affiliations }: Settings, inUse: ReadonlySet<string>): string | null {
  const codes = new Set(affiliations.map(({ code }) => code));
  if (codes.size !== affiliations.length) return "A code stands twice.";
  return [...inUse].every((code) => codes.has(code)) ? null : "An organisation still has what you take away.";
}

const LAST: readonly EmergencyNumber["kind"][] = ["police"];

/** Lines of the police last, whatever order they came in (design: "Emergency card"); all others as they stand. */
export const policeLast = (numbers: readonly EmergencyNumber[]): EmergencyNumber[] => [
  ...numbers.filter(({ kind }) => !LAST.includes(kind)),
  ...numbers.filter(({ kind }) => LAST.includes(kind)),
];

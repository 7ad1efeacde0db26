/** What is looked for: needs and sub-services together, or a stage or a set-back that stands for some. */
import { type Need, NEEDS, SERVICES_BY_NEED } from "#db/vocabulary.ts";

/** Stages and what is usual in each (requirements §4). A lens: it says what to look at first and turns nobody away. */
export const STAGES = {
  crisis: [
    "emergency-shelter",
    "food-support",
    "clothing-hygiene",
    "emergency-medical",
    "health-check",
    "trauma-care",
    "risk-assessment",
    "identity-documents",
    "legal-advice",
    "family-contact",
    "case-manager",
    "legal-guardian",
  ],
  transition: [
    "protected-apartment",
    "semi-independent-living",
    "vocational-course",
    "internship",
    "job-readiness",
    "catch-up-classes",
    "life-skills",
    "family-mediation",
    "childcare",
    "primary-care",
    "service-information",
  ],
  inclusion: [
    "job-placement",
    "job-coaching",
    "business-grant",
    "business-mentoring",
    "social-housing",
    "compensation-claim",
    "mentoring",
    "peer-support-group",
    "family-livelihood",
    "social-benefits",
    "return-to-support",
  ],
} as const;
export type Stage = keyof typeof STAGES;

/** "Things went wrong again": common set-backs and where help may start (requirements §4). */
export const SET_BACKS = {
  "lost-job": [
    "job-search-help",
    "job-placement",
    "cash-assistance",
    "social-benefits",
    "debt-help",
    "wage-claim",
  ],
  "home-trouble": [
    "domestic-violence-help",
    "family-mediation",
    "emergency-shelter",
    "safety-plan",
    "child-protection",
  ],
  unwell: ["crisis-counselling", "psychiatric-care", "community-mental-health", "remote-counselling"],
  "ill-or-hurt": [
    "emergency-medical",
    "primary-care",
    "hospital-care",
    "medicines",
    "health-cover",
    "disability-benefit",
  ],
  threatened: [
    "risk-assessment",
    "safety-plan",
    "police-protection",
    "witness-protection",
    "relocation",
    "legal-advice",
  ],
  "slow-case": [
    "case-updates",
    "legal-advice",
    "legal-representation",
    "compensation-claim",
    "counselling-during-case",
  ],
  "community-trouble": ["community-mediation", "community-protection", "peer-support-group", "relocation"],
  "help-ended": ["return-to-support", "case-manager", "service-information", "follow-up", "mentoring"],
  disaster: [
    "emergency-shelter",
    "food-support",
    "family-material-aid",
    "home-repair-build",
    "cash-assistance",
  ],
} as const satisfies Readonly<Record<string, readonly Service[]>>;
export type SetBack = keyof typeof SET_BACKS;

export type Service = (typeof SERVICES_BY_NEED)[Need][number];

export interface Wanted {
  readonly needs: readonly Need[];
  readonly services: readonly string[];
  readonly stage: Stage | null;
  readonly setBack: SetBack | null;
}

export const NOTHING_WANTED: Wanted = { needs: [], services: [], stage: null, setBack: null };

/** A need with the sub-services looked for in it; none: everything for the need. */
export interface WantedLine {
  readonly need: Need;
  readonly services: readonly string[];
}

/** The first need of a sub-service; null for one that a deployment has added itself. */
export function needOfService(code: string): Need | null {
  return NEEDS.find((need) => (SERVICES_BY_NEED[need] as readonly string[]).includes(code)) ?? null;
}

/**
 * The lines to find, a need each, in the field's order. A need that was asked for whole stays whole: sub-services of a
 * stage do not narrow it.
 */
export function wantedLines(wanted: Wanted): readonly WantedLine[] {
  const codes = [
    ...wanted.services,
    ...(wanted.stage === null ? [] : STAGES[wanted.stage]),
    ...(wanted.setBack === null ? [] : SET_BACKS[wanted.setBack]),
  ];
  return NEEDS.flatMap((need) => {
    const inNeed = (code: string) => needOfService(code) === need;
    const services = [...new Set(codes.filter(inNeed))];
    if (wanted.needs.includes(need)) return [{ need, services: wanted.services.filter(inNeed) }];
    return services.length > 0 ? [{ need, services }] : [];
  });
}

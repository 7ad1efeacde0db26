/** Titles of the practitioners' forms in English, by which `words/` has them too. Others are named by messages. */
export const FORM_TITLES = {
  plan: "My plan",
  needs: "Needs over time",
  checklist: "Checklist for services",
  stages: "Stage by stage",
  milestones: "Milestones and feelings",
  questions: "Questions to think about",
  grid: "Identified and assisted",
  handover: "Map of services to hand over",
} as const;

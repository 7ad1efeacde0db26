/** Titles of the practitioners' forms, in English alone as their texts are. Others are named by messages. */
export const FORM_TITLES: Readonly<Record<string, string>> = {
  plan: "My plan",
  needs: "Needs over time",
  checklist: "Checklist for services",
  stages: "Stage by stage",
  milestones: "Milestones and feelings",
  questions: "Questions to think about",
  grid: "Identified and assisted",
  handover: "Map of services to hand over",
};

/**
 * What the practitioners' forms say, in our own words, after the guides of the field (requirements §4, §6.2–6.4). Each text
 * has its translations in `words/`, by which a changed one must be changed too. They use the field's terms, so they are no messages of the site, where these words are banned.
 */
import type { Need } from "#db/vocabulary.ts";

/** Points to go through before somebody is referred (requirements §6.2, "Ethical referral principles"; R60). */
export const REFERRAL_PRINCIPLES: readonly string[] = [
  "A referral is the person’s right. It is not a way to hand on your own duty.",
  "The person knows what the service does, what it asks and what it cannot do.",
  "The person has said yes, knows they can say no, and can take the yes back.",
  "There was time to think, and no pressure.",
  "Only what the person agreed to is passed on, and only to those they named.",
  "The service is authorised and competent for this need.",
  "It is safe to go there: the way, the place, who else is there.",
  "Someone speaks the language, or a trained and impartial interpreter is found.",
  "The service does not depend on talking to the police or on a court case.",
  "A child’s best interests come first; the child and the guardian are heard.",
  "Treatment that has begun goes on: nothing stops before the next thing starts.",
  "Costs, travel and childcare are arranged.",
  "Relatives who need help are part of the plan.",
  "You have agreed when you will ask how it went.",
  "The person knows where to complain, and that it has no bad effect on their help.",
];

export const PLAN_COLUMNS = [
  "Need and wish",
  "Strengths and resources",
  "Service, contact",
  "Who does what",
  "By when",
  "How we will see that it helped",
] as const;
/** As many as fill the first page with the team below them, by how full it is; what is agreed stands on the second. */
export const PLAN_ROWS = [8, 7, 6] as const;
export const PLAN_TEAM: readonly string[] = [
  "Case manager",
  "Psychologist",
  "Doctor",
  "Lawyer",
  "Teacher or trainer",
  "Other",
];
export const PLAN_END: readonly (readonly [text: string, tick: boolean, write: boolean])[] = [
  ["Goal for the next month", false, true],
  ["Goal for the next six months", false, true],
  ["We look at this plan again on", false, true],
  ["Next contact: how, where, when it is safe", false, true],
  ["I understand this plan and agree to it", true, false],
  ["I know that I can change my mind at any time", true, false],
  ["Signature", false, true],
  ["Case manager", false, true],
  ["Parent or guardian, if under 18", false, true],
  ["What I would like to say about the help I get", false, true],
];

/**
 * What stands in the place of a text that names what people went through, where only general help is printed
 * (requirements: R43).
 */
const UNNAMED: ReadonlyMap<string, string> = new Map([
  ["Before trafficking", "Before it happened"],
  ["Because of trafficking", "Because of what happened"],
  ["Help outside anti-trafficking work", "Help from other services"],
  ["can spot trafficking", "can spot who is being harmed"],
]);

/** A text of a form as it may be printed. */
export const printable = (text: string, generalOnly: boolean): string =>
  generalOnly ? (UNNAMED.get(text) ?? text) : text;

/** Lines to write on for each of them, by how full the form is. */
export const TIME_LINES = [7, 7, 6] as const;
export const TIMES = ["Before trafficking", "Because of trafficking", "During reintegration"] as const;

export const STAGES = [
  "Crisis (months 0–6)",
  "Transition (months 7–12)",
  "Inclusion (months 13–36)",
] as const;
export const MILESTONES: readonly (readonly string[])[] = [
  ["is safe", "has a new daily routine", "is calmer and sleeps better", "is in better health"],
  [
    "knows the services nearby and how to approach them",
    "has life skills for everyday matters",
    "lives somewhere stable",
    "has learned a trade or goes to school",
    "has work, or is looking for it",
  ],
  [
    "has a lasting home and work",
    "has steady ties with family or others",
    "copes when things go wrong",
    "has a decent standard of living",
  ],
];
export const FEELINGS: readonly (readonly string[])[] = [
  [
    "afraid, also where it is safe",
    "numb, or angry",
    "ashamed, though it is not their fault",
    "unable to sleep or to trust",
  ],
  ["up one day and down the next", "impatient", "lonely among others", "worried about money and family"],
  ["proud of what was done", "tired", "afraid again when something reminds", "missing those who helped"],
];
export const STAGE_GUIDANCE: readonly (readonly string[])[] = [
  [
    "needs asked within two weeks",
    "plan within a month",
    "few services, reachable now",
    "first contact with family, if wished",
  ],
  ["contact at least weekly", "hands over a map and list of services", "practises approaching each of them"],
  [
    "contact at least monthly, up to five years where needed",
    "a list of emergency contacts",
    "the door stays open after the case closes",
  ],
];
export const SETBACKS: readonly string[] = [
  "loss of work or money",
  "illness or injury",
  "mental health",
  "conflict in the family",
  "violence at home",
  "conflict in the community",
  "threats",
  "slow justice",
  "help that ended",
];

/** Lines to write on under each question, by how full the form is. */
export const QUESTION_LINES = [3, 3, 2] as const;
/** Pairs of open questions (requirements §6.2). */
export const QUESTIONS: readonly (readonly [title: string, first: string, second: string])[] = [
  [
    "Help outside anti-trafficking work",
    "Which other services in your area could help?",
    "How could referral to them be made better?",
  ],
  ["Barriers in my area", "What keeps people from getting help here?", "What could make it better?"],
  ["Set-backs", "What causes set-backs for the people you work with?", "What has helped?"],
  ["Looking after yourself", "What can you do for yourself?", "Whom can you turn to?"],
];

export interface Checklist {
  readonly programming: readonly string[];
  readonly children: readonly string[];
  readonly policy: readonly string[];
}

/** For every area (requirements §6.4, "All"). */
export const CHECKLIST_ALL: Checklist = {
  programming: [
    "tailored to the person",
    "complete enough, or refers on",
    "open to all",
    "informed and voluntary",
    "staff trained, accredited and supervised",
    "staff sensitised",
    "fits culture and religion",
    "standards of quality",
    "specific and general providers work together",
    "in the community where possible",
    "in the person’s own language",
    "accountable; complaints are heard",
    "people take part and decide",
    "a code of ethics is kept",
  ],
  children: [
    "guardian",
    "child-friendly",
    "staff trained for children",
    "child protection policy",
    "children take part",
  ],
  policy: [
    "partnerships",
    "national and transnational referral",
    "ethics codes",
    "against stigma",
    "a budget",
  ],
};

/** By area. Return has no list in the source, so its columns are blank. */
export const CHECKLISTS: Readonly<Record<Need, Checklist>> = {
  housing: {
    programming: [
      "emergency",
      "long-term",
      "alternatives to shelters",
      "stays are voluntary",
      "family is assessed",
      "looked at again",
    ],
    children: ["reunification first", "alternative care", "the child is involved"],
    policy: ["housing is part of the package of help"],
  },
  medical: {
    programming: [
      "emergency and ongoing",
      "family health",
      "services are mapped",
      "treats whatever the cause",
      "informs",
      "asks consent to tests",
      "helps with paperwork",
      "trains staff",
      "pays travel",
      "can spot trafficking",
      "ethics",
      "accountable",
      "looked at again",
    ],
    children: [
      "access as for nationals",
      "specialised staff",
      "protocols",
      "child and guardian are informed",
      "child policy",
    ],
    policy: ["long-term", "free", "records can cross borders"],
  },
  counselling: {
    programming: [
      "professional care",
      "regulated",
      "a network of counsellors",
      "other therapies",
      "support for witnesses",
      "sensitive",
      "can spot trauma",
      "limits for non-professionals",
      "supervision",
      "travel or phone",
      "families",
      "coping tools",
      "ethics",
      "assessment tools",
      "looked at again",
    ],
    children: ["specialists", "coping", "protocols", "informed", "child policy"],
    policy: ["access", "more professionals", "ethics"],
  },
  education: {
    programming: [
      "options for all",
      "back into school",
      "literacy with training",
      "life skills",
      "other costs are paid",
    ],
    children: ["opportunity", "families"],
    policy: [
      "fewer barriers of paperwork",
      "adapted",
      "alternatives",
      "no stigma in school",
      "trained teachers",
    ],
  },
  training: {
    programming: [
      "individual",
      "enough skill to work",
      "specialists",
      "labour market is checked",
      "fits family",
      "other needs are met",
    ],
    children: ["benefits the child"],
    policy: ["programmes designed by experts"],
  },
  economic: {
    programming: [
      "individual",
      "experts for small business",
      "labour market is checked",
      "work abroad",
      "safe migration",
      "fits family",
    ],
    children: ["benefits the child"],
    policy: ["programmes designed by experts"],
  },
  administrative: {
    programming: [
      "documents are free",
      "officials are trained",
      "post and proxy",
      "information in all languages",
      "help with procedure",
    ],
    children: ["birth registration", "support with papers", "guardian"],
    policy: ["simpler", "legal stay"],
  },
  legal: {
    programming: [
      "information and consent",
      "updates",
      "lawyer",
      "advocate",
      "not tied to a shelter",
      "movement and work",
      "no detention",
      "rules for interviews",
      "protection",
      "quick compensation",
      "costs are paid",
      "interpreters",
    ],
    children: ["best interests", "lawyer", "child procedures", "risk", "contact with family", "placement"],
    policy: ["compensation", "shorter cases", "trained justice staff"],
  },
  protection: {
    programming: [
      "risk in the family",
      "risk",
      "the person’s own view",
      "watched over time",
      "emergency plan",
      "works with authorities",
      "informs of options",
    ],
    children: ["involved", "informed", "safety in the best-interests decision"],
    policy: ["tools and protocols"],
  },
  return: { programming: [], children: [], policy: [] },
  family: {
    programming: ["help for relatives", "contact before return", "mediation", "alternatives", "a budget"],
    children: ["tracing", "is return advisable", "contact", "parenting", "children of the person"],
    policy: ["the whole family", "in referral systems", "advocacy"],
  },
  "case-management": {
    programming: [
      "coordinated",
      "a system",
      "needs assessment",
      "plan",
      "supervision",
      "resources",
      "voluntary",
      "language",
    ],
    children: ["safe tracing", "the child is involved", "the family is involved"],
    policy: ["ethics", "capacity", "resources", "referrals"],
  },
};

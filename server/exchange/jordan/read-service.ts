/** One service of the UNHCR Jordan set. */
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { readText } from "../free-text.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import { readDate } from "../read-date.ts";
import type { ReadOptions } from "../read-result.ts";
import type { Activity } from "./activity.ts";
import { type Question, QUESTIONS } from "./coded-values.ts";
import { readEligibility } from "./eligibility.ts";
import { readHours } from "./hours.ts";
import type { JordanPlace } from "./read-location.ts";
import { serviceCodes } from "./service-codes.ts";
import {
  answerOf,
  descriptionOf,
  isHalfTranslated,
  linesOf,
  type Localized,
  nameOf,
  type Phrases,
} from "./texts.ts";
import { differences, type Twin } from "./twins.ts";

type ServiceInput = NonNullable<OrganizationInput["services"]>[number];

export interface ServiceSource {
  twin: Twin;
  place: JordanPlace;
  phrases: Phrases;
  date: string | undefined;
  options: ReadOptions;
  problems: ProblemList;
}

/** Answers on which access to help depends: where the twins disagree on one, a person must decide. */
const DECISIVE = new Set<Question>(["registration", "nationality", "intake", "accessibility", "referral"]);

/** The service as a draft record; everything doubtful is in `held` and in the report. */
export function readService(source: ServiceSource): ServiceInput {
  const { twin, place, phrases, problems } = source;
  const { en, ar, sourceId } = twin;
  const held = [...place.held];
  const hold = (code: string, column: string, message: string): void => {
    held.push(problems.add("held", code, { ...en.where, column }, message, sourceId));
  };
  const note = (code: string, column: string, message: string): void => {
    problems.add("note", code, { ...en.where, column }, message, sourceId);
  };

  const disputed = new Set<Question>();
  for (const { question, en: english, ar: arabic } of differences(twin)) {
    disputed.add(question);
    const message = `English says ${shown(english)}, Arabic says ${shown(arabic)}: left as not known.`;
    if (DECISIVE.has(question)) hold("twins-differ", QUESTIONS[question].en, message);
    else note("twins-differ-text", QUESTIONS[question].en, message);
  }
  const agreed: Activity["answers"] = Object.fromEntries(
    Object.entries(en.answers).filter(([question]) => !disputed.has(question as Question)),
  );

  const eligibility = readEligibility(agreed, en.referralRequired);
  for (const message of eligibility.contradictions) hold("contradiction", "Referral required", message);

  const { codes, unmapped } = serviceCodes(en.activityName, en.indicators);
  for (const text of unmapped) note("need-unmapped", "indicators", `${shown(text)} is in no table of needs.`);
  if (codes.length === 0)
    hold(
      "need-unknown",
      "indicators",
      `No kind of help could be read from ${shown([en.activityName, ...en.indicators].join("; "))}.`,
    );

  const hours = readHours(agreed);
  for (const odd of hours.odd) {
    const said = odd.read ? "was read as it must be meant" : "was not read";
    note(
      odd.read ? "time-odd" : "time-unclear",
      QUESTIONS[odd.question].en,
      `${shown(odd.value)} ${said}: ${odd.reason}.`,
    );
  }
  if (ar?.indicators.some((text) => isHalfTranslated(text))) {
    note(
      "half-translated",
      "indicators",
      "An Arabic text is half English; the phrase table or English alone is used.",
    );
  }

  const service: ServiceInput = {
    sourceId,
    name: nameOf(en.activityName, ar?.activityName, phrases),
    texts: textsOf(twin, phrases, disputed, hours.schedule !== undefined),
    scope: "general",
    services: codes,
    locations: [place.location.sourceId],
    answers: eligibility.answers,
    source: { name: "UNHCR Jordan, Services Advisor", ...(source.date ? { date: source.date } : {}) },
    held,
  };
  if (place.areas) service.areas = place.areas;
  if (hours.schedule) service.schedules = [hours.schedule];
  const papers = answerOf(twin, "registration", disputed);
  if (papers && papers["en"] !== "No Requirement") service.requiredDocuments = [papers];

  const end = en.endDate === "" ? undefined : readDate(en.endDate, "unknown");
  if (end && "date" in end) {
    service.validTo = end.date;
    note("ended", "endDate", `It ran until ${end.date}; it is published only while that is not past.`);
  } else if (end) {
    const where = { ...en.where, column: "endDate" };
    const message = problems.add(
      end.level,
      end.code,
      where,
      `${shown(en.endDate)}: ${end.reason}.`,
      sourceId,
    );
    if (end.level === "held") held.push(message);
  }
  const privateNote = privateNoteOf(twin, disputed);
  if (privateNote !== "") service.privateNote = privateNote;
  return service;
}

function textsOf(
  twin: Twin,
  phrases: Phrases,
  disputed: ReadonlySet<Question>,
  hasSchedule: boolean,
): NonNullable<ServiceInput["texts"]> {
  const texts: Record<string, Localized | undefined> = {
    description: descriptionOf(twin, phrases, disputed, hasSchedule),
    eligibilityDescription: linesOf(twin, ["nationality", "intake", "registration"], disputed),
    applicationProcess: linesOf(twin, ["accessibility", "referral", "nextStep"], disputed),
    waitTime: answerOf(twin, "responseDelay", disputed),
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

/** What is for colleagues alone: how they hear back, both sides of a disagreement, free comments. */
function privateNoteOf(twin: Twin, disputed: ReadonlySet<Question>): string {
  const { en, ar } = twin;
  const lines = (["feedback", "feedbackDelay"] as const).flatMap((question) =>
    en.answers[question] ? [`${QUESTIONS[question].en}: ${en.answers[question].join(", ")}`] : [],
  );
  for (const question of disputed) {
    lines.push(
      `${QUESTIONS[question].en}: ${(en.answers[question] ?? []).join(", ")} | ${(ar?.answers[question] ?? []).join("، ")}`,
    );
  }
  if (en.startDate !== "") lines.push(`Started ${en.startDate}.`);
  for (const comment of new Set([en.comments, ar?.comments ?? ""])) {
    const { text } = readText(comment);
    if (text !== "") lines.push(text);
  }
  return lines.join("\n").slice(0, 20_000);
}

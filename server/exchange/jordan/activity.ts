/** One entry of the UNHCR Jordan set as the file has it: a GeoJSON-like feature. */
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { ProblemList } from "../problem-list.ts";
import type { Where } from "../read-result.ts";
import { ARABIC_NEXT_STEP, type Question, QUESTIONS } from "./coded-values.ts";

export interface Activity {
  where: Where;
  /** The source's id; 13 of them stand twice. */
  id: string;
  /** Code of the kind of activity; tells entries with the same id apart. */
  activity: string;
  partnerName: string;
  locationName: string;
  activityName: string;
  category: string;
  startDate: string;
  endDate: string;
  referralRequired: string;
  indicators: string[];
  answers: Partial<Record<Question, string[]>>;
  /** Free text that may name staff; the published file leaves it out. */
  comments: string;
  latitude?: string;
  longitude?: string;
}

/** True for the array that this set is: features with a partner and an activity. */
export function isActivityList(value: Json | undefined): value is JsonObject[] {
  if (!Array.isArray(value)) return false;
  const [first] = value;
  if (!isObject(first) || !isObject(first["properties"])) return false;
  return "partnerName" in first["properties"] && "activityName" in first["properties"];
}

/** Arabic when a question's heading is. */
export function isArabic(list: readonly JsonObject[]): boolean {
  const heading = /^(?:\d+\. )?\p{Script=Arabic}/u;
  return list.some(
    (item) =>
      isObject(item["properties"]) && Object.keys(item["properties"]).some((key) => heading.test(key)),
  );
}

/** Reads every entry; what lacks an id, a partner or an activity is an error. */
export function readActivities(list: readonly Json[], file: string, problems: ProblemList): Activity[] {
  const activities: Activity[] = [];
  list.forEach((item, index) => {
    const where = { file, row: `[${index}]` };
    const activity = readActivity(item, where, problems);
    if (activity) activities.push(activity);
  });
  return activities;
}

function readActivity(item: Json, where: Where, problems: ProblemList): Activity | null {
  const properties = isObject(item) ? item["properties"] : undefined;
  if (!isObject(item) || !isObject(properties)) {
    problems.add("error", "not-a-record", where, "This entry is not an object with properties.");
    return null;
  }
  const required = {
    id: text(item["id"]),
    partnerName: text(properties["partnerName"]),
    activityName: text(properties["activityName"]),
  };
  for (const [column, value] of Object.entries(required)) {
    if (value !== "") continue;
    problems.add("error", "missing-value", { ...where, column }, `${column} is missing.`);
    return null;
  }
  const activity: Activity = {
    where,
    ...required,
    activity: text(properties["activity"]),
    locationName: text(properties["locationName"]),
    category: text(properties["activityCategory"]),
    startDate: text(properties["startDate"]),
    endDate: text(properties["endDate"]),
    referralRequired: text(properties["Referral required"]),
    indicators: isObject(properties["indicators"]) ? Object.keys(properties["indicators"]) : [],
    answers: readAnswers(properties),
    comments: text(properties["comments"]),
  };
  const geometry = item["geometry"];
  const coordinates = isObject(geometry) ? geometry["coordinates"] : undefined;
  if (Array.isArray(coordinates)) {
    // GeoJSON writes longitude first.
    activity.longitude = text(coordinates[0]);
    activity.latitude = text(coordinates[1]);
  }
  return activity;
}

function readAnswers(properties: JsonObject): Activity["answers"] {
  const answers: Activity["answers"] = {};
  for (const [key, value] of Object.entries(properties)) {
    const question = questionOf(key);
    if (!question || !isObject(value)) continue;
    answers[question] = Object.entries(value)
      .filter(([, chosen]) => chosen === true)
      .map(([answer]) => answer);
  }
  return answers;
}

function questionOf(heading: string): Question | undefined {
  const number = heading.trim() === ARABIC_NEXT_STEP ? 11 : Number(/^(\d+)\./u.exec(heading)?.[1] ?? 0);
  return (Object.keys(QUESTIONS) as Question[]).find((question) => QUESTIONS[question].number === number);
}

function text(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

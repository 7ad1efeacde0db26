/** The reckoning of printed editions, for the sheet that the browser prints. */
export { monthsAfter } from "#server/edition/dates.ts";

/** Whom a search may ask for, apart from the rest of its contract: the device needs the list and no parser. */
export const GENDERS = ["women", "men", "girls", "boys", "trans"] as const;
export type Gender = (typeof GENDERS)[number];

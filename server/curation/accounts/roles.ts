import { CURATOR_ROLES, type CuratorRole } from "#db/vocabulary.ts";

/** Whether a text is one of the roles. */
export const isRole = (text: string): text is CuratorRole =>
  (CURATOR_ROLES as readonly string[]).includes(text);

import type { IconName } from "#web/icons/icon.tsx";

/** The pictogram of what a sentence speaks of, by its topic; the others stand in words alone. */
export const TOPIC_SIGN: Readonly<Record<string, IconName>> = {
  papers: "identification-card",
  identification: "stamp",
  police: "police-car",
  staying: "bed",
  language: "chat-centered-text",
  interpreter: "users",
  children: "baby",
  "child-alone": "baby",
  "child-told": "eye-slash",
  "child-parent": "users",
  who: "user",
};

/** Signs of the list, which the start page brings with it beside its own (ids of `signs.ts`). */
export const FIRST_SIGNS: readonly string[] = [
  "calendar-check",
  "caret-down",
  "chat-centered-text",
  "check",
  "clock",
  "house",
  "info",
  "lock-simple",
  "map-trifold",
  "question",
  "user",
  "wallet",
].map((name) => `i-${name}`);

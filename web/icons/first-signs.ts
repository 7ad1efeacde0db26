/** Signs of the place and the list, which the start page brings with it beside its own (ids of `signs.ts`). */
export const FIRST_SIGNS: readonly string[] = [
  "calendar-check",
  "caret-down",
  "chat-centered-text",
  "check",
  "clock",
  "globe-hemisphere-east",
  "house",
  "info",
  "list",
  "lock-simple",
  "map-trifold",
  "minus",
  "question",
  "user",
  "wallet",
  "x",
].map((name) => `i-${name}`);

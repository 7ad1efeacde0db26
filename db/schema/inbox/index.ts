/** The inbox: what the public may put in, and only the back office may read. */
export * from "./bucket.ts";
export * from "./report.ts";
export * from "./spent-proof.ts";
export * from "./suggestion.ts";

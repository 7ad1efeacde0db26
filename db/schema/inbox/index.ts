/** The inbox: what the public may put in, and only the back office may read. */
export * from "./report.ts";

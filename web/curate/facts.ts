import { signal } from "@preact/signals";
import type { OfficeFacts } from "#server/contract/curate/office-facts.ts";

/** What the app knows of the directory, fetched once somebody has signed in; null before, and outside a browser. */
export const facts = signal<OfficeFacts | null>(null);

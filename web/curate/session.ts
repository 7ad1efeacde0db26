import { signal } from "@preact/signals";
import type { Me } from "#server/contract/curate/curator.ts";
import type { OfficeFacts } from "#server/contract/curate/office-facts.ts";
import { ApiError, get, post } from "./api.ts";
import { draftsBelongTo, dropAllDrafts } from "./editor/drafts.ts";
import { facts } from "./facts.ts";

export { facts };

/** Who is signed in: null before it is known, "nobody" when nobody is. */
export const me = signal<Me | "nobody" | null>(null);

/** Asks who is signed in. */
export async function readSession(): Promise<void> {
  try {
    const found = await get<Me>("/api/me");
    draftsBelongTo(found.id);
    me.value = found;
    if (found.role !== "practitioner") await readFacts();
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) me.value = "nobody";
    else throw error;
  }
}

/** Fetches what the app knows of the directory again. */
export async function readFacts(): Promise<void> {
  facts.value = await get<OfficeFacts>("/api/facts");
}

/** Signs out and forgets what was fetched. */
export async function signOut(): Promise<void> {
  dropAllDrafts();
  await post("/auth/sign-out");
  facts.value = null;
  me.value = "nobody";
}

/** The one who is signed in; null for nobody. */
export const person = (): Me | null => (me.value === "nobody" ? null : me.value);

/** Whether the one who is signed in may publish. */
export const mayPublish = (): boolean => ["admin", "publisher"].includes(person()?.role ?? "");

/**
 * What was typed and not sent, so that it survives a closed tab or a lost line. Kept under a name of its own in this
 * browser, locked with a key that only a living session of the same person is given, without anything that is
 * withheld, until it is saved, the person signs out, or seven days are over.
 */
import type { ContactForm, ListingForm, NoteForm, PlaceForm } from "#server/contract/curate/listing-form.ts";
import { get } from "../api.ts";

/** The public site knows this name and leaves what bears it alone (`web/exit/leave.ts`). */
export const DRAFTS = "waymark-office";
const DAYS_KEPT = 7;
const DAY = 86_400_000;

export interface Draft {
  /** The revision that the changes were made to. */
  readonly base: number;
  readonly changes: ListingForm;
  /** When it was typed, ISO. */
  readonly at: string;
}

interface Locked {
  readonly at: string;
  readonly iv: string;
  readonly data: string;
}

/** Whether a change may lie in a browser: nothing that is withheld or that the public does not see. */
export function mayBeKept(field: string, value: unknown): boolean {
  if (field === "privateNote" || field === "held") return false;
  if (value === null) return true;
  if (field.startsWith("place:")) return (value as PlaceForm).privacy === "public";
  if (field.startsWith("note:")) return (value as NoteForm).audience === "public";
  if (!field.startsWith("contact:")) return true;
  const { audience, owner, released } = value as ContactForm;
  return audience === "public" && (owner === "service" || released);
}

/** Keeps what was typed of a listing; nothing typed any more: the draft goes. Answers how many fields stay out. */
export async function keepDraft(id: string, base: number, changes: ListingForm): Promise<number> {
  const kept = Object.fromEntries(
    Object.entries(changes).filter(([field, value]) => mayBeKept(field, value)),
  );
  const left = Object.keys(changes).length - Object.keys(kept).length;
  if (Object.keys(kept).length === 0) {
    dropDraft(id);
    return left;
  }
  const at = new Date().toISOString();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify({ base, changes: kept, at } satisfies Draft));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), plain);
  const locked: Locked = { at, iv: toText(iv), data: toText(new Uint8Array(data)) };
  localStorage.setItem(nameOf(id), JSON.stringify(locked));
  return left;
}

/** What was typed of a listing and not sent; null: nothing, or it is too old, or it is not this person's to read. */
export async function readDraft(id: string): Promise<Draft | null> {
  sweepDrafts();
  const found = localStorage.getItem(nameOf(id));
  if (found === null) return null;
  try {
    const { iv, data } = JSON.parse(found) as Locked;
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: toBytes(iv) },
      await key(),
      toBytes(data),
    );
    return JSON.parse(new TextDecoder().decode(plain)) as Draft;
  } catch {
    return null;
  }
}

/** Forgets what was typed of a listing. */
export function dropDraft(id: string): void {
  localStorage.removeItem(nameOf(id));
}

/** Forgets everything of everybody in this browser, and the key: somebody signed out. */
export function dropAllDrafts(): void {
  for (const name of names()) localStorage.removeItem(name);
  unlocked = null;
}

/** Forgets what is older than seven days. */
export function sweepDrafts(now = Date.now()): void {
  for (const name of names()) {
    const at = /"at":"([^"]+)"/u.exec(localStorage.getItem(name) ?? "")?.[1];
    if (at === undefined || Date.parse(at) < now - DAYS_KEPT * DAY) localStorage.removeItem(name);
  }
}

const names = (): readonly string[] =>
  Object.keys(localStorage).filter((name) => name.startsWith(`${DRAFTS}/`));
const nameOf = (id: string): string => `${DRAFTS}/${owner}/${id}`;

let owner = "";
let unlocked: Promise<CryptoKey> | null = null;

/** Whose drafts these are: said when somebody has signed in. */
export function draftsBelongTo(curatorId: string): void {
  if (owner !== curatorId) unlocked = null;
  owner = curatorId;
}

/** Fetched once a visit; it lies in memory alone and cannot be taken out of there. */
function key(): Promise<CryptoKey> {
  unlocked ??= get<{ key: string }>("/api/me/draft-key").then((answer) =>
    crypto.subtle.importKey("raw", toBytes(answer.key), "AES-GCM", false, ["encrypt", "decrypt"]),
  );
  unlocked.catch(() => (unlocked = null));
  return unlocked;
}

const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

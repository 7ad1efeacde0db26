import type { Catalogue } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";

/** Who does something in the back office. Every verb checks this first. */
export type Actor =
  | { readonly type: "command-line" }
  | {
      readonly type: "curator";
      readonly id: string;
      readonly role: "admin" | "publisher" | "editor" | "practitioner";
      /** The one organisation that an editor may edit; null or absent: all. */
      readonly organizationId?: string | null;
    }
  /** What happens by the clock. */
  | { readonly type: "timer" }
  | { readonly type: "public" };

export interface Context {
  readonly catalogue: Catalogue;
  readonly actor: Actor;
  /** The clock, so that a test may hold it. */
  readonly now: Date;
}

const refuse = (what: string): never => {
  throw new DirectoryError("forbidden", what);
};

/** Throws `forbidden` unless the actor may do everything. */
export function requireAdmin({ actor }: Context): void {
  if (actor.type === "command-line" || (actor.type === "curator" && actor.role === "admin")) return;
  refuse("Sign in as an admin to do this.");
}

/** Throws `forbidden` unless the actor may publish. */
export function requirePublisher(context: Context): void {
  if (!mayPublish(context)) refuse("Sign in as a publisher to do this.");
}

/** Whether the actor may publish, and so may read what people report. */
export const mayPublish = ({ actor }: Context): boolean =>
  actor.type === "command-line" ||
  (actor.type === "curator" && (actor.role === "admin" || actor.role === "publisher"));

/** Throws `forbidden` unless the actor may read and edit listings. Practitioners may not. */
export function requireEditor({ actor }: Context): void {
  if (actor.type === "command-line" || (actor.type === "curator" && actor.role !== "practitioner")) return;
  refuse("Sign in as an editor to do this.");
}

/** Throws `forbidden` unless the actor may edit listings of this organisation. */
export function requireEditorOf(context: Context, organizationId: string): void {
  requireEditor(context);
  const own = ownOrganization(context);
  if (own !== null && own !== organizationId) refuse("This listing belongs to another organisation.");
}

/** Throws `forbidden` unless the actor is the clock, or may publish. */
export function requireTimer(context: Context): void {
  if (context.actor.type !== "timer") requirePublisher(context);
}

/** The one organisation that an editor is bound to; null: none. */
export function ownOrganization({ actor }: Context): string | null {
  return actor.type === "curator" && actor.role === "editor" ? (actor.organizationId ?? null) : null;
}

/** The actor as the audit names it. */
export function actorName({ actor }: Context): string {
  return actor.type === "curator" ? actor.id : actor.type;
}

/** ISO date of the context's moment. */
export function today({ now }: Context): string {
  return now.toISOString().slice(0, 10);
}

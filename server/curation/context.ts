import type { Catalogue } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";

/** Who does something in the back office. Every verb checks this first. */
export type Actor =
  | { readonly type: "command-line" }
  | {
      readonly type: "curator";
      readonly id: string;
      readonly role: "admin" | "publisher" | "editor" | "practitioner";
    }
  | { readonly type: "public" };

export interface Context {
  readonly catalogue: Catalogue;
  readonly actor: Actor;
  /** The clock, so that a test may hold it. */
  readonly now: Date;
}

/** Throws `forbidden` unless the actor may publish. */
export function requirePublisher({ actor }: Context): void {
  const may =
    actor.type === "command-line" ||
    (actor.type === "curator" && (actor.role === "admin" || actor.role === "publisher"));
  if (!may) throw new DirectoryError("forbidden", "Sign in as a publisher to do this.");
}

/** The actor as the audit names it. */
export function actorName({ actor }: Context): string {
  return actor.type === "curator" ? actor.id : actor.type;
}

/** ISO date of the context's moment. */
export function today({ now }: Context): string {
  return now.toISOString().slice(0, 10);
}

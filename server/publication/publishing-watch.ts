import type { PublishingView } from "#server/contract/curate/desk.ts";
import type { PublicationOptions } from "./apply-publication.ts";

/**
 * How far the publishing is that a process does just now. There is one at a time, since the published store is held
 * while it goes on; one that waits for another has nothing to tell yet.
 */
export class PublishingWatch {
  #now: { readonly owner: symbol; readonly view: PublishingView } | null = null;

  /** What a publishing is given so that it is seen here. */
  options(): Required<Pick<PublicationOptions, "onProgress" | "onEnd">> {
    const owner = Symbol("publishing");
    return {
      onProgress: (step, done, of) => {
        this.#now = { owner, view: { step, done, of } };
      },
      onEnd: () => {
        if (this.#now?.owner === owner) this.#now = null;
      },
    };
  }

  /** Null: nothing is being published here. */
  get now(): PublishingView | null {
    return this.#now?.view ?? null;
  }
}

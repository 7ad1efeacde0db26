import { randomBytes } from "node:crypto";
import type { Connections } from "./connections.ts";
import { RequestError } from "./errors.ts";
import type { Grant } from "./grants.ts";
import { Stream } from "./stream.ts";

/** How long and how many streams there may be. */
export interface StreamLimits {
  /** Milliseconds a stream may wait for its next request; its transaction is rolled back after that. */
  idleMilliseconds: number;
  /** Milliseconds a stream may last altogether, from its first request. */
  lifetimeMilliseconds: number;
  /** Milliseconds a statement waits for a lock before SQLITE_BUSY. */
  busyMilliseconds: number;
  /** Streams open at once. */
  streams: number;
}

interface Entry {
  stream: Stream;
  grant: Grant;
  connections: Connections;
  endsAt: number;
  timer?: NodeJS.Timeout;
}

/** The open streams, found by baton. A baton serves once, and only the token that opened the stream. */
export class Streams {
  readonly #limits: StreamLimits;
  readonly #waiting = new Map<string, Entry>();
  readonly #open = new Set<Entry>();

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  /**
   * Runs `work` on the stream the baton names, or on a new one, and answers with the next baton: null when
   * the stream was closed by its client.
   * @throws RequestError STREAM_EXPIRED (400) for a baton that is unknown, used or too old;
   *   TOO_MANY_STREAMS (503).
   */
  async use<Result>(
    baton: string | undefined,
    grant: Grant,
    connections: Connections,
    work: (stream: Stream) => Promise<Result>,
  ): Promise<{ baton: string | null; result: Result }> {
    const entry = baton === undefined ? this.#begin(grant, connections) : this.#resume(baton, grant);
    try {
      const result = await work(entry.stream);
      return { baton: this.#rest(entry), result };
    } catch (error) {
      this.#end(entry);
      throw error;
    }
  }

  /** Ends every stream and rolls its transaction back. */
  close(): void {
    for (const entry of this.#open) this.#end(entry);
  }

  #begin(grant: Grant, connections: Connections): Entry {
    if (this.#open.size >= this.#limits.streams) {
      throw new RequestError(503, "TOO_MANY_STREAMS", "Too many streams are open.");
    }
    const entry: Entry = {
      stream: new Stream(connections.take(grant.right), this.#limits.busyMilliseconds),
      grant,
      connections,
      endsAt: Date.now() + this.#limits.lifetimeMilliseconds,
    };
    this.#open.add(entry);
    return entry;
  }

  #resume(baton: string, grant: Grant): Entry {
    const entry = this.#waiting.get(baton);
    if (entry === undefined || entry.grant !== grant) {
      throw new RequestError(400, "STREAM_EXPIRED", "The stream has ended, or its baton was used before.");
    }
    this.#waiting.delete(baton);
    clearTimeout(entry.timer);
    return entry;
  }

  /** Sets a stream aside until its next request. */
  #rest(entry: Entry): string | null {
    const left = entry.endsAt - Date.now();
    if (entry.stream.isClosed || left <= 0 || !this.#open.has(entry)) {
      this.#end(entry);
      return null;
    }
    const baton = randomBytes(24).toString("base64url");
    this.#waiting.set(baton, entry);
    entry.timer = setTimeout(
      () => {
        this.#waiting.delete(baton);
        this.#end(entry);
      },
      Math.min(left, this.#limits.idleMilliseconds),
    );
    entry.timer.unref();
    return baton;
  }

  #end(entry: Entry): void {
    if (!this.#open.delete(entry)) return;
    clearTimeout(entry.timer);
    entry.stream.isClosed = true;
    entry.connections.giveBack(entry.stream.connection);
  }
}

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { BenchAnswer } from "./engine.ts";
import type { MainQuery } from "./make-queries.ts";
import type { EngineName, Order } from "./orders.ts";

/** Milliseconds as the engine's own process measured them; `read` is null for an engine that has no listings. */
export interface TimedAnswer {
  readonly answer: BenchAnswer;
  readonly asked: number;
  readonly read: number | null;
}

/** What loading came to: bytes of what is searched, seconds. */
export interface Loaded {
  readonly name: string;
  readonly bytes: number;
  readonly seconds: number;
}

/**
 * An engine in a process of its own, so that each clears away its own garbage in its own time, has the memory that it
 * needs and no more, and answers as it would where it is used.
 */
export class EngineProcess {
  /** The most bytes that the process had by its last answer. */
  memory = 0;
  private readonly child: ChildProcess;

  constructor() {
    const main = fileURLToPath(new URL("./run-engine.ts", import.meta.url));
    this.child = fork(main, [], { serialization: "advanced" });
  }

  load(
    engine: EngineName,
    templates: readonly PublishedListing[],
    listings: number,
    bodies: boolean,
  ): Promise<Loaded> {
    return this.send({ do: "load", engine, templates, listings, bodies });
  }

  ask(query: MainQuery, read: boolean): Promise<TimedAnswer> {
    return this.send({ do: "ask", query, read });
  }

  /** How the engine goes about a question; null when it cannot say. */
  explain(query: MainQuery): Promise<string | null> {
    return this.send({ do: "explain", query });
  }

  async close(): Promise<void> {
    if (this.child.connected) await this.send({ do: "close" });
    this.child.disconnect();
  }

  /** Throws what the process threw, and an Error when it ends instead of answering. */
  private send<T>(order: Order): Promise<T> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`An engine's process ended with ${code}`));
      this.child.once("exit", ended);
      this.child.once("message", (message: { result?: T; memory?: number; error?: string }) => {
        this.child.off("exit", ended);
        if (message.error !== undefined) return reject(new Error(message.error));
        this.memory = message.memory ?? this.memory;
        resolve(message.result as T);
      });
      this.child.send(order);
    });
  }
}

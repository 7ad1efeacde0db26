/** The process of one engine (`engine-process.ts`): does what it is told, one thing after the other. */
import type { Engine } from "./engine.ts";
import type { EngineName, Order } from "./orders.ts";
import { makeListings, readTowns } from "./make-listings.ts";
import { packedCells } from "./packed-cells.ts";
import { postgis } from "./postgis.ts";
import { findPostgres } from "./start-postgres.ts";
import { tunedPostgres } from "./tuned-postgres.ts";
import { typedArrays } from "./typed-arrays.ts";

let engine: Engine | null = null;

async function make(name: EngineName, bodies: boolean): Promise<Engine> {
  if (name === "packed") return packedCells();
  if (name === "arrays") return typedArrays();
  const programs = findPostgres();
  if (programs === null) throw new Error("PostgreSQL with PostGIS is not installed");
  return name === "postgis" ? postgis(programs, bodies) : tunedPostgres(programs);
}

async function obey(order: Order): Promise<unknown> {
  if (order.do === "load") {
    engine = await make(order.engine, order.bodies);
    const towns = readTowns();
    const before = performance.now();
    const bytes = await engine.load(() => makeListings(order.templates, towns, order.listings));
    return { name: engine.name, bytes, seconds: (performance.now() - before) / 1000 };
  }
  if (engine === null) throw new Error("Nothing is loaded");
  if (order.do === "explain") return engine.explain?.(order.query) ?? null;
  if (order.do === "close") return engine.close();
  const before = performance.now();
  const answer = await engine.ask(order.query);
  const asked = performance.now() - before;
  if (!order.read || engine.read === undefined) return { answer, asked, read: null };
  await engine.read(answer.top);
  return { answer, asked, read: performance.now() - before - asked };
}

process.on("message", (order: Order) => {
  const tell = (message: unknown) => process.send?.(message);
  obey(order).then(
    (result) => tell({ result: result ?? null, memory: process.resourceUsage().maxRSS * 1000 }),
    (error: unknown) => tell({ error: error instanceof Error ? (error.stack ?? error.message) : "unknown" }),
  );
});

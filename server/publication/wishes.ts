import { and, asc, count, eq, gt, inArray, sql } from "drizzle-orm";
import { outbox, service } from "#db/schema/catalogue/index.ts";
import type { Catalogue, CatalogueTx } from "#db/stores.ts";
import type { PublicWish } from "#db/vocabulary.ts";

type Wish = typeof outbox.$inferSelect;
/** Wishes that are read, written and carried over at a time. */
const STEP = 200;
/** More wishes than this are not remembered one by one. */
const REMEMBERED = 2000;
/** What is meant to be public. */
const PUBLIC = ["published", "due"] as const;

/**
 * Writes what the public side should hold of some listings. Belongs into the transaction of the change itself;
 * `applyPublication` carries it out. `withholds`: something that is public now will not be.
 */
export async function wish(
  tx: CatalogueTx,
  serviceIds: readonly string[],
  wanted: PublicWish,
  withholds = false,
): Promise<void> {
  for (let at = 0; at < serviceIds.length; at += STEP) {
    const rows = serviceIds
      .slice(at, at + STEP)
      .map((serviceId) => ({ serviceId, wish: wanted, withholds, ticket: crypto.randomUUID() }));
    await tx
      .insert(outbox)
      .values(rows)
      .onConflictDoUpdate({
        target: outbox.serviceId,
        // Once something is to be withheld, a later wish does not make that less urgent.
        set: {
          wish: wanted,
          ticket: sql`excluded.ticket`,
          withholds: withholds ? true : sql`${outbox.withholds}`,
        },
      });
  }
}

/** Wishes everything that is meant to be public carried over anew. */
export async function wishAllPublic(catalogue: Catalogue): Promise<void> {
  // In one statement: of a large catalogue the ids alone would fill the memory.
  const states = sql.join(
    PUBLIC.map((state) => sql`${state}`),
    sql`, `,
  );
  await catalogue.run(sql`
    insert into ${outbox} (service_id, wish, withholds, ticket)
    select id, 'public', 0, ${crypto.randomUUID()} from ${service} where curation_state in (${states})
    on conflict (service_id) do update set wish = excluded.wish, ticket = excluded.ticket`);
}

/** Ids of all listings that are meant to be public. */
export async function wantedPublic(tx: CatalogueTx): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: service.id })
    .from(service)
    .where(inArray(service.curationState, [...PUBLIC]));
  return rows.map(({ id }) => id);
}

/** How many listings wait to be carried over. */
export async function countWishes(tx: CatalogueTx): Promise<number> {
  const [row] = await tx.select({ waiting: count() }).from(outbox);
  return row?.waiting ?? 0;
}

/** Wishes that one publishing carries over. */
export interface TakenWishes {
  readonly count: number;
  /** Some at a time, each once. */
  steps(): AsyncIterable<readonly Wish[]>;
  /** Crosses off what was carried over, and only where nobody wished anew meanwhile. */
  crossOff(): Promise<void>;
}

/**
 * Takes what waits. So that memory does not grow with them, many wishes are marked with one ticket in place of being
 * remembered; a wish that is made anew has another ticket, and is not crossed off. To be called while the published
 * store is held for writing, by one process at a time: another one would mark them as its own.
 */
export async function takeWishes(catalogue: Catalogue): Promise<TakenWishes> {
  const waiting = await countWishes(catalogue);
  return waiting > REMEMBERED ? takeMany(catalogue, waiting) : takeFew(catalogue);
}

async function takeFew(catalogue: Catalogue): Promise<TakenWishes> {
  const wishes = await catalogue.select().from(outbox);
  const steps = Array.from({ length: Math.ceil(wishes.length / STEP) }, (_, at) =>
    wishes.slice(at * STEP, (at + 1) * STEP),
  );
  return {
    count: wishes.length,
    async *steps() {
      yield* steps;
    },
    async crossOff() {
      for (const step of steps)
        await catalogue.transaction(async (tx) => {
          for (const { serviceId, ticket } of step)
            await tx.delete(outbox).where(and(eq(outbox.serviceId, serviceId), eq(outbox.ticket, ticket)));
        });
    },
  };
}

async function takeMany(catalogue: Catalogue, waiting: number): Promise<TakenWishes> {
  const ticket = crypto.randomUUID();
  await catalogue.update(outbox).set({ ticket });
  return {
    count: waiting,
    async *steps() {
      for (let last = ""; ;) {
        const step = await catalogue
          .select()
          .from(outbox)
          .where(and(eq(outbox.ticket, ticket), gt(outbox.serviceId, last)))
          .orderBy(asc(outbox.serviceId))
          .limit(STEP);
        const end = step.at(-1);
        if (end === undefined) return;
        yield step;
        last = end.serviceId;
      }
    },
    async crossOff() {
      await catalogue.delete(outbox).where(eq(outbox.ticket, ticket));
    },
  };
}

import type { Context } from "hono";
import { type ListInput, MOST_MINIMAL, PER_PAGE } from "#server/contract/hsds/parameters.ts";
import type { Page } from "#server/contract/hsds/objects.ts";
import { DirectoryError } from "#server/contract/errors.ts";

/** An entry of a list that is written only when it is on the page that was asked for. */
export type Entry = () => object;

/** A list of HSDS, page by page or all of it. */
export interface HsdsList {
  page(from: number, size: number): Promise<{ readonly total: number; readonly entries: readonly Entry[] }>;
  all(): AsyncIterable<Entry>;
}

/** A list that is short enough to be held. */
export function heldList(entries: readonly Entry[]): HsdsList {
  return {
    page: (from, size) =>
      Promise.resolve({ total: entries.length, entries: entries.slice(from, from + size) }),
    async *all() {
      yield* entries;
    },
  };
}

/** A list that only going through all of it can tell. */
export function scannedList(all: () => AsyncIterable<Entry>): HsdsList {
  return {
    all,
    async page(from, size) {
      const entries: Entry[] = [];
      let total = 0;
      for await (const entry of all()) {
        if (total >= from && entries.length < size) entries.push(entry);
        total += 1;
      }
      return { total, entries };
    },
  };
}

/** The answer: a page in HSDS's wrapper, or everything as one JSON object a line. */
export async function answerList(
  c: Context,
  list: HsdsList,
  input: ListInput,
  minimal = false,
): Promise<Response> {
  if (input.format === "ndjson") return stream(list);
  const most = minimal ? MOST_MINIMAL : PER_PAGE.most;
  const size = input.per_page ?? (minimal ? MOST_MINIMAL : PER_PAGE.usual);
  if (size > most) {
    throw new DirectoryError("bad_request", "Something in the request is not valid.", {
      per_page: `is more than ${most}`,
    });
  }
  const number = input.page ?? 1;
  const { total, entries } = await list.page((number - 1) * size, size);
  const pages = Math.ceil(total / size);
  const page: Page = {
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: entries.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: entries.length === 0,
  };
  return c.json({ ...page, contents: entries.map((entry) => entry()) });
}

/** Lines are written as the reader takes them, so that a list of any length needs the memory of one batch. */
function stream(list: HsdsList): Response {
  const entries = list.all()[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await entries.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value())}\n`));
    },
    async cancel() {
      await entries.return?.();
    },
  });
  return new Response(body, { headers: { "Content-Type": "application/x-ndjson; charset=utf-8" } });
}

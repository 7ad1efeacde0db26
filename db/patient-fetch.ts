/**
 * Asking a database over HTTP: not for ever, and again where that can do no harm. The same in Node and in a worker.
 */

/** How long a database elsewhere may take for one answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Pauses before asking again, in milliseconds. */
const PAUSES = [150, 500] as const;

/** The network's own codes for: it was never sent. */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/u;

/** Statements that change nothing. `with` may begin an insert, and `pragma` a setting, so neither is here. */
const READS = /^\s*select\b/iu;

/**
 * A `fetch` for libSQL's client. A request that never arrived is sent again; one that got lost on its way, or that
 * the server could not answer, is sent again if it only reads. What was slow is not asked again: that would
 * make a slow database slower. Throws an error with the code `ECONNLOST`, and as its cause what `fetch` threw, or a
 * `TimeoutError` when `patience` is over.
 */
export function patientFetch(patience = PATIENCE_MS): typeof fetch {
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = request.method === "POST" ? await request.text() : null;
    const again = body === null || onlyReads(body);
    const ask = () =>
      fetch(request.url, {
        method: request.method,
        headers: request.headers,
        ...(body === null ? {} : { body }),
        signal: AbortSignal.timeout(patience),
      });
    for (const pause of PAUSES) {
      try {
        const answer = await ask();
        if (!again || ![502, 503, 504].includes(answer.status)) return answer;
        await answer.body?.cancel();
      } catch (error) {
        if (isSlow(error) || !(again || neverSent(error))) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return ask();
  };
  return async (input, init) => {
    try {
      return await send(input, init);
    } catch (error) {
      // Runtimes name a line that is cut in words of their own; `storeFailure` goes by codes.
      throw Object.assign(new Error("The database did not answer.", { cause: error }), { code: "ECONNLOST" });
    }
  };
}

/** Whether a Hrana pipeline is no part of a transaction and holds only statements that read. */
function onlyReads(body: string): boolean {
  try {
    const { baton, requests } = JSON.parse(body) as {
      baton?: unknown;
      requests?: readonly { type?: unknown; stmt?: { sql?: unknown } }[];
    };
    if ((baton ?? null) !== null || !Array.isArray(requests)) return false;
    return requests.every(
      ({ type, stmt }) =>
        type === "close" || (type === "execute" && typeof stmt?.sql === "string" && READS.test(stmt.sql)),
    );
  } catch {
    return false;
  }
}

const isSlow = (error: unknown) => error instanceof Error && error.name === "TimeoutError";

function neverSent(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const { code, errors } = at as { code?: unknown; errors?: unknown };
    if (typeof code === "string" && NEVER_SENT.test(code)) return true;
    // Every address of a name was tried.
    if (Array.isArray(errors) && errors.length > 0 && errors.every(neverSent)) return true;
  }
  return false;
}

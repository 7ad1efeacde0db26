import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { HTTPException } from "hono/http-exception";
import { storeFailure } from "#db/store-failure.ts";
import { DirectoryError, type ErrorCode } from "#server/contract/errors.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { getSettings, getVersion, listAreas } from "#server/directory/directory.ts";
import { toAreaView } from "#server/directory/page-models.ts";
import { asksGeneralOnly } from "./open-pages.ts";
import { pageLanguage } from "./page-language.ts";

export const STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  bad_request: 400,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
  frozen: 503,
};

/** Answers that belong to machines: an error is JSON there, and a page everywhere else. */
const FOR_MACHINES = /^\/(api|hsds|profile|schema|bundles|healthz|openapi\.json)(\/|$|\.)/u;

/**
 * One form for every error (interface: "Public HTTP"): a fitting status, a code and plain words; never what was
 * sent, never a stack. What was not expected says nothing of itself and is written to no log, because a stack
 * may hold what somebody asked for.
 */
export async function answerError(error: Error, c: Context<PublicEnv>): Promise<Response> {
  const known = asDirectoryError(error);
  const status = known === null ? 500 : STATUS[known.code];
  if (FOR_MACHINES.test(c.req.path)) {
    const body =
      known === null
        ? { code: "internal", message: "Something went wrong." }
        : {
            code: known.code,
            message: known.message,
            ...(known.fields === undefined ? {} : { fields: known.fields }),
          };
    return c.json({ error: body }, status);
  }
  const code = known?.code ?? "internal";
  try {
    const settings = await getSettings(c.get("published"));
    const { version } = await getVersion(c.get("published"));
    const lang = pageLanguage(c, settings);
    // The numbers for danger stand on the closed side's one page, by country.
    const areas = code === "frozen" ? await countriesOf(c, lang) : [];
    return c.html(
      c.get("renderPage")(
        {
          kind: "error",
          lang,
          settings,
          version,
          status,
          code,
          areas,
          generalOnly: asksGeneralOnly(c.req.raw),
        },
        c.get("assets"),
      ),
      status,
    );
  } catch {
    return c.text("Something went wrong. Go back and try again.", status);
  }
}

const countriesOf = async (c: Context<PublicEnv>, lang: string) =>
  (await listAreas(c.get("published")))
    .filter(({ code }) => code.length === 2)
    .map((area) => toAreaView(area, lang));

function asDirectoryError(error: Error): DirectoryError | null {
  if (error instanceof DirectoryError) return error;
  // Hono's own: a body that is not JSON, for example. Its message may quote the body, so ours stands in.
  if (error instanceof HTTPException && error.status < 500) {
    return new DirectoryError(
      error.status === 413 ? "too_large" : "bad_request",
      "This request cannot be read.",
    );
  }
  if (storeFailure(error) !== null)
    return new DirectoryError("unavailable", "The directory cannot be read at the moment. Try again soon.");
  return null;
}

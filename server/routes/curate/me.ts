import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import { draftKey } from "#server/curation/accounts/draft-key.ts";
import { changeName, readMe, setPassword } from "#server/curation/accounts/own-account.ts";
import { readJson } from "../read-json.ts";

const Name = v.strictObject({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)) });
const Password = v.strictObject({
  password: v.pipe(v.string(), v.minLength(12), v.maxLength(200)),
  current: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

/** Who is signed in, and their own ways to sign in. */
export const me = new Hono<CurateEnv>()
  .get("/draft-key", async (c) => c.json({ key: await draftKey(c.get("context"), c.get("secret")) }))
  .get("/", async (c) => c.json(await readMe(c.get("context"))))
  .post("/name", async (c) => {
    await changeName(c.get("context"), (await readJson(c, Name)).name);
    return c.json({ ok: true });
  })
  .post("/password", async (c) => {
    await setPassword(c.get("context"), c.get("auth"), c.req.raw.headers, await readJson(c, Password));
    return c.json({ ok: true });
  });

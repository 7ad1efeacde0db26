import { Hono } from "hono";
import { privateHeaders } from "./private-headers.ts";

const MESSAGE =
  "The back office is closed for the moment. It opens by itself when its database can be read again.";

/**
 * In the place of the back office while the catalogue cannot be opened. Why is said where the process was
 * started, and to nobody over the network.
 */
export const closedOffice = new Hono()
  .use(privateHeaders)
  .all("/curate/api/*", (c) => c.json({ error: { code: "unavailable", message: MESSAGE } }, 503))
  .all("/curate/healthz", (c) => c.json({ error: { code: "unavailable", message: MESSAGE } }, 503))
  .all("*", (c) =>
    c.html(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Closed for the moment</title><h1>Closed for the moment</h1><p>${MESSAGE}</p><p>The public site goes on.</p></html>`,
      503,
    ),
  );

import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";

const attribute = (text: string) => text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** The app's one page: it says nothing of the directory before somebody has signed in. */
export const shell = new Hono<CurateEnv>()
  // An address to print and to say aloud; the app's own stands after the number sign.
  .get("/help", (c) => c.redirect("/curate#/help", 302))
  .get("/", (c) => {
    const { script, styles, preload } = c.get("assets");
    // Passkeys belong to a host: who came by another name of this machine is sent to the one that counts.
    const own = new URL(c.get("origin"));
    const asked = c.req.header("Host");
    if (asked !== undefined && asked !== own.host && asked === `127.0.0.1:${own.port}`)
      return c.redirect(`${own.origin}/curate`, 302);
    return c.html(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Waymark</title>
<link rel="icon" href="data:,">
${styles.map((href) => `<link rel="stylesheet" href="${attribute(href)}">`).join("\n")}
${preload.map((href) => `<link rel="modulepreload" href="${attribute(href)}">`).join("\n")}
<script type="module" src="${attribute(script)}"></script>
</head>
<body>
<div id="office"></div>
<noscript><p>The back office needs JavaScript. The public pages work without it.</p></noscript>
</body>
</html>
`);
  });
